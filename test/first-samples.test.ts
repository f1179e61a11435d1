import { expect, test } from 'vitest';
import { intelligence } from '#intelligence/contract';
import { inventory } from '#inventory/contract';
import { matching } from '#matching/contract';
import { aHouse } from './house.ts';

/** Files come from the server, and go back to it unchanged, as a person would choose them. */
async function aMaker() {
  const house = await aHouse();
  const { cookie } = await house.aSignedIn(['administrator']);
  const [products, records, matches] = [inventory, intelligence, matching].map((part) =>
    house.callsOf(part, cookie),
  ) as [
    ReturnType<typeof house.callsOf<typeof inventory>>,
    ReturnType<typeof house.callsOf<typeof intelligence>>,
    ReturnType<typeof house.callsOf<typeof matching>>,
  ];
  const taken = async (path: string): Promise<File> => {
    const answer = await house.fetchWith(cookie)(path);
    expect(answer.status).toBe(200);
    const name = /filename\*=utf-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '';
    return new File([await answer.arrayBuffer()], decodeURIComponent(name), {
      type: answer.headers.get('content-type') ?? '',
    });
  };
  return { house, products, records, matches, taken };
}

test.each([
  ['xlsx', 'cyclonedx', 'ja'],
  ['csv', 'xlsx', 'ja'],
  ['xlsx', 'csv', 'en'],
  ['csv', 'cyclonedx', 'en'],
] as const)('samples lead to a match as they are: products as %s, parts as %s (%s)', async (table, parts, language) => {
  const { house, products, records, matches, taken } = await aMaker();

  const file = await taken(`/api/products/import-sample?format=${table}&language=${language}`);
  const { id, canApply } = await products.previewImport({ file });
  expect(canApply).toBe(true);
  await products.applyImport({ id });
  const { firstModel } = await products.describeStart();
  expect(firstModel).toMatchObject({ name: 'SAMPLE-100' });
  const { id: releaseId } = await products.createRelease({
    ...{ modelId: firstModel?.id ?? '', version: '1.0.0', state: 'shipped' },
  });
  const sbom = await taken(`/api/sbom-samples/${parts}?language=${language}`);
  const { state } = await products.uploadSbom({ id: releaseId, file: sbom });
  expect(state).toBe('stored');
  await records.importRecords({ file: await taken('/api/intelligence/import-sample') });
  await house.drain();

  const start = await products.describeStart();
  expect(start).toMatchObject({ models: 2, releases: 1, withParts: 1, withoutParts: null });
  expect(start.filled).toMatchObject({ release: { id: releaseId }, components: 3, unidentified: 0 });
  const { items } = await matches.listTouching({});
  expect(items).toMatchObject([
    {
      vulnerability: { name: 'CVE-2021-3711' },
      match: 'applies',
      example: { release: { id: releaseId }, component: { name: 'openssl', version: '1.1.1k' } },
    },
  ]);
  const why = await matches.explain({ id: releaseId, name: 'CVE-2021-3711' });
  expect(why.sentence[language]).toMatch(/1\.1\.1k/);
});
