import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, sources } from './architecture/sources.ts';
import { noticeText } from './licences/notice.ts';
import { builders, licenceTexts, productionDependencies, type Shipped, shipped } from './licences/shipped.ts';
import { isAcceptable } from './licences/spdx.ts';

// Each lets a maker use, change and pass on Mamori within a product, without opening anything of their own.
const accepted = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'PostgreSQL',
  'Python-2.0',
  'Unicode-3.0',
  'Unlicense',
  'Zlib',
]);

/** What is taken although its licence is not in the list: each with the reason, so that a second one needs its own. */
const exceptions = [
  {
    name: /^lightningcss(-|$)/,
    licence: 'MPL-2.0',
    why: 'Packs style sheets while the pages are built, unchanged; nothing of it is in the pages. MPL-2.0 binds its own files only.',
  },
];

const named = ({ name, version }: Shipped) => `${name} ${version}`;
const excepted = ({ name, licence }: Shipped) =>
  exceptions.some((one) => one.name.test(name) && one.licence === licence);

function verdictOf(one: Shipped): 'fine' | string {
  if (one.licence === undefined) return `${named(one)} does not say its licence`;
  if (excepted(one)) return 'fine';
  try {
    return isAcceptable(one.licence, accepted) ? 'fine' : `${named(one)} is under ${one.licence}`;
  } catch (problem) {
    return `${named(one)}: ${(problem as Error).message}`;
  }
}

test('everything that ships has a licence that a maker can live with', () => {
  expect(shipped.map(verdictOf).filter((verdict) => verdict !== 'fine')).toEqual([]);
  expect(shipped.length).toBeGreaterThan(100);
});

test('each exception is still needed', () => {
  const unused = exceptions.filter(
    ({ name, licence }) => !shipped.some((one) => name.test(one.name) && one.licence === licence),
  );
  expect(unused).toEqual([]);
});

test('no licence text says otherwise than its package', () => {
  const copyleft =
    /GNU (LESSER |AFFERO |LIBRARY )?GENERAL PUBLIC LICENSE|Server Side Public License|Business Source License/i;
  // These texts only mention such licences: the MPL as one to change to, Node of tools that are not in its program.
  const mention = /^(lightningcss|node-(linux|bin))/;
  const wrong = shipped
    .filter(({ name, licence }) => !mention.test(name) && !licence?.includes(' OR '))
    .flatMap((one) => licenceTexts(one))
    .filter(({ text }) => copyleft.test(text))
    .map(({ file }) => file);
  expect(wrong).toEqual([]);
});

test('the pages and the server import production dependencies only', () => {
  const packageOf = (from: string) =>
    from
      .split('/')
      .slice(0, from.startsWith('@') ? 2 : 1)
      .join('/');
  const wrong = sources.flatMap(({ file, imports }) =>
    imports
      .filter(
        ({ from, target, typeOnly }) =>
          target === null && !typeOnly && /^@?[\w.-]+(\/|$)/.test(from) && !from.startsWith('node:'),
      )
      .map(({ from }) => packageOf(from))
      .filter((name) => !productionDependencies.has(name) && !builders.includes(name))
      .map((name) => `${file} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('style sheets import production dependencies only', () => {
  const wrong = globSync('src/**/*.css', { cwd: root }).flatMap((file) =>
    [...readFileSync(path.join(root, file), 'utf8').matchAll(/@import\s+(?:url\()?['"]([^'".][^'"]*)['"]/g)]
      .map(([, from = '']) =>
        from
          .split('/')
          .slice(0, from.startsWith('@') ? 2 : 1)
          .join('/'),
      )
      .filter((name) => !productionDependencies.has(name))
      .map((name) => `${file} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('NOTICE names everything that ships, with its licence and its copyright; `npx vitest run test/licences -u` writes it', async () => {
  await expect(noticeText(shipped)).toMatchFileSnapshot(path.join(root, 'NOTICE'));
  expect(existsSync(path.join(root, 'LICENSE'))).toBe(true);
});

describe('licence expressions', () => {
  const some = new Set(['MIT', 'ISC', 'GPL-2.0-only WITH Classpath-exception-2.0']);

  test.each([
    ['MIT', true],
    ['GPL-3.0-only', false],
    ['(MIT OR GPL-3.0-only)', true],
    ['MIT AND GPL-3.0-only', false],
    ['MIT AND (GPL-3.0-only OR ISC)', true],
    ['GPL-3.0-only OR MIT AND AGPL-3.0-only', false],
    ['GPL-2.0-only WITH Classpath-exception-2.0', true],
    ['GPL-2.0-only', false],
  ])('%s: %s', (expression, fine) => {
    expect(isAcceptable(expression, some)).toBe(fine);
  });

  test.each(['', 'SEE LICENSE IN LICENSE.txt', 'MIT OR', '(MIT', 'MIT ISC', 'AND'])('"%s" is none', (expression) => {
    expect(() => isAcceptable(expression, some)).toThrow();
  });

  test('a package without a licence, or with one that nobody knows, is named', () => {
    const one = { name: 'shady', version: '1.0.0', folder: 'node_modules/shady', installed: false, optional: false };
    expect(verdictOf({ ...one, licence: undefined })).toBe('shady 1.0.0 does not say its licence');
    expect(verdictOf({ ...one, licence: 'AGPL-3.0-only' })).toBe('shady 1.0.0 is under AGPL-3.0-only');
    expect(verdictOf({ ...one, licence: 'SEE LICENSE IN EULA' })).toContain('shady 1.0.0');
  });
});
