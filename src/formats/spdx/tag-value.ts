import { addFacts, closingProblems } from './closing.ts';
import { linesOf, UnreadableText } from './lines.ts';
import { doubt, known, refusal, type SpdxFacts, type SpdxFile, type SpdxItem, type SpdxPackage } from './model.ts';
import { purposeWord, typeWord } from './value.ts';

type Tag = { line: number; tag: string; value: string };

/**
 * Reads an SPDX 2 document in its tag-value form, line by line. A file after a package belongs to that package.
 * @returns items in the order of the document, with their line; a refusing problem is the last
 * @source SPDX 2.3, 6–12 ("Tag:" examples) and annex on conformance: comments, <text>
 */
export async function* readSpdxTagValue(source: AsyncIterable<Uint8Array>): AsyncGenerator<SpdxItem> {
  const reader = new Sections();
  try {
    for await (const tag of tagsOf(source)) {
      if ('is' in tag) return yield tag;
      for (const item of reader.take(tag)) {
        yield item;
        if (item.is === 'problem' && item.problem.refuses) return;
      }
    }
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
    return yield refusal(`line ${error.line}`, error.rule, error.message);
  }
  yield* reader.end();
}

/** "Tag: value" pairs, `<text>` over several lines put together; or the problem that ends the reading. */
async function* tagsOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Tag | Extract<SpdxItem, { is: 'problem' }>> {
  let open: (Tag & { pieces: string[] }) | null = null;
  for await (const { number, text } of linesOf(source)) {
    if (open) {
      const end = text.indexOf('</text>');
      open.pieces.push(end < 0 ? text : text.slice(0, end));
      if (end < 0) continue;
      yield { line: open.line, tag: open.tag, value: open.pieces.join('\n') };
      open = null;
      continue;
    }
    const trimmed = text.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const pair = /^([A-Za-z][A-Za-z0-9]*)\s*:\s*(.*)$/s.exec(trimmed);
    if (!pair) return yield refusal(`line ${number}`, 'not-tag-value', 'A line here is "Tag: value" or a comment');
    const [, tag = '', value = ''] = pair;
    const inside = /^<text>(.*)$/s.exec(value)?.[1];
    if (inside === undefined) yield { line: number, tag, value };
    else if (inside.includes('</text>')) yield { line: number, tag, value: inside.slice(0, inside.indexOf('</text>')) };
    else open = { line: number, tag, value: '', pieces: [inside] };
  }
  if (open) yield refusal(`line ${open.line}`, 'text-not-closed', `<text> of ${open.tag} is not closed`);
}

type Section =
  | { of: 'document' }
  | { of: 'other' }
  | { of: 'package'; line: number; package: Omit<SpdxPackage, 'SPDXID'> & { SPDXID: string | null } }
  | { of: 'file'; line: number; file: Omit<SpdxFile, 'SPDXID'> & { SPDXID: string | null }; holder: string | null };

// What begins something that is not read; its tags must not fall to the package before it.
const passedOver = new Set(['SnippetSPDXID', 'LicenseID', 'Reviewer']);

class Sections {
  readonly #facts: SpdxFacts = {};
  #versionLine = 1;
  #section: Section = { of: 'document' };
  #holder: string | null = null;

