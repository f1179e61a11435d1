import { readBuildrootManifest } from '#formats/buildroot';
import { bareHead, barePart, problemItems } from './bare-part.ts';
import { problem } from './part-graph.ts';
import type { SbomItem, SbomLimits } from './parts.ts';
import { type SbomReader, textOfHead } from './reader.ts';
import { wholeSource } from './whole-source.ts';

/** Buildroot's legal-info/manifest.csv; a name that stands twice with the same version is one part. */
export const buildrootManifest: SbomReader = {
  id: 'buildroot',
  detects: (head) => /^"?PACKAGE"?,"?VERSION"?,"?LICENSE"?,/i.test(textOfHead(head)),
  read: fromBuildroot,
};

async function* fromBuildroot(source: AsyncIterable<Uint8Array>, limits: SbomLimits): AsyncGenerator<SbomItem> {
  const read = await wholeSource(source, limits.unpackedBytes);
  if ('problem' in read) return yield { is: 'problem', problem: read.problem };
  const { packages, problems } = readBuildrootManifest(read.bytes);
  yield* problemItems(problems, 'error');
  if (problems.length > 0) return;
  yield { is: 'head', head: bareHead('buildroot') };
  const listed = new Map(packages.map((entry) => [entry.package, entry]));
  for (const entry of packages) {
    const place = `line ${entry.line}`;
    if (listed.get(entry.package) !== entry) {
      yield {
        is: 'problem',
        problem: problem('warning', place, 'duplicate-ref', `${entry.package} stands again below`),
      };
      continue;
    }
    const licences = entry.license === null ? [] : [entry.license];
    const part = { ...barePart(entry.package, entry.package, place), version: entry.version, licences };
    yield { is: 'part', part };
    // Dependencies that are not listed are virtual or part of Buildroot itself: skeletons, toolchain wrappers.
    for (const to of new Set(entry.dependencies)) {
      if (listed.has(to) && to !== entry.package) {
        yield { is: 'edge', edge: { from: entry.package, to, kind: 'depends-on' } };
      }
    }
  }
}
