import { type ListedPart, type ListProfile, listProfiles, type PartsList, readPartsList } from '#formats/parts-list';
import { bareHead, barePart, problemItems } from './bare-part.ts';
import { problem } from './part-graph.ts';
import type { SbomHead, SbomItem, SbomLimits, SbomPart } from './parts.ts';
import { type SbomReader, textOfHead } from './reader.ts';
import { instantOf, nameOfAgent } from './spdx-words.ts';
import { wholeSource } from './whole-source.ts';

/** CSV and XLSX lists whose header is known: Black Duck, FossID, SPDX Lite sheets, and plain lists of names and versions. */
export const partsList: SbomReader = {
  id: 'parts-list',
  detects: (head, name) => /\.(?:csv|tsv|xlsx)$/i.test(name) || looksLikeTable(head),
  read: (source, limits) => fromPartsList(source, limits),
};

/** The same by a mapping of columns that a person chose and Mamori remembers. */
export async function* fromPartsList(
  source: AsyncIterable<Uint8Array>,
  limits: SbomLimits,
  profiles: readonly ListProfile[] = listProfiles,
): AsyncGenerator<SbomItem> {
  const whole = await wholeSource(source, limits.unpackedBytes);
  if ('problem' in whole) return yield { is: 'problem', problem: whole.problem };
  const read = await readPartsList(whole.bytes, profiles);
  if ('problems' in read) return yield* problemItems(read.problems, 'error');
  const { list } = read;
  yield { is: 'head', head: headOf(list) };
  const seen = new Set<string>();
  for (const listed of list.parts) {
    const part = partOf(listed, list.profile);
    if (part.name === '') {
      yield { is: 'problem', problem: problem('warning', part.place, 'name-missing', 'A row without a name') };
      continue;
    }
    if (seen.has(part.ref)) part.ref = listed.place;
    seen.add(part.ref);
    yield { is: 'part', part };
  }
}

function partOf({ place, cells }: ListedPart, { id }: ListProfile): SbomPart {
  const licence = cells.licence ?? cells.declaredLicence;
  const reference = cells.externalReference ?? '';
  const ref = id === 'spdx-lite' ? (cells.id ?? place) : place;
  return {
    ...barePart(ref, cells.name ?? '', place),
    version: cells.version ?? null,
    purl: cells.purl ?? /pkg:[^\s,;]+/.exec(reference)?.[0] ?? null,
    cpes: [...(cells.cpe ?? '').split(/[\s;]+/), ...(reference.match(/cpe:[^\s;]+/g) ?? [])].filter(
      (cpe) => cpe !== '',
    ),
    supplier: nameOfAgent(cells.supplier ?? null),
    licences: licence === undefined ? [] : [licence],
    hashes: /^[0-9a-f]{64}$/i.test(cells.sha256 ?? '') ? { SHA256: (cells.sha256 ?? '').toLowerCase() } : {},
    purpose: purposeOf(cells.usage ?? ''),
  };
}

// Black Duck's words for how a component is used; only these two say that it does not leave the house.
function purposeOf(usage: string): SbomPart['purpose'] {
  const word = usage.toUpperCase().replace(/[^A-Z]+/g, '_');
  if (word.startsWith('DEV_TOOL')) return 'build';
  return word.startsWith('PREREQUISITE') ? 'optional' : 'shipped';
}

function headOf({ profile, above }: PartsList): SbomHead {
  const said = (label: RegExp) => {
    const row = above.find((cells) => cells.some((cell) => label.test(cell.normalize('NFKC'))));
    const at = row?.findIndex((cell) => label.test(cell.normalize('NFKC'))) ?? -1;
    return (
      row
        ?.slice(at + 1)
        .find((cell) => cell.trim() !== '')
        ?.trim() ?? null
    );
  };
  const creator = said(/\bCreator\b|作成者/i);
  const author = nameOfAgent(creator);
  const isTool = /^Tool\s*:/i.test(creator ?? '');
  return {
    ...bareHead(profile.id),
    serialNumber: said(/Document\s*Namespace|名前空間/i),
    createdAt: instantOf(said(/\bCreated\b|作成日/i)),
    authors: author === null || isTool ? [] : [author],
    tools: author !== null && isTool ? [author] : [],
  };
}

const headings =
  /component name|component version name|package ?name|パッケージ名|コンポーネント名|ソフトウェア名|部品名|\bname\b.*[,\t;].*\bversion\b/i;

function looksLikeTable(head: Uint8Array): boolean {
  if (head[0] === 0x50 && head[1] === 0x4b)
    return /xl\/|\[Content_Types\]/.test(new TextDecoder('latin1').decode(head));
  const text = textOfHead(head);
  return !/^[{<[]/.test(text) && text.split('\n', 20).some((line) => /[,\t;]/.test(line) && headings.test(line));
}
