import type { Tools } from '#access';
import type { Bench, Figure } from '../../src/cli/run-benches.ts';
import { listCommonComponents, listComponentNames } from '../../src/inventory/list-component-names.ts';
import { listLines } from '../../src/inventory/list-lines.ts';
import { listModels } from '../../src/inventory/list-models.ts';
import { listReleases } from '../../src/inventory/list-releases.ts';
import { countWhere, whereIs } from '../../src/inventory/where-is.ts';
import { loadLargeInventory } from './large-inventory.ts';
import { onServer, seconds } from './on-server.ts';
import { type List, listPages, p95 } from './p95.ts';

/** 100,000 releases of 300 components each, 1,000,000 distinct ones, as four people at once meet them. Takes 5 GB. */
export const bench: Bench = {
  title: 'Large inventory',
  measure: () =>
    onServer(async ({ tools, ownerUrl }) => {
      const loaded = Math.round(await seconds(() => loadLargeInventory(ownerUrl)));
      const load = { what: '100,000 releases of 300 components, 1,000,000 distinct: load', value: loaded };
      return [{ ...load, unit: 's', limit: 300 }, ...(await figuresOf(tools))];
    }),
};

const figuresOf = async (tools: Tools): Promise<Figure[]> => [
  ...(await whereFigures(tools)),
  ...(await treeFigures(tools)),
  ...(await listFigures(tools)),
];

/** The answers to "where is it", page and counts. */
async function whereFigures(tools: Tools): Promise<Figure[]> {
  const questions = {
    'an exact version in 2,000 releases': 'OpenSSL 1.1.1k',
    'a range of 11 versions in 22,000 releases': 'openssl >=1.1.1 <1.1.1l',
    'every version, in 100,000 releases': 'busybox',
    'a purl in 100 releases': 'pkg:npm/lib-media-3c2',
    'a CPE with a range': 'cpe:2.3:a:zlib:zlib <3.5',
    'nothing of that name': 'log4j-core <2.17',
  };
  const figures: Figure[] = [];
  for (const [what, q] of Object.entries(questions)) {
    const asked = { q, fromIncluded: 'true', toIncluded: 'false', versions: 'within' } as const;
    const page = () => whereIs(tools, { ...asked, sort: 'product', limit: 50 });
    const counts = () => countWhere(tools, asked);
    for (const [callers, asking] of [
      [1, 'one asks'],
      [4, 'four ask at once'],
    ] as const) {
      figures.push(await p95(`where is: ${what}, ${asking}: first page`, 100, [page], callers));
      figures.push(await p95(`where is: ${what}, ${asking}: counts`, 100, [counts], callers));
    }
  }
  figures.push(await p95('where is: names to begin with', 100, [() => listCommonComponents(tools, { limit: 10 })]));
  return figures;
}

async function treeFigures(tools: Tools): Promise<Figure[]> {
  const first = { sort: 'name', limit: 100 } as const;
  const line = (await listLines(tools, first)).items[50]?.id ?? '';
  return [
    await p95('product tree: lines with counts', 100, [() => listLines(tools, first)]),
    await p95('product tree: models of a line', 100, [() => listModels(tools, { ...first, line: [line] })]),
  ];
}

/** Every list in three orders and with three filters, each on the pages 1, 2 and 50. */
async function listFigures(tools: Tools): Promise<Figure[]> {
  const line = (await listLines(tools, { sort: 'name', limit: 20 })).items.map(({ id }) => id);
  const popular = { q: 'curl', fromIncluded: 'true', toIncluded: 'false', versions: 'within' } as const;
  const sortsOf = {
    models: ['name', '-security-end', 'part-numbers'],
    releases: ['-date', 'name', '-units'],
    where: ['product', '-units', 'released'],
  } as const;
  const lists: Record<string, List[]> = {
    models: sortsOf.models.flatMap((sort) => [
      (page) => listModels(tools, { sort, ...page }),
      (page) => listModels(tools, { sort, market: ['DE'], ...page }),
      (page) => listModels(tools, { sort, q: 'mx-1', ...page }),
    ]),
    releases: sortsOf.releases.flatMap((sort) => [
      (page) => listReleases(tools, { sort, ...page }),
      (page) => listReleases(tools, { sort, state: ['shipped'], ...page }),
      (page) => listReleases(tools, { sort, line, ...page }),
    ]),
    'releases with a popular component': sortsOf.where.flatMap((sort) => [
      (page) => whereIs(tools, { ...popular, sort, ...page }),
      (page) => whereIs(tools, { ...popular, sort, field: 'only', ...page }),
      (page) => whereIs(tools, { ...popular, sort, line, ...page }),
    ]),
    'names of components': [
      (page) => listComponentNames(tools, page),
      (page) => listComponentNames(tools, { q: 'li', ...page }),
      (page) => listComponentNames(tools, { q: 'crypt', ...page }),
    ],
  };
  return listPages(lists);
}
