import { expect, test } from 'vitest';
import { aHouse } from '../../../test/house.ts';
import { aModel, aRelease } from '../../../test/products.ts';
import { aDocument, aPart } from '../../../test/sbom-bytes.ts';
import { inventory } from '../contract.ts';

const house = await aHouse();
const { cookie, fetch } = await house.aSignedIn(['analyst']);
const calls = house.callsOf(inventory, cookie);

const upload = (id: string, parts: ReturnType<typeof aPart>[]) =>
  calls.uploadSbom({ id, file: new File([JSON.stringify(aDocument(parts))], 'bom.json') });

test('a bill of materials is exported and two releases are compared over HTTP', async () => {
  const { id: modelId } = await aModel(house.db, { name: 'MR-1167' });
  const old = await aRelease(house.db, { modelId, version: '1.4.6' });
  const now = await aRelease(house.db, { modelId, version: '1.4.7' });
  await upload(old.id, [aPart('openssl', '1.1.1k')]);
  await upload(now.id, [aPart('openssl', '3.0.3')]);

  const file = await fetch(`/api/releases/${now.id}/sbom/export?format=spdx-2.3-json`);
  const { items, totals } = await calls.compareReleases({ id: now.id, with: old.id, change: 'version' });
  const sheet = await fetch(`/api/releases/${now.id}/comparison/export?with=${old.id}&format=xlsx&language=en`);

  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/spdx+json']);
  expect(file.headers.get('content-disposition')).toContain('MR-1167_1.4.7.spdx.json');
  expect(await file.json()).toMatchObject({ spdxVersion: 'SPDX-2.3', name: 'MR-1167 1.4.7' });
  expect(items.map(({ before, after }) => [before?.version, after?.version])).toEqual([['1.1.1k', '3.0.3']]);
  expect(totals.version).toBe(1);
  expect(sheet.headers.get('content-disposition')).toContain('comparison_MR-1167_1.4.6_1.4.7.xlsx');
});

test.each([
  ['sbom/export?format=cyclonedx-1.5-json', 'a form that is not written'],
  ['comparison', 'nothing to compare with'],
  ['comparison?with=1.0', 'what is no id'],
])('%s is refused: %s', async (path) => {
  const { id } = await aRelease(house.db);

  const answer = await fetch(`/api/releases/${id}/${path}`);

  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, 'invalid']);
});
