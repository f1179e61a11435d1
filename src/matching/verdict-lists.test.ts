import { beforeEach, expect, test } from 'vitest';
import { VerdictContent } from '#verdicts/model';
import { freshDatabase, noon } from '../../test/database.ts';
import { aShippingHouse, openssl } from '../../test/matching/shipped.ts';
import { aCriterion, aStatement, cpeProduct, ranges } from '../../test/statements.ts';
import { exportVerdictEvents, exportVerdicts } from '../verdicts/export-verdicts.ts';
import { listVerdictDays, listVerdictEvents } from '../verdicts/list-days.ts';
import { countVerdicts, getVerdict, listVerdicts, listVerdictsOfPlace } from '../verdicts/list-verdicts.ts';
import { signVerdictDay } from '../verdicts/sign-day.ts';
import { decide } from './decide.ts';
import { matchReleases } from './match-releases.ts';
import { matchVulnerabilities } from './match-vulnerabilities.ts';
import { revokeVerdicts } from './revoke-verdicts.ts';

const house = await freshDatabase();
beforeEach(house.reset);
const { aReleaseOf, comesIn } = aShippingHouse(house);

const product = 'cpe:a:openssl:openssl';
const content = (more: object) => VerdictContent.parse({ note: '', ...more });
const closed = content({
  status: 'not-affected',
  justification: 'vulnerable-code-not-present',
  reason: 'not-compiled',
  until: '2026-12-10',
});
const open = content({ status: 'under-investigation', note: '開発に確認中' });

/** Two verdicts today, the older replaced and the newer revoked tomorrow, and one for another vulnerability. */
async function aDecidedHouse() {
  const release = await aReleaseOf('1.0', openssl('1.1.0'));
  await matchReleases(house.system, [release.key]);
  const records = ['CVE-2026-1', 'CVE-2026-2'].map((name) =>
    aStatement({
      ...{ externalId: name, names: [name], title: { ja: `${name}の題名` } },
      criteria: [aCriterion({ product: cpeProduct('a', 'openssl:openssl'), ranges: ranges('[1.0,2.0)') })],
    }),
  );
  await matchVulnerabilities(house.system, await comesIn(...records));
  const { tools, person } = await house.aPerson([{ role: 'analyst', divisionId: null }]);
  const hours = (count: number) => ({ ...tools, now: () => noon.add({ hours: count }) });
  const deciding = (vulnerability: string, of: VerdictContent, scope: 'model' | 'line') => ({
    ...{ places: { by: 'vulnerability' as const, vulnerability }, scope, content: of, readerIds: null },
  });
  await decide(hours(0), deciding('CVE-2026-1', open, 'model'));
  await decide(hours(1), deciding('CVE-2026-1', closed, 'model'));
  await decide(hours(2), deciding('CVE-2026-2', closed, 'line'));
  const [, newer] = (await listVerdicts(house.system, { limit: 10 })).items;
  await revokeVerdicts(hours(24), { ids: [newer?.id ?? ''], note: '誤り' });
  return { release, person };
}

