import { expect, test } from 'vitest';
import { aHouse } from '../../test/house.ts';
import { type ApiDocument, type ApiOperation, curlOf, matches, operationsOf } from './api-document.ts';

const house = await aHouse();
const document = (await (await house.fetchWith()('/api/openapi.json')).json()) as ApiDocument;
const operations = operationsOf(document);
const find = (id: string) => operations.find((one) => one.id === id) as ApiOperation;

test('every operation of the real document is listed with its step and access', () => {
  expect(operations.length).toBeGreaterThan(50);
  expect(operations.filter(({ step, access, summary }) => !step || !access || !summary)).toEqual([]);
});

test('an operation is found by path, name, words and permission', () => {
  const retry = find('operations.retryJobs');

  expect(
    ['/jobs/retry', 'retryJobs', 'failed RUN', 'job:write', 'post', ''].every((query) => matches(retry, query)),
  ).toBe(true);
  expect(matches(retry, 'failed mail')).toBe(false);
});

test('the line for a terminal has method, key, body and path', () => {
  const base = 'https://mamori.example.jp/api';

  expect(curlOf(find('operations.listJobs'), base)).toBe(`curl -H "Authorization: Bearer $MAMORI_KEY" '${base}/jobs'`);
  expect(curlOf(find('operations.exportJobs'), base)).toContain(`'${base}/jobs/export?format=csv'`);
  expect(curlOf(find('access.me'), base)).toBe(`curl '${base}/me'`);
  expect(curlOf(find('operations.retryJobs'), base)).toBe(
    `curl -X POST -H "Authorization: Bearer $MAMORI_KEY" -H 'content-type: application/json' -d '{"ids":["01a209c0-727f-709b-b194-1121636b4b97"]}' '${base}/jobs/retry'`,
  );
  expect(curlOf(find('inventory.uploadEvidence'), base)).toContain(
    ` -F 'kind=kernel-config' -F 'file=@FILE' '${base}/`,
  );
  expect(curlOf(find('access.getAuditLine'), base)).toContain('/audit/lines/01a209c0-');
});

test('a line without a body can be run as it stands', async () => {
  const { fetch } = await house.aSignedIn();
  const answers = [];
  for (const id of ['operations.listJobs', 'operations.exportJobs', 'access.me', 'access.listAudit']) {
    const url = /'(http[^']+)'$/.exec(curlOf(find(id), `${house.url}/api`))?.[1] ?? '';
    answers.push((await fetch(url.slice(house.url.length))).status);
  }

  expect(answers).toEqual([200, 200, 200, 200]);
});
