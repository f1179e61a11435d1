import { beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import { aRelease } from '../../test/dependency-track.ts';
import type { OwnFacts } from '../intelligence/model.ts';
import { createOwnRecord } from '../intelligence/write-own-record.ts';
import { addHandParts } from '../inventory/change-hand-parts.ts';
import { countExposures, listExposures, listUnmatched } from './list-exposures.ts';
import { matchReleases } from './match-releases.ts';
import { matchVulnerabilities } from './match-vulnerabilities.ts';
import { statementsByKeys } from './statements-by-keys.ts';

const house = await freshDatabase();
beforeEach(house.reset);
const tools = house.system;

const cpe = 'cpe:2.3:a:genivia:gsoap:2.8.114:*:*:*:*:*:*:*';
const secret: OwnFacts = {
  ...{ titleJa: '秘密の題名', titleEn: '', overview: '', vector: '', names: [], references: [], tlp: 'red' },
  ...{ products: [{ product: cpe, versions: '2.9 より前' }], technologies: ['UPnP'] },
};

async function aReleaseOf(version: string) {
  const { id } = await aRelease(
    { systemTools: () => tools, db: house.db },
    { line: 'カメラ', model: 'MC-220', version },
  );
  const { key } = await house.db.selectFrom('release').select('key').where('id', '=', id).executeTakeFirstOrThrow();
  return { id, key };
}

/** A confidential record that was written and matched, by somebody who sees it. */
async function aMatchedSecret() {
  const author = await house.aPerson();
  await createOwnRecord(author.tools, { facts: secret, readerIds: [] });
  const { payload } = house.told.findLast(({ event }) => event === 'vulnerabilities.changed') ?? {};
  await matchVulnerabilities(tools, (payload as { vulnerabilityIds: number[] }).vulnerabilityIds);
  return { inside: author.tools, outside: (await house.aPerson()).tools };
}

test('a component that only a confidential record speaks of is one of which nothing is known, outside', async () => {
  const { id, key } = await aReleaseOf('2.4.1');
  const part = { name: 'gsoap', version: '2.8.114', purl: '', cpe, supplier: '', licence: '', note: '' };
  await addHandParts(tools, { id, parts: [part] });
  await matchReleases(tools, [key]);

  const { inside, outside } = await aMatchedSecret();

  const asked = { id, limit: 10 };
  expect((await listExposures(inside, asked)).items).toMatchObject([{ match: 'applies' }]);
  expect((await listUnmatched(inside, asked)).items).toEqual([]);
  expect((await listExposures(outside, asked)).items).toEqual([]);
  expect((await listUnmatched(outside, asked)).items).toMatchObject([
    { component: { name: 'gsoap' }, why: 'nothing-known' },
  ]);
  expect(await statementsByKeys(tools, ['cpe:a:genivia:gsoap'])).toEqual([]);
});

test('a release that waits for its matching is not called matched because a confidential record touches it', async () => {
  const { id, key } = await aReleaseOf('2.4.2');
  await house.db
    .updateTable('release')
    .set({ tags: ['UPnP'] })
    .where('id', '=', id)
    .execute();

  const { inside, outside } = await aMatchedSecret();

  expect(await countExposures(inside, { id })).toMatchObject({ mayApply: 1, matchedAt: null });
  expect(await countExposures(outside, { id })).toMatchObject({ mayApply: 0, matchedAt: null });
  await matchReleases(tools, [key]);
  expect(await countExposures(outside, { id })).toMatchObject({ matchedAt: tools.now().toString() });
});
