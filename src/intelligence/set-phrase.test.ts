import { beforeEach, expect, test } from 'vitest';
import type { Tools } from '#access';
import { freshDatabase } from '../../test/database.ts';
import { aCriterion, aStatement } from '../../test/statements.ts';
import { exceptionPhrase } from './exception-phrase.ts';
import { exportPhrases } from './export-phrases.ts';
import { keepStatements } from './keep-statements.ts';
import { listMatchable } from './list-matchable.ts';
import { OwnFacts } from './model.ts';
import { listPhrases, setPhrase } from './set-phrase.ts';
import { countWaiting, replaceWanted } from './store/phrases.ts';
import { createOwnRecord } from './write-own-record.ts';

const house = await freshDatabase();
beforeEach(house.reset);

async function anOwnRecord(tools: Tools, readerIds: string[] | null) {
  const facts = OwnFacts.parse({
    ...{ titleJa: '題名', titleEn: '', overview: '', vector: '', names: [] },
    ...{ technologies: [], references: [], tlp: 'clear' },
    products: [{ product: 'acme/router', versions: 'Ver.2 系の一部' }],
  });
  const { name } = await createOwnRecord(tools, { facts, readerIds });
  const { recordId, vulnerabilityId } = await house.db
    .selectFrom('record')
    .select(['id as recordId', 'vulnerability_id as vulnerabilityId'])
    .where('external_id', '=', name)
    .executeTakeFirstOrThrow();
  return { recordId, vulnerabilityId };
}

/** Something of ours hangs on the words of this record. */
async function wants(vulnerabilityId: number, { recordId, wallId }: { recordId: number; wallId: string | null }) {
  const wanted = [{ recordId, product: 'acme router', phrase: 'Ver.2 系の一部', wallId }];
  await house.db.transaction().execute((transaction) =>
    replaceWanted(transaction, house.system.viewer, {
      vulnerabilityIds: [vulnerabilityId],
      wanted,
      at: house.system.now(),
    }),
  );
}

async function aWaitingPhrase() {
  const { tools } = await house.aPerson();
  const { recordId, vulnerabilityId } = await anOwnRecord(tools, null);
  await wants(vulnerabilityId, { recordId, wallId: null });
  const [phrase] = (await listPhrases(tools, { which: 'waiting', limit: 10 })).items;
  if (!phrase) throw new Error('nothing waits');
  return { tools, phrase, vulnerabilityId };
}

const range = { from: '2.0', fromIncluded: true, to: '2.4', toIncluded: false };

test('words that nobody understands wait, are set once, and hold from then on', async () => {
  const { tools, phrase, vulnerabilityId } = await aWaitingPhrase();
  expect(phrase).toMatchObject({ phrase: 'Ver.2 系の一部', ranges: null });

  const set = await setPhrase(tools, { id: phrase.id, revision: phrase.revision, ranges: [range] });

  const [kept] = await listMatchable(house.db, house.system.viewer, [vulnerabilityId]);
  expect(kept?.statement.criteria[0]).toMatchObject({
    unread: [],
    ranges: [{ basis: 'person', from: { version: '2.0' }, to: { version: '2.4', included: false } }],
  });
  expect(await countWaiting(house.db, tools.viewer)).toBe(0);
  expect((await listPhrases(tools, { which: 'set', limit: 10 })).items).toMatchObject([
    { ranges: [range], setBy: '佐藤 美咲' },
  ]);
  expect(house.told.at(-1)).toEqual({
    event: 'vulnerabilities.changed',
    payload: { vulnerabilityIds: [vulnerabilityId], wallId: null },
  });

  await setPhrase(tools, { id: set.id, revision: set.revision, ranges: null });
  expect(await countWaiting(house.db, tools.viewer)).toBe(1);
});

test('words may mean no version at all: nothing of what only they speak of is affected', async () => {
  const { tools, phrase, vulnerabilityId } = await aWaitingPhrase();

  await setPhrase(tools, { id: phrase.id, revision: phrase.revision, ranges: [] });

  const [kept] = await listMatchable(house.db, house.system.viewer, [vulnerabilityId]);
  expect(kept?.statement.criteria[0]).toMatchObject({
    unread: [],
    ranges: [{ status: 'unaffected', basis: 'person', from: null, to: null, text: 'Ver.2 系の一部' }],
  });
  expect(await countWaiting(house.db, tools.viewer)).toBe(0);
  const file = await exportPhrases(tools, { which: 'set', format: 'csv', language: 'ja' });
  expect(await file.text()).toContain(',どの版でもない,佐藤 美咲,');
});

