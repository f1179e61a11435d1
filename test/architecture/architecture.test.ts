import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { permissions } from '#access/model';
import { accessOf } from '#platform/browser/contract';
import { checkEdges } from '#platform/http/edges';
import { edges, steps } from '../../src/steps.ts';
import { fileExists, isStep, order, reach, roomOf, type Source, sources } from './sources.ts';

/** Names every break of a rule, so that a red test is a list of work. */
function breaks(check: (source: Source) => string[]): string[] {
  return sources.flatMap((source) => check(source).map((what) => `${source.file}: ${what}`));
}

const entries = new Set(['index.ts', 'pure.ts', 'model.ts', 'contract.ts', 'text.ts']);
const compositionRoots = (file: string) =>
  ['src/main.ts', 'src/steps.ts', 'src/contract.ts', 'src/deeds.ts'].includes(file) ||
  ['web', 'cli', 'demo', 'edges'].includes(roomOf(file));
const isPage = (file: string) => roomOf(file) === 'kit' || roomOf(file) === 'web' || file.split('/')[2] === 'pages';

test('every import of ours leads to a file', () => {
  expect(
    breaks(({ imports }) =>
      imports.filter(({ target }) => target !== null && !fileExists(target)).map(({ from }) => from),
    ),
  ).toEqual([]);
});

test('rule 1: calls go left', () => {
  const wrong = breaks(({ file, imports }) => {
    const room = roomOf(file);
    if (!isStep(room)) return [];
    return imports.flatMap(({ target, from }) => {
      const other = target === null ? '' : roomOf(target);
      return isStep(other) && order.indexOf(other) > order.indexOf(room) ? [`${from} lies to its right`] : [];
    });
  });
  expect(wrong).toEqual([]);
});

test('rule 1: only pages use kit', () => {
  const wrong = breaks(({ file, imports }) =>
    isPage(file)
      ? []
      : imports.filter(({ target }) => target !== null && roomOf(target) === 'kit').map(({ from }) => from),
  );
  expect(wrong).toEqual([]);
});

test('rule 2: another step is entered by its door', () => {
  const wrong = breaks(({ file, imports }) =>
    imports.flatMap(({ target, from }) => {
      if (target === null) return [];
      const other = roomOf(target);
      if (!isStep(other) || other === roomOf(file)) return [];
      const inside = target.split('/').slice(2).join('/');
      const fromRoot =
        compositionRoots(file) &&
        (['routes.ts', 'reactions.ts', 'edges.ts', 'duties.ts', 'measures.ts', 'deeds.ts', 'help.ts'].includes(
          inside,
        ) ||
          /^pages\/([a-z-]+\/)?index\.ts$/.test(inside));
      if (from.startsWith('.')) return [`${from} goes around the door of ${other}`];
      return entries.has(inside) || fromRoot ? [] : [`${from} is not a door of ${other}`];
    }),
  );
  expect(wrong).toEqual([]);
});

const serverOnly =
  /^(node:|pg$|pg-|kysely|hono|@hono|pino|prom-client|nodemailer|openid-client|otplib|@simplewebauthn\/server|@orpc\/(server|openapi)$)/;

test('rule 3: what a browser loads knows neither node nor a database', () => {
  const browserFiles = sources.filter(
    ({ file }) =>
      isPage(file) ||
      /^src\/[^/]+\/(model|contract|text|pure)\.tsx?$/.test(file) ||
      file.startsWith('src/platform/browser/'),
  );
  const wrong = browserFiles.flatMap(({ file }) =>
    reach(file).flatMap((source) =>
      source.imports
        .filter(
          ({ from, typeOnly, target }) =>
            !typeOnly &&
            (serverOnly.test(from) ||
              (target !== null && roomOf(target) === 'platform' && !target.startsWith('src/platform/browser/'))),
        )
        .map(({ from }) => `${file} loads ${from} by ${source.file}`),
    ),
  );
  expect([...new Set(wrong)]).toEqual([]);
});

const builds = /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql(<[^`]*>)?`/;
const isStore = (file: string) => /^src\/[^/]+\/(.+\/)?store(\.ts|\/[^/]+\.ts)$/.test(file);

test('rule 4: only store files build queries', () => {
  expect(
    breaks(({ file, text }) => (isStep(roomOf(file)) && !isStore(file) && builds.test(text) ? ['builds a query'] : [])),
  ).toEqual([]);
});

test('rule 5: formats, versions and kit stand on nothing of ours and do no I/O', () => {
  const io = /^node:(fs|net|http|https|child_process|dgram|tls|dns|worker_threads)/;
  const wrong = breaks(({ file, imports }) => {
    const room = roomOf(file);
    if (!['formats', 'versions', 'kit'].includes(room)) return [];
    return imports.flatMap(({ from, target }) => {
      if (io.test(from)) return [`${from} does I/O`];
      if (target === null || roomOf(target) === room) return [];
      return room === 'kit' && target.startsWith('src/platform/browser/') ? [] : [`${from} is ours`];
    });
  });
  expect(wrong).toEqual([]);
});

test('rule 6: nobody imports the composition roots', () => {
  const wrong = breaks(({ file, imports }) =>
    compositionRoots(file)
      ? []
      : imports.filter(({ target }) => target !== null && compositionRoots(target)).map(({ from }) => from),
  );
  expect(wrong).toEqual([]);
});

describe('rule 7: who may call is declared', () => {
  const known = new Set<string>(['public', 'signed-in', ...permissions]);

  test('by every endpoint, in known words', () => {
    const wrong = Object.entries(steps).flatMap(([step, { contract }]) =>
      Object.entries(contract)
        .filter(([, endpoint]) => !known.has(accessOf(endpoint) ?? ''))
        .map(([name]) => `${step}.${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('by every edge, with example requests', () => {
    expect(() => checkEdges(edges)).not.toThrow();
    expect(edges.filter(({ access }) => !known.has(access)).map(({ name }) => name)).toEqual([]);
  });

  test('an edge without an example stops the start', () => {
    const bare = {
      name: 'bare',
      method: 'GET' as const,
      path: '/bare' as const,
      access: 'public',
      examples: [],
      handle: async () => new Response(),
    };
    expect(() => checkEdges([bare])).toThrow(/bare has no example/);
  });
});

test('no file is handwritten beyond 500 lines, and nine of ten stay within 250', () => {
  const lengths = sources.map(({ file, text }) => ({ file, lines: text.split('\n').length }));
  expect(lengths.filter(({ lines }) => lines > 500)).toEqual([]);
  const long = lengths.filter(({ lines }) => lines > 250);
  expect(long.length).toBeLessThanOrEqual(lengths.length / 10);
});

test('every step says what it is in a README', () => {
  const rooms = new Set(sources.map(({ file }) => roomOf(file)).filter(isStep));
  expect([...rooms].filter((room) => !fileExists(path.join('src', room, 'README.md')))).toEqual([]);
});
