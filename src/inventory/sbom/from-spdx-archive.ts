import { Buffer } from 'node:buffer';
import { readSpdxJson, readSpdxTagValue, type SpdxItem } from '#formats/spdx';
import { readTar, TarFault, tarLimits } from '#formats/tar';
import { fromLinkedSpdx, type SpdxDocuments } from './from-spdx.ts';
import { problem } from './part-graph.ts';
import type { SbomItem, SbomLimits, SbomProblem } from './parts.ts';
import { type SbomReader, textOfHead } from './reader.ts';

/**
 * A tar of SPDX 2 documents that link to each other, as Yocto (image.spdx.tar.zst, unpacked before) and Zephyr write them;
 * a zip of the same comes as tar. Documents that do not link to each other are several bills of materials, and refused.
 * The index of Yocto's archive is passed over; what is no SPDX document is named as left out.
 * @source Yocto Project Development Tasks Manual, "Creating a Software Bill of Materials" (create-spdx-2.2)
 */
export const spdxArchive: SbomReader = {
  id: 'spdx-archive',
  detects: (head) => String.fromCharCode(...head.subarray(257, 262)) === 'ustar',
  read: fromArchive,
};

async function* fromArchive(source: AsyncIterable<Uint8Array>, limits: SbomLimits): AsyncGenerator<SbomItem> {
  const archive = new Archive(limits);
  try {
    yield* fromLinkedSpdx(archive.documents(source), limits);
  } catch (fault) {
    if (fault instanceof TarFault) {
      yield { is: 'problem', problem: problem('error', fault.path, `tar-${fault.rule}`, fault.message) };
    } else if (fault instanceof NotOneBill) yield { is: 'problem', problem: fault.problem };
    else throw fault;
  }
  for (const left of archive.leftOut) yield { is: 'problem', problem: left };
}

/** An archive that is read document by document; ends in NotOneBill when they are none together. */
class Archive {
  readonly leftOut: SbomProblem[] = [];
  readonly #limits: SbomLimits;
  readonly #names: string[] = [];
  readonly #namespaces = new Set<string>();
  readonly #links: string[] = [];

  constructor(limits: SbomLimits) {
    this.#limits = limits;
  }

  async *documents(source: AsyncIterable<Uint8Array>): SpdxDocuments & AsyncGenerator {
    const { unpackedBytes, depth } = this.#limits;
    for await (const { name, content } of readTar(source, { members: tarLimits.members, bytes: unpackedBytes })) {
      if (/(?:^|\/)(?:index\.json|\.DS_Store|\._[^/]*)$/.test(name)) continue;
      const { head, all } = await peeked(content);
      if (/^\{/.test(head) && /"(?:spdxVersion|SPDXID)"\s*:/.test(head)) {
        yield this.#document(name, readSpdxJson(all, { bytes: unpackedBytes, depth }));
      } else if (/^SPDXVersion\s*:/m.test(head)) yield this.#document(name, readSpdxTagValue(all));
      else if (looksLikeBill(head, name)) throw new NotOneBill(name, `${name} is no SPDX 2 document. ${hint}`);
      else this.leftOut.push(problem('warning', name, 'member-left-out', 'This is no SPDX 2 document'));
    }
    this.#judge();
  }

  #document(name: string, items: AsyncIterable<SpdxItem>) {
    this.#names.push(name);
    return { name, items: this.#watched(items) };
  }

  async *#watched(items: AsyncIterable<SpdxItem>): AsyncGenerator<SpdxItem> {
    for await (const item of items) {
      if (item.is === 'facts') {
        const { documentNamespace, externalDocumentRefs = [] } = item.facts;
        if (documentNamespace !== undefined) this.#namespaces.add(documentNamespace);
        for (const { spdxDocument } of externalDocumentRefs) this.#links.push(spdxDocument);
      }
      yield item;
    }
  }

  #judge(): void {
    const [first, second] = this.#names;
    if (first === undefined) throw new NotOneBill('archive', `There is no SPDX 2 document in the archive. ${hint}`);
    if (second !== undefined && !this.#links.some((link) => this.#namespaces.has(link))) {
      throw new NotOneBill(second, `${first} and ${second} do not link to each other. ${hint}`);
    }
  }
}

const hint =
  'Several documents are read together when they are SPDX 2 documents that name each other (Yocto, Zephyr); upload any others one by one';

class NotOneBill extends Error {
  readonly problem: SbomProblem;

  constructor(place: string, message: string) {
    super(message);
    this.problem = problem('error', place, 'several-documents', message);
  }
}

/** A bill of materials of another format: leaving it out in silence would lose its parts. */
const looksLikeBill = (head: string, name: string) =>
  /CycloneDX|cyclonedx\.org|spdx\.org|"spdxId"/.test(head) || /\.(?:spdx|tag|csv|xlsx|cdx\.json|cdx\.xml)$/i.test(name);

/** The first piece as text, and the whole content again. */
async function peeked(content: AsyncIterable<Uint8Array>) {
  const pieces = content[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  while (length < 65_536) {
    const { value, done } = await pieces.next();
    if (done) break;
    first.push(value);
    length += value.length;
  }
  async function* all() {
    yield* first;
    yield* { [Symbol.asyncIterator]: () => pieces };
  }
  return { head: textOfHead(Buffer.concat(first)), all: all() };
}
