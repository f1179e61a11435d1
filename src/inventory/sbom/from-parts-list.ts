import {
  type ListedPart,
  type PartsList,
  placeOf,
  readMappedList,
  readPartsList,
  type UnknownTable,
} from '#formats/parts-list';
import { bareHead, barePart, problemItems } from './bare-part.ts';
import { headerFingerprint } from './header-fingerprint.ts';
import { problem } from './part-graph.ts';
import type { SbomHead, SbomItem, SbomLimits, SbomPart } from './parts.ts';
import { type PartsMapping, proposeMapping, type UnmappedParts } from './parts-mapping.ts';
import { type SbomReader, textOfHead } from './reader.ts';
import { instantOf, nameOfAgent } from './spdx-words.ts';
import { wholeSource } from './whole-source.ts';

/**
 * CSV and XLSX lists whose header is known: Black Duck, FossID, SPDX Lite sheets, and plain lists of names and versions.
 * Of any other list the columns are told ('unmapped'), and a problem of rule 'no-known-header' refuses it until a person maps them.
 */
export const partsList: SbomReader = {
  id: 'parts-list',
  detects: (head, name) => /\.(?:csv|tsv|xlsx)$/i.test(name) || looksLikeTable(head),
  read: fromPartsList,
};

async function* fromPartsList(source: AsyncIterable<Uint8Array>, limits: SbomLimits): AsyncGenerator<SbomItem> {
  const whole = await wholeSource(source, limits.unpackedBytes);
  if ('problem' in whole) return yield { is: 'problem', problem: whole.problem };
  const read = await readPartsList(whole.bytes);
  if ('problems' in read) return yield* problemItems(read.problems, 'error');
  if ('list' in read) return yield* itemsOf(read.list, limits);
  yield { is: 'unmapped', parts: unmappedOf(read.unknown) };
  const { header } = read.unknown;
  const names = header.cells.filter((cell) => cell.trim() !== '').join(', ');
  const message = `No list is known by these columns: ${names.slice(0, 200)}`;
  yield { is: 'problem', problem: problem('error', placeOf(read.unknown, header.line), 'no-known-header', message) };
}

/** Reads a list by a mapping of the columns that its 'unmapped' item tells. */
export async function* fromMappedPartsList(
  source: AsyncIterable<Uint8Array>,
  limits: SbomLimits,
  mapping: PartsMapping,
): AsyncGenerator<SbomItem> {
  const whole = await wholeSource(source, limits.unpackedBytes);
  if ('problem' in whole) return yield { is: 'problem', problem: whole.problem };
  const read = await readMappedList(whole.bytes, mapping);
  if ('problems' in read) return yield* problemItems(read.problems, 'error');
  yield* itemsOf(read.list, limits);
}

function unmappedOf({ sheet, header, rows }: UnknownTable): UnmappedParts {
  const cells = rows.map((row) => row.cells);
  return {
    fingerprint: headerFingerprint(header.cells),
    sheet,
    headerLine: header.line,
    columns: header.cells,
    samples: cells.slice(0, 3).map((row) => header.cells.map((_name, at) => row[at] ?? '')),
    rows: rows.length,
    proposal: proposeMapping(header.cells, cells.slice(0, 200)),
  };
}

function* itemsOf(list: PartsList, limits: SbomLimits): Generator<SbomItem> {
  yield { is: 'head', head: headOf(list) };
  for (const sheet of list.otherSheets) {
    const message = `Only the sheet "${list.sheet}" was read; put what stands here into a file of its own`;
    yield { is: 'problem', problem: problem('warning', sheet, 'other-sheet', message) };
  }
  const seen = new Set<string>();
  for (const listed of list.parts) {
    const part = partOf(listed, list);
    if (part.name === '') {
      yield { is: 'problem', problem: problem('warning', part.place, 'name-missing', 'A row without a name') };
      continue;
    }
    if (seen.size >= limits.parts) {
      const message = `At most ${limits.parts} parts are read`;
      return yield { is: 'problem', problem: problem('error', part.place, 'too-many-parts', message) };
    }
    if (seen.has(part.ref)) part.ref = listed.place;
    seen.add(part.ref);
    yield { is: 'part', part };
  }
}

function partOf({ place, cells }: ListedPart, { kind }: PartsList): SbomPart {
  const licence = cells.licence ?? cells.declaredLicence;
  const reference = cells.externalReference ?? '';
  const ref = kind === 'spdx-lite' ? (cells.id ?? place) : place;
  return {
    ...barePart(ref, cells.name ?? '', place),
    version: cells.version ?? null,
    purl: cells.purl ?? /pkg:[^\s,;]+/.exec(reference)?.[0] ?? null,
    cpes: [...(cells.cpe ?? '').split(/[\s;]+/), ...(reference.match(/cpe:[^\s;]+/g) ?? [])].filter(
      (cpe) => cpe !== '',
    ),
    supplier: nameOfAgent(cells.supplier ?? null),
    licences: licence === undefined ? [] : [licence],
    hashes: hashOf(cells.hash ?? ''),
    purpose: purposeOf(cells.usage ?? ''),
  };
}

// The algorithm by its length: lists seldom name it.
const algorithms: Readonly<Record<number, string>> = {
  32: 'MD5',
  40: 'SHA1',
  64: 'SHA256',
  96: 'SHA384',
  128: 'SHA512',
};

function hashOf(text: string): SbomPart['hashes'] {
  const algorithm = /^[\da-f]+$/i.test(text) ? algorithms[text.length] : undefined;
  return algorithm === undefined ? {} : { [algorithm]: text.toLowerCase() };
}

// Black Duck's words for how a component is used; only these two say that it does not leave the house.
function purposeOf(usage: string): SbomPart['purpose'] {
  const word = usage.toUpperCase().replace(/[^A-Z]+/g, '_');
  if (word.startsWith('DEV_TOOL')) return 'build';
  return word.startsWith('PREREQUISITE') ? 'optional' : 'shipped';
}

function headOf({ kind, above }: PartsList): SbomHead {
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
    ...bareHead(kind),
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
