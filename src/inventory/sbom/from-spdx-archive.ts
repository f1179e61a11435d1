import { readSpdxJson, readSpdxTagValue } from '#formats/spdx';
import { readTar, TarFault, tarLimits } from '#formats/tar';
import { fromLinkedSpdx, type SpdxDocuments } from './from-spdx.ts';
import { problem } from './part-graph.ts';
import type { SbomItem, SbomLimits, SbomProblem } from './parts.ts';
import type { SbomReader } from './reader.ts';

/**
 * A tar of SPDX 2 documents that link to each other, as Yocto (image.spdx.tar.zst, unpacked before) and Zephyr write them.
 * The index of Yocto's archive is passed over; what is no SPDX document is named as left out.
 * @source Yocto Project Development Tasks Manual, "Creating a Software Bill of Materials" (create-spdx-2.2)
 */
export const spdxArchive: SbomReader = {
  id: 'spdx-archive',
  detects: (head) => String.fromCharCode(...head.subarray(257, 262)) === 'ustar',
  read: fromArchive,
};

async function* fromArchive(source: AsyncIterable<Uint8Array>, limits: SbomLimits): AsyncGenerator<SbomItem> {
  const leftOut: SbomProblem[] = [];
  try {
    yield* fromLinkedSpdx(documentsOf(source, limits, leftOut), limits);
  } catch (fault) {
    if (!(fault instanceof TarFault)) throw fault;
    yield { is: 'problem', problem: problem('error', fault.path, `tar-${fault.rule}`, fault.message) };
  }
  for (const left of leftOut) yield { is: 'problem', problem: left };
}

async function* documentsOf(
  source: AsyncIterable<Uint8Array>,
  limits: SbomLimits,
  leftOut: SbomProblem[],
): SpdxDocuments & AsyncGenerator {
  const members = readTar(source, { members: tarLimits.members, bytes: limits.unpackedBytes });
  for await (const { name, content } of members) {
    const json = { bytes: limits.unpackedBytes, depth: limits.depth };
    if (/(?:^|\/)index\.json$/.test(name)) continue;
    if (name.endsWith('.json')) yield { name, items: readSpdxJson(content, json) };
    else if (/\.(?:spdx|tag)$/.test(name)) yield { name, items: readSpdxTagValue(content) };
    else leftOut.push(problem('warning', name, 'member-left-out', 'No SPDX document by its name'));
  }
}
