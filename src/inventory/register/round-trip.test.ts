import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '#platform/browser/fold';
import { freshDatabase } from '../../../test/database.ts';
import { aCatalogue } from '../../../test/registers.ts';
import { createTag } from '../change-tags.ts';
import { exportTags } from '../list-tags.ts';
import { regions } from '../model/regions.ts';
import { PartnerFacts, ReleaseFacts, releaseStates, ShipmentFacts, SoldAsFacts, TagFacts } from '../model/registers.ts';
import { countries } from '../model.ts';
import * as exports from './export-lists.ts';
import { partners } from './partners.ts';
import { previewRows } from './preview-rows.ts';
import { releases } from './releases.ts';
import { shipments } from './shipments.ts';
import { soldAs } from './sold-as.ts';
import { createEntry } from './write-entry.ts';

const { aPerson, reset } = await freshDatabase();

// What people type and what spreadsheets stumble over: quotes, leading signs, width, signs that CP932 lacks.
const text = (max: number) =>
  fc
    .array(
      fc.constantFrom(
        'A',
        'ー',
        'ｶﾞ',
        '～',
        '−',
        '"',
        "'",
        '=',
        '+',
        '-',
        '@',
        ' ',
        '漢',
        '㈱',
        'é',
        '1',
        '.',
        '/',
        '#',
      ),
      {
        minLength: 1,
        maxLength: max,
      },
    )
    .map((signs) => signs.join(''));
const named = text(12).map((rest) => `x${rest}`);
const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => Temporal.PlainDate.from('1990-01-01').add({ days }).toString());
const note = fc.oneof(
  fc.constant(''),
  text(20),
  fc.tuple(text(5), text(5)).map((lines) => lines.join('\n')),
);

test.each(['csv', 'xlsx'] as const)(
  'what is exported as %s changes nothing when it is imported again',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(
          fc.record({
            version: named,
            state: fc.constantFrom(...releaseStates),
            releasedOn: day,
            note,
            firmwareName: text(9),
          }),
          {
            selector: ({ version }) => version.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, ''),
            maxLength: 4,
          },
        ),
        fc.uniqueArray(
          fc.record({
            month: fc.constantFrom('1999-01', '2026-11', '2026-12'),
            region: fc.constantFrom(...regions),
            units: fc.nat(2_000_000_000),
          }),
          {
            selector: ({ month, region }) => month + region,
            maxLength: 5,
          },
        ),
        fc.record({
          name: named,
          partNumbers: fc.array(named, { maxLength: 3 }),
          markets: fc.array(fc.constantFrom(...countries), { maxLength: 3 }),
          sinceOn: day,
          note,
        }),
        fc.uniqueArray(fc.record({ name: named, note }), { selector: ({ name }) => fold(name), maxLength: 4 }),
        async (made, shipped, sold, technologies) => {
          await reset();
          const { tools, camera, release } = await aCatalogue(aPerson);
          for (const facts of made)
            await createEntry(tools, releases, ReleaseFacts.parse({ modelId: camera.id, ...facts }));
          for (const facts of shipped)
            await createEntry(tools, shipments, ShipmentFacts.parse({ releaseId: release.id, ...facts }));
          const partner = await createEntry(
            tools,
            partners,
            PartnerFacts.parse({ name: sold.name, contactPost: sold.note.replace('\n', ' ') }),
          );
          await createEntry(
            tools,
            soldAs,
            SoldAsFacts.parse({ modelId: camera.id, partnerId: partner.id, direction: 'theirs-under-ours', ...sold }),
          );

          for (const facts of technologies) await createTag(tools, TagFacts.parse(facts));

          const expected = {
            releases: made.length + 2,
            shipments: shipped.length,
            partners: 1,
            'sold-as': 1,
            tags: technologies.length,
          };
          for (const [register, file] of [
            ['releases', exports.exportReleases],
            ['shipments', exports.exportShipments],
            ['partners', exports.exportPartners],
            ['sold-as', exports.exportSoldAs],
            ['tags', exportTags],
          ] as const) {
            const { preview } = await previewRows(tools, {
              register,
              file: await file(tools, { format, language: 'ja' }),
            });
            const { problems, errors, entries, counts } = preview;
            expect({ problems, errors, entries }).toEqual({ problems: [], errors: [], entries: [] });
            expect(counts.unchanged).toBe(expected[register]);
          }
        },
      ),
      { numRuns: 12 },
    );
  },
  120_000,
);
