import fc from 'fast-check';
import { expect, test } from 'vitest';
import { itemsOf, type NamedComponent } from './contents.ts';
import { ContentsWriter, unpackContents } from './packed-contents.ts';
import type { SbomEdge, SbomHead, SbomPart } from './parts.ts';
import { pathsTo } from './paths-to.ts';

const head: SbomHead = {
  ...{ format: 'cyclonedx', formatVersion: '1.6', serialNumber: null, createdAt: null, authors: [], tools: [] },
  subject: 'p0',
};
const nameless: NamedComponent = { name: 'c', version: null, purl: null, cpes: [], supplier: null, distribution: null };
const identity = { name: 'c', version: null, purl: null, cpes: [], supplier: null };

const aPart = (n: number): fc.Arbitrary<SbomPart> =>
  fc.record({
    ...{ ref: fc.constant(`p${n}`), name: fc.constant('c'), version: fc.constant(null), purl: fc.constant(null) },
    ...{ cpes: fc.constant([]), supplier: fc.constant(null), place: fc.string() },
    licences: fc.array(fc.constantFrom('MIT', 'Zlib', 'GPL-2.0-only'), { maxLength: 2 }),
    hashes: fc.dictionary(fc.constantFrom('SHA1', 'SHA256'), fc.constantFrom('aa', 'bb')),
    kind: fc.constantFrom('library', 'file', 'other'),
    purpose: fc.constantFrom('shipped', 'build', 'optional'),
  });

async function pack(parts: SbomPart[], edges: SbomEdge[]) {
  const writer = new ContentsWriter();
  // Some formats name edges before the parts that they are of.
  for (const edge of edges) writer.addEdge(edge);
  for (const [at, part] of parts.entries()) await writer.addPart(part, at + 1, part.purpose !== 'build');
  return writer.finish(head);
}

test('what is packed comes out again, in its order; edges to nothing are left out', async () => {
  const size = 12;
  const aGraph = fc.array(fc.tuple(fc.nat(size + 2), fc.nat(size + 2), fc.constantFrom('contains', 'depends-on')), {
    maxLength: 30,
  });
  await fc.assert(
    fc.asyncProperty(fc.tuple(...Array.from({ length: size }, (_, n) => aPart(n))), aGraph, async (parts, graph) => {
      const edges = graph.map(
        ([from, to, kind]): SbomEdge => ({ from: `p${from}`, to: `p${to}`, kind: kind as SbomEdge['kind'] }),
      );

      const { bytes, shipped } = await pack(parts, edges);
      const items = [...itemsOf(await unpackContents(bytes), new Map(parts.map((_, at) => [at + 1, nameless])))];

      const isThere = (ref: string) => Number(ref.slice(1)) < size;
      expect(items).toEqual([
        { is: 'head', head },
        ...parts.map((part) => ({ is: 'part', part: { ...part, ...identity, hashes: { ...part.hashes } } })),
        ...edges.filter(({ from, to }) => isThere(from) && isThere(to)).map((edge) => ({ is: 'edge', edge })),
      ]);
      // The thing that the document describes is no part of itself.
      expect(shipped).toEqual(parts.flatMap(({ purpose }, at) => (purpose === 'build' || at === 0 ? [] : [at + 1])));
    }),
    { numRuns: 50 },
  );
});

async function contentsOf(size: number, arrows: [number, number][]) {
  const parts = Array.from(
    { length: size },
    (_, n): SbomPart => ({
      ...{ ref: `p${n}`, ...identity, licences: [], hashes: {}, kind: 'library', purpose: 'shipped', place: '' },
    }),
  );
  const edges = arrows.map(([from, to]): SbomEdge => ({ from: `p${from}`, to: `p${to}`, kind: 'depends-on' }));
  return unpackContents((await pack(parts, edges)).bytes);
}

test.each<[string, [number, number][], number[][]]>([
  [
    'one after the other',
    [
      [0, 1],
      [1, 2],
      [2, 3],
    ],
    [[0, 1, 2, 3]],
  ],
  [
    'the shortest first',
    [
      [0, 1],
      [1, 2],
      [2, 3],
      [0, 3],
    ],
    [
      [0, 3],
      [0, 1, 2, 3],
    ],
  ],
  [
    'in a circle',
    [
      [0, 1],
      [1, 2],
      [2, 1],
      [2, 3],
      [3, 0],
    ],
    [[0, 1, 2, 3]],
  ],
  [
    'from nowhere',
    [
      [2, 1],
      [1, 2],
    ],
    [[3]],
  ],
])('paths %s', async (_, arrows, expected) => {
  expect(pathsTo(await contentsOf(4, arrows), 4)).toEqual(expected);
});

test('a graph where everything hangs on everything has at most 20 paths, at once', async () => {
  const size = 60;
  const arrows = Array.from({ length: size * size }, (_, n): [number, number] => [Math.floor(n / size), n % size]);

  const paths = pathsTo(
    await contentsOf(
      size,
      arrows.filter(([from, to]) => from !== to),
    ),
    size,
  );

  expect(paths).toHaveLength(20);
  expect(paths.map(({ length }) => length)).toEqual([2, ...Array(19).fill(3)]);
});
