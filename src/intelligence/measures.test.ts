import { beforeEach, expect, test } from 'vitest';
import { outsider } from '#access';
import { freshDatabase, noon } from '../../test/database.ts';
import { aStatement } from '../../test/statements.ts';
import { beginImport, type Incoming, importRecords } from './import-records.ts';
import { measures } from './measures.ts';
import { OwnFacts } from './model.ts';
import { replaceWanted } from './store/phrases.ts';
import { createOwnRecord } from './write-own-record.ts';

const house = await freshDatabase();
beforeEach(house.reset);

/** What an operator reads some hours later, by name and label. */
async function figures(hours = 0): Promise<Record<string, number>> {
  const tools = { ...house.toolsOf(outsider), now: () => noon.add({ hours }) };
  const read = await Promise.all(measures.map(async ({ name, read: of }) => ({ name, values: await of(tools) })));
  return Object.fromEntries(
    read.flatMap(({ name, values }) =>
      values.map(({ labels, value }) => [[name, ...Object.values(labels)].join(' '), value]),
    ),
  );
}

async function bringIn(...items: Incoming[]) {
  const id = await beginImport(house.system, { names: ['records.json'], fileSha256: null });
  const incoming = async function* () {
    yield* items;
  };
  return importRecords(house.system, { id, incoming: incoming() });
}

const unread: Incoming = { kind: 'refused', file: 'a.json', place: '/0', rule: 'not-json', message: 'no JSON' };

test('how old each source is, what could not be read and what failed are figures', async () => {
  expect(await figures()).toEqual({
    'mamori_record_imports running': 0,
    'mamori_record_imports done': 0,
    'mamori_record_imports failed': 0,
    mamori_unread_records: 0,
    mamori_waiting_version_phrases: 0,
  });
  const statement = aStatement({ source: 'nvd' });
  const bytes = new TextEncoder().encode(JSON.stringify(statement));
  const file = { file: 'a.json', place: '' };
  await bringIn({ kind: 'record', ...file, source: 'nvd', bytes, read: () => ({ statement }) }, unread, unread);
  const breaks = () => {
    throw new Error('cut off');
  };
  await expect(
    bringIn({ kind: 'record', ...file, source: 'cve', bytes: new Uint8Array(1), read: breaks }),
  ).rejects.toThrow('cut off');

  expect(await figures(31)).toEqual({
    'mamori_source_age_seconds nvd': 31 * 3600,
    'mamori_record_imports running': 0,
    'mamori_record_imports done': 1,
    'mamori_record_imports failed': 1,
    mamori_unread_records: 2,
    mamori_waiting_version_phrases: 0,
  });
});

test('a phrase that waits is counted, unless it stands behind a wall', async () => {
  const { tools, person } = await house.aPerson();
  for (const readerIds of [null, [person.id]]) {
    const facts = OwnFacts.parse({
      ...{ titleJa: '題名', titleEn: '', overview: '', vector: '', names: [] },
      ...{ technologies: [], references: [], tlp: 'clear' },
      products: [{ product: 'acme/router', versions: 'Ver.2 系の一部' }],
    });
    const { name } = await createOwnRecord(tools, { facts, readerIds });
    const { recordId, id, wallId } = await house.db
      .selectFrom('record')
      .select(['id as recordId', 'vulnerability_id as id', 'wall_id as wallId'])
      .where('external_id', '=', name)
      .executeTakeFirstOrThrow();
    const wanted = [{ recordId, product: 'acme router', phrase: 'Ver.2 系の一部', wallId }];
    await house.db
      .transaction()
      .execute((transaction) =>
        replaceWanted(transaction, house.system.viewer, { vulnerabilityIds: [id], wanted, at: noon }),
      );
  }

  expect(await figures()).toMatchObject({ mamori_waiting_version_phrases: 1 });
});