test('words about versions that are excepted are set as versions that are not affected', async () => {
  const { tools } = await house.aPerson();
  const statement = aStatement({ criteria: [aCriterion({ exceptions: ['1.5 HF3'], otherVersions: 'affected' })] });
  const read = [{ statement, original: new Uint8Array([1]), sha256: Buffer.alloc(32, 1) }];
  const { id: recordId, vulnerability_id: vulnerabilityId } = await house.db
    .transaction()
    .execute(async (transaction) => {
      await keepStatements(transaction, house.system, read);
      const record = await transaction
        .selectFrom('record')
        .select(['id', 'vulnerability_id'])
        .executeTakeFirstOrThrow();
      await replaceWanted(transaction, house.system.viewer, {
        vulnerabilityIds: [record.vulnerability_id],
        wanted: [{ recordId: record.id, product: 'acme part', phrase: exceptionPhrase('1.5 HF3'), wallId: null }],
        at: house.system.now(),
      });
      return record;
    });
  const [phrase] = (await listPhrases(tools, { which: 'waiting', limit: 10 })).items;

  await setPhrase(tools, { id: phrase?.id as string, revision: phrase?.revision as number, ranges: [range] });

  expect(await listMatchable(house.db, house.system.viewer, [vulnerabilityId])).toMatchObject([
    {
      recordId,
      statement: {
        criteria: [{ exceptions: [], ranges: [{ status: 'unaffected', basis: 'person', text: '1.5 HF3' }] }],
      },
    },
  ]);
});

test('the second of two who set it at once is told', async () => {
  const { tools, phrase } = await aWaitingPhrase();
  await setPhrase(tools, { id: phrase.id, revision: phrase.revision, ranges: [range] });

  await expect(setPhrase(tools, { id: phrase.id, revision: phrase.revision, ranges: [range] })).rejects.toMatchObject({
    code: 'conflict',
    details: { by: '佐藤 美咲' },
  });
});

test('those that wait and those that are set are files of their own', async () => {
  const { tools, phrase } = await aWaitingPhrase();
  const linesOf = async (which: 'waiting' | 'set', language: 'ja' | 'en') =>
    (await (await exportPhrases(tools, { which, format: 'csv', language })).text()).trim().split('\r\n').slice(1);
  expect(await linesOf('waiting', 'ja')).toEqual([
    expect.stringMatching(/^Ver\.2 系の一部,acme router,自社の記録,OWN-.*,,,$/),
  ]);

  await setPhrase(tools, { id: phrase.id, revision: phrase.revision, ranges: [range] });

  expect(await linesOf('waiting', 'ja')).toEqual([]);
  expect(await linesOf('set', 'ja')).toEqual([expect.stringContaining(',2.0 以上 2.4 未満,佐藤 美咲,')]);
  expect(await linesOf('set', 'en')).toEqual([expect.stringContaining(',from 2.0 and before 2.4,佐藤 美咲,')]);
});

test('words of a confidential record are in the files of its readers alone', async () => {
  const reader = await house.aPerson();
  const outside = await house.aPerson([{ role: 'administrator', divisionId: null }], '石井 徹');
  const { vulnerabilityId, recordId } = await anOwnRecord(reader.tools, [reader.person.id]);
  const { wall_id: wallId } = await house.db
    .selectFrom('record')
    .select('wall_id')
    .where('id', '=', recordId)
    .executeTakeFirstOrThrow();
  await wants(vulnerabilityId, { recordId, wallId });
  const textFor = async (tools: typeof reader.tools) =>
    (await exportPhrases(tools, { which: 'waiting', format: 'csv', language: 'ja' })).text();

  expect(await textFor(reader.tools)).toContain('Ver.2 系の一部');
  expect(await textFor(outside.tools)).not.toContain('Ver.2');
});

test.each([
  [{ ...range, from: 'まで' }, 'no-order'],
  [{ ...range, from: '3.0' }, 'ends-before-it-begins'],
  [{ ...range, from: '2.4' }, 'ends-before-it-begins'],
])('what is no range is refused', async (bad, reason) => {
  const { tools, phrase } = await aWaitingPhrase();
  await expect(setPhrase(tools, { id: phrase.id, revision: phrase.revision, ranges: [bad] })).rejects.toMatchObject({
    code: 'invalid',
    details: { reason },
  });
});
