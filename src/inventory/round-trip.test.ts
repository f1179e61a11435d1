import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { createDivision, createPost } from '#organization';
import { freshDatabase } from '../../test/database.ts';
import { applyImport } from './apply-import.ts';
import { createLine } from './create-line.ts';
import { createModel } from './create-model.ts';
import { exportProducts } from './export-products.ts';
import { exportSample } from './export-sample.ts';
import { answers, betweenTags, countries, modelKinds, NewModel, updateHows } from './model.ts';
import { previewImport } from './preview-import.ts';
import { undoImport } from './undo-import.ts';

const { aPerson, reset } = await freshDatabase();
beforeEach(reset);

const word = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9 ＡＢ－ー・～/,"'=+@【】家庭用カメラｶﾒﾗ]{1,12}$/),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
);
const inCp932 = fc.stringMatching(/^[A-Za-z0-9 ＡＢ－ー・～〜−/,"'=+@【】家庭用カメラｶﾒﾗ①㈱髙]{1,12}$/);
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const aModel = (text: fc.Arbitrary<string>) =>
  fc.record({
    name: text,
    kind: fc.constantFrom(...modelKinds),
    markets: fc.uniqueArray(fc.constantFrom(...countries), { maxLength: 4 }),
    updateHow: fc.constantFrom(...updateHows),
    updateAutomatic: fc.constantFrom(...answers),
    updateSigned: fc.constantFrom(...answers),
    updateRollback: fc.constantFrom(...answers),
    note: fc.array(text, { maxLength: 3 }).map((lines) => lines.join('\n')),
    partNumbers: fc.array(fc.record({ number: text, note: text }), { maxLength: 4 }),
    safety: fc.constantFrom(...answers),
    tags: fc.array(
      text.filter((name) => !betweenTags.test(name)),
      { maxLength: 4 },
    ),
    buildSource: text,
    buildToolchain: text,
    buildPeople: text,
    rebuiltOn: fc.option(day),
    productionEndsOn: fc.option(day),
    securityEndsOn: fc.option(day),
  });

/** A catalogue of what the use cases accept; what they refuse (a name that is taken) is left out. */
async function aCatalogue(lineNames: string[], models: Record<string, unknown>[]) {
  const { tools } = await aPerson();
  const { id: divisionId } = await createDivision(tools, { name: '第一/事業部' });
  const { id: ownerPostId } = await createPost(tools, { divisionId, name: '主 担当', duties: '', role: null });
  const lineIds: string[] = [];
  for (const name of lineNames)
    lineIds.push(
      ...(await createLine(tools, { name }).then(
        ({ id }) => [id],
        () => [],
      )),
    );
  let successorId: string | null = null;
  for (const [index, model] of models.entries()) {
    const lineId = lineIds[index % lineIds.length];
    const facts = { ...model, lineId, ownerPostId, divisionId, successorId, buildKeyPostId: ownerPostId };
    const parsed = NewModel.safeParse(facts);
    if (!parsed.success) continue;
    successorId = await createModel(tools, parsed.data).then(
      ({ id }) => id,
      () => successorId,
    );
  }
  return tools;
}

const bytesOf = async (file: File) => Buffer.from(await file.arrayBuffer());

test.each([
  ['csv', 'ja', word, 25],
  ['xlsx', 'en', word, 12],
  ['csv-cp932', 'ja', inCp932, 12],
] as const)(
  'an export as %s in %s imported again changes nothing',
  async (format, language, text, runs) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1, maxLength: 3 }),
        fc.array(aModel(text), { maxLength: 6 }),
        async (names, models) => {
          await reset();
          const lineNames = names.map((name) => `${name}線`);
          const tools = await aCatalogue(lineNames, models);

          const file = await exportProducts(tools, { format, language });
          const { preview } = await previewImport(tools, { file });

          expect({ errors: preview.errors, problems: preview.problems, models: preview.models }).toEqual({
            errors: [],
            problems: [],
            models: [],
          });
        },
      ),
      { numRuns: runs },
    );
  },
  120_000,
);

test('undo of an import of anything gives the export of before, byte by byte', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(aModel(word), { maxLength: 5 }),
      fc.array(aModel(word), { maxLength: 5 }),
      async (one, other) => {
        await reset();
        const source = await aCatalogue(['線'], other);
        const file = await exportProducts(source, { format: 'csv', language: 'en' });
        await reset();
        const tools = await aCatalogue(['線', 'べつの線'], one);
        const before = await bytesOf(await exportProducts(tools, { format: 'csv', language: 'ja' }));

        const { id, canApply } = await previewImport(tools, { file });
        if (canApply) {
          await applyImport(tools, { id });
          await undoImport(tools, { id });
        }

        expect((await bytesOf(await exportProducts(tools, { format: 'csv', language: 'ja' }))).equals(before)).toBe(
          true,
        );
      },
    ),
    { numRuns: 12 },
  );
}, 120_000);

test.each([
  ['csv', 'ja'],
  ['csv-cp932', 'ja'],
  ['xlsx', 'en'],
] as const)('the sample as %s in %s can be imported as it is', async (format, language) => {
  const { tools } = await aPerson();

  const { canApply, preview } = await previewImport(tools, { file: await exportSample({ format, language }) });

  expect(preview.errors).toEqual([]);
  expect(preview.counts).toMatchObject({ lines: 1, created: 2, numbersAdded: 3 });
  expect(canApply).toBe(true);
});