test('verdicts come in pages and by filter, with what they are for, who decided and how they ended', async () => {
  const { release, person } = await aDecidedHouse();
  const first = await listVerdicts(house.system, { limit: 2 });
  const rest = await listVerdicts(house.system, { limit: 2, after: first.next ?? '' });
  const all = [...first.items, ...rest.items];

  expect(all.map(({ vulnerability, status, state, for: of }) => [vulnerability.name, status, state, of.scope])).toEqual(
    [
      ['CVE-2026-2', 'not-affected', 'standing', 'line'],
      ['CVE-2026-1', 'not-affected', 'revoked', 'model'],
      ['CVE-2026-1', 'under-investigation', 'replaced', 'model'],
    ],
  );
  expect(all[1]).toMatchObject({
    for: { line: { name: 'ルーター' }, model: { name: 'MR-1167' }, release: null },
    ...{ author: { name: '佐藤 美咲' }, approval: null, replaces: all[2]?.id, ended: { note: '誤り' } },
  });
  const names = async (filter: object) =>
    (await listVerdicts(house.system, { limit: 10, ...filter })).items.map(({ vulnerability, state }) => [
      vulnerability.name,
      state,
    ]);
  expect(await names({ status: ['under-investigation'] })).toHaveLength(1);
  expect(await names({ scope: ['line'] })).toEqual([['CVE-2026-2', 'standing']]);
  expect(await names({ state: ['revoked'] })).toEqual([['CVE-2026-1', 'revoked']]);
  expect(await names({ line: [all[0]?.for.line?.id ?? ''] })).toHaveLength(3);
  expect(await names({ model: [all[1]?.for.model?.id ?? ''] })).toHaveLength(2);
  expect(await names({ author: [person.id] })).toHaveLength(3);
  expect(await names({ author: [release.id] })).toEqual([]);
  expect(await names({ expiring: 'only' })).toEqual([['CVE-2026-2', 'standing']]);
  expect(await names({ inherited: 'only' })).toEqual([]);
  expect(await names({ q: 'CVE-2026-2 の題名' })).toEqual([['CVE-2026-2', 'standing']]);
  expect(await names({ q: '開発に' })).toEqual([['CVE-2026-1', 'replaced']]);
  const place = { release: release.id, vulnerability: 'CVE-2026-1', product, limit: 10 };
  expect((await listVerdictsOfPlace(house.system, place)).items.map(({ state }) => state)).toEqual([
    'revoked',
    'replaced',
  ]);
  const { events } = await getVerdict(house.system, { id: all[1]?.id ?? '' });
  expect(events.map(({ what, note }) => [what, note])).toEqual([
    ['revoke', '誤り'],
    ['decide', ''],
  ]);
  const file = await exportVerdicts(house.system, { format: 'csv', language: 'ja' });
  expect((await file.text()).split('\r\n')[2]).toContain(
    'CVE-2026-1の題名,cpe:a:openssl:openssl,機種の全リリース,ルーター,MR-1167,,,影響なし',
  );
});

test('each day tells what was decided in Japan on it, and who has signed how far', async () => {
  await aDecidedHouse();
  const responsible = await house.aPerson([{ role: 'responsible', divisionId: null }], '鈴木 一郎');
  const days = async () => (await listVerdictDays(house.system, { limit: 10 })).items;
  expect(
    (await days()).map(({ day, events, unsigned, byStatus }) => [day, events, unsigned, byStatus['not-affected']]),
  ).toEqual([
    ['2026-11-25', 1, 1, 0],
    ['2026-11-24', 3, 3, 2],
  ]);
  expect((await countVerdicts(house.system)).unsigned).toBe(4);

  const first = await listVerdictEvents(house.system, { day: '2026-11-24', limit: 1 });
  const { items } = await listVerdictEvents(house.system, { day: '2026-11-24', limit: 5, after: first.next ?? '' });
  expect(items.map(({ what, status, example }) => [what, status, example.name])).toEqual([
    ['decide', 'not-affected', 'CVE-2026-1'],
    ['decide', 'under-investigation', 'CVE-2026-1'],
  ]);
  const upTo = items[0]?.id ?? '';
  expect(await signVerdictDay(responsible.tools, { day: '2026-11-24', upTo })).toEqual({ signed: 2 });
  expect(await signVerdictDay(responsible.tools, { day: '2026-11-24', upTo })).toEqual({ signed: 0 });
  await expect(signVerdictDay(responsible.tools, { day: '2026-11-25', upTo })).rejects.toMatchObject({
    code: 'not-found',
  });

  const [, day] = await days();
  expect([day?.unsigned, day?.signatures]).toEqual([
    1,
    [{ by: { id: responsible.person.id, name: '鈴木 一郎' }, at: noon.toString() }],
  ]);
  const file = await exportVerdictEvents(house.system, { day: '2026-11-24', format: 'csv', language: 'ja' });
  expect((await file.text()).split('\r\n').map((line) => line.split(',').at(-1))).toEqual([
    '署名',
    '',
    '鈴木 一郎',
    '鈴木 一郎',
    '',
  ]);
});