  *take(tag: Tag): Generator<SpdxItem> {
    if (tag.tag === 'Relationship') return yield relationshipOf(tag);
    if (tag.tag === 'PackageName' || tag.tag === 'FileName' || passedOver.has(tag.tag)) {
      yield* this.#close();
      this.#section = this.#begin(tag);
    } else if (this.#section.of === 'package') yield* packageTag(this.#section.package, tag);
    else if (this.#section.of === 'file') yield* fileTag(this.#section.file, tag);
    else if (this.#section.of === 'document') yield* this.#documentTag(tag);
    if (tag.tag === 'SPDXID' && this.#section.of === 'package') this.#holder = known(tag.value);
  }

  *end(): Generator<SpdxItem> {
    yield* this.#close();
    yield { is: 'facts', facts: this.#facts, place: `line ${this.#versionLine}` };
    yield* closingProblems(this.#facts, { version: `line ${this.#versionLine}`, whole: 'line 1' });
  }

  #begin({ tag, value, line }: Tag): Section {
    if (tag === 'PackageName') {
      this.#holder = null;
      return { of: 'package', line, package: { ...emptyPackage(), name: known(value) } };
    }
    if (tag === 'FileName') {
      const file = { SPDXID: null, fileName: known(value), licenseConcluded: null, checksums: [] };
      return { of: 'file', line, file, holder: this.#holder };
    }
    return { of: 'other' };
  }

  *#close(): Generator<SpdxItem> {
    const section = this.#section;
    if (section.of === 'document' || section.of === 'other') return;
    const place = `line ${section.line}`;
    if (section.of === 'package') {
      const { SPDXID } = section.package;
      if (SPDXID === null) return yield refusal(place, 'id-missing', 'A package needs an SPDXID');
      if (section.package.name === null) yield doubt(place, 'name-missing', `${SPDXID} has no name`);
      return yield { is: 'package', package: { ...section.package, SPDXID }, place };
    }
    const { SPDXID } = section.file;
    if (SPDXID === null) return yield refusal(place, 'id-missing', 'A file needs an SPDXID');
    yield { is: 'file', file: { ...section.file, SPDXID }, place };
    if (section.holder === null) return;
    const relationship = { spdxElementId: section.holder, relationshipType: 'CONTAINS', relatedSpdxElement: SPDXID };
    yield { is: 'relationship', relationship, place };
  }

  *#documentTag({ tag, value, line }: Tag): Generator<SpdxItem> {
    const text = value.trim();
    if (tag === 'SPDXVersion') {
      if (this.#facts.spdxVersion !== undefined) {
        return yield refusal(`line ${line}`, 'second-document', 'A second document begins here');
      }
      this.#versionLine = line;
      addFacts(this.#facts, { spdxVersion: text });
    } else if (text === '') return;
    else if (tag === 'SPDXID') addFacts(this.#facts, { SPDXID: text });
    else if (tag === 'DocumentName') addFacts(this.#facts, { name: text });
    else if (tag === 'DocumentNamespace') addFacts(this.#facts, { documentNamespace: text });
    else if (tag === 'Created') addFacts(this.#facts, { created: text });
    else if (tag === 'Creator') addFacts(this.#facts, { creators: [text] });
    else if (tag === 'ExternalDocumentRef') {
      const [externalDocumentId = '', spdxDocument = ''] = text.split(/\s+/);
      if (spdxDocument !== '') addFacts(this.#facts, { externalDocumentRefs: [{ externalDocumentId, spdxDocument }] });
    }
  }
}

function relationshipOf({ line, value }: Tag): SpdxItem {
  const words = /^(\S+)\s+(\S+)\s+(\S+)/.exec(value.trim());
  if (!words) {
    return doubt(`line ${line}`, 'relationship-unreadable', 'A relationship needs two elements and a type');
  }
  const [, spdxElementId = '', type = '', relatedSpdxElement = ''] = words;
  const relationship = { spdxElementId, relationshipType: type.toUpperCase(), relatedSpdxElement };
  return { is: 'relationship', relationship, place: `line ${line}` };
}

type Open<Kind> = Omit<Kind, 'SPDXID'> & { SPDXID: string | null };

function* packageTag(open: Open<SpdxPackage>, { tag, value, line }: Tag): Generator<SpdxItem> {
  if (tag === 'SPDXID') open.SPDXID = known(value);
  else if (tag === 'PackageVersion') open.versionInfo = known(value);
  else if (tag === 'PackageSupplier') open.supplier = known(value);
  else if (tag === 'PackageLicenseConcluded') open.licenseConcluded = known(value);
  else if (tag === 'PackageLicenseDeclared') open.licenseDeclared = known(value);
  else if (tag === 'PrimaryPackagePurpose') open.primaryPackagePurpose = purposeWord(value);
  else if (tag === 'PackageChecksum') yield* checksumTag(open.checksums, value, line);
  else if (tag === 'ExternalRef') {
    const [, type, locator] = /^\S+\s+(\S+)\s+(\S.*)$/.exec(value.trim()) ?? [];
    if (type && locator) open.externalRefs.push({ referenceType: typeWord(type), referenceLocator: locator });
    else yield doubt(`line ${line}`, 'external-ref-unreadable', 'A category, a type and a locator are needed');
  }
}

function* fileTag(open: Open<SpdxFile>, { tag, value, line }: Tag): Generator<SpdxItem> {
  if (tag === 'SPDXID') open.SPDXID = known(value);
  else if (tag === 'LicenseConcluded') open.licenseConcluded = known(value);
  else if (tag === 'FileChecksum') yield* checksumTag(open.checksums, value, line);
}

function* checksumTag(checksums: SpdxFile['checksums'], value: string, line: number): Generator<SpdxItem> {
  const [, algorithm, checksumValue] = /^([A-Za-z0-9-]+)\s*:\s*([0-9A-Fa-f]+)$/.exec(value.trim()) ?? [];
  if (algorithm && checksumValue) checksums.push({ algorithm: algorithm.toUpperCase(), checksumValue });
  else yield doubt(`line ${line}`, 'checksum-unreadable', 'A checksum needs an algorithm and hexadecimal digits');
}

function emptyPackage(): Open<SpdxPackage> {
  return {
    SPDXID: null,
    name: null,
    versionInfo: null,
    supplier: null,
    licenseConcluded: null,
    licenseDeclared: null,
    primaryPackagePurpose: null,
    checksums: [],
    externalRefs: [],
  };
}
