import { beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import { getVulnerability } from './get-vulnerability.ts';
import { listVulnerabilities, searchVulnerabilities } from './list-vulnerabilities.ts';
import { OwnFacts } from './model.ts';
import { createOwnRecord, getOwnRecord, updateOwnRecord, withdrawOwnRecord } from './write-own-record.ts';

const house = await freshDatabase();
beforeEach(house.reset);

const facts = (given: Partial<OwnFacts> = {}) =>
  OwnFacts.parse({
    ...{
      titleJa: 'SDKのコマンド実行',
      titleEn: '',
      overview: '',
      vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
    },
    ...{
      names: [],
      products: [{ product: 'realtek/jungle_sdk', versions: '3.4 以前' }],
      technologies: ['UPnP'],
      references: [],
      tlp: 'amber',
    },
    ...given,
  });

test('an own record is a source like any other: its phrase is read and its vector is scored', async () => {
  const { tools } = await house.aPerson();

  const { name } = await createOwnRecord(tools, { facts: facts(), readerIds: null });

  expect(name).toMatch(/^OWN-[2-9A-HJKMNP-Z]{6}$/);
  const page = await getVulnerability(tools, { name });
  expect(page).toMatchObject({
    titleJa: 'SDKのコマンド実行',
    severity: 'critical',
    score: 9.8,
    technologies: ['UPnP'],
    walled: false,
  });
  expect(page.statements[0]?.statement.criteria[0]?.ranges).toMatchObject([
    { to: { version: '3.4', included: true }, basis: 'phrase' },
  ]);
});

test('a confidential one is seen by its readers and its author alone, also where it names a public CVE', async () => {
  const author = await house.aPerson();
  const reader = await house.aPerson([{ role: 'analyst', divisionId: null }], '高橋 健');
  const outside = await house.aPerson([{ role: 'administrator', divisionId: null }], '石井 徹');
  const open = await createOwnRecord(author.tools, { facts: facts({ names: ['CVE-2026-4444'] }), readerIds: null });

  const { name } = await createOwnRecord(author.tools, {
    facts: facts({ names: ['CVE-2026-4444'], titleJa: '秘密の題名' }),
    readerIds: [reader.person.id],
  });

  for (const { tools } of [author, reader])
    expect(await getVulnerability(tools, { name })).toMatchObject({ name, walled: true });
  await expect(getVulnerability(outside.tools, { name })).rejects.toMatchObject({ code: 'not-found' });
  expect((await searchVulnerabilities(outside.tools, { q: '秘密', limit: 5 })).items).toEqual([]);
  expect(
    (await listVulnerabilities(outside.tools, { sort: 'urgency', limit: 10 })).items.map((one) => one.name),
  ).toEqual(['CVE-2026-4444']);
  expect((await getVulnerability(outside.tools, { name: 'CVE-2026-4444' })).statements).toHaveLength(1);
  expect((await getVulnerability(reader.tools, { name: 'CVE-2026-4444' })).names).toContain(open.name);
});

test('it is changed at the revision that was seen, withdrawn, and put back', async () => {
  const { tools } = await house.aPerson();
  const { name, revision } = await createOwnRecord(tools, { facts: facts(), readerIds: null });

  const changed = await updateOwnRecord(tools, { name, revision, facts: facts({ titleJa: '別の題名' }) });
  await expect(updateOwnRecord(tools, { name, revision, facts: facts() })).rejects.toMatchObject({
    code: 'conflict',
  });
  const gone = await withdrawOwnRecord(tools, { name, revision: changed.revision, withdrawn: true });

  expect(await getVulnerability(tools, { name })).toMatchObject({ state: 'withdrawn' });
  await withdrawOwnRecord(tools, { name, revision: gone.revision, withdrawn: false });
  expect(await getVulnerability(tools, { name })).toMatchObject({
    state: 'published',
    titleJa: '別の題名',
  });
  expect((await getOwnRecord(tools, { name })).facts.titleJa).toBe('別の題名');
});

test.each([
  [{ products: [{ product: 'cpe:/x:bad', versions: '' }] }, 'products'],
  [{ vector: 'CVSS:3.1/nonsense' }, 'vector'],
])('what cannot be read is refused with its field', async (given, field) => {
  const { tools } = await house.aPerson();
  await expect(createOwnRecord(tools, { facts: facts(given), readerIds: null })).rejects.toMatchObject({
    code: 'invalid',
    details: { field },
  });
});
