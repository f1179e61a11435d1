import { doubt, refusal, type SpdxFacts, type SpdxItem } from './model.ts';

/** What the document as a whole lacks, or why its version is not read here. */
export function* closingProblems(facts: SpdxFacts, places: { version: string; whole: string }): Generator<SpdxItem> {
  const { spdxVersion } = facts;
  if (spdxVersion === undefined) yield refusal(places.whole, 'version-missing', 'The document names no SPDX version');
  else if (!/^SPDX-2\.[0-3]$/.test(spdxVersion)) {
    const message = `SPDX 2.0 to 2.3 is read here, not "${spdxVersion.slice(0, 40)}"`;
    yield refusal(places.version, 'version-unsupported', message);
  }
  if (facts.documentNamespace === undefined) {
    yield doubt(places.whole, 'namespace-missing', 'The document has no namespace');
  }
  if (facts.created === undefined) yield doubt(places.whole, 'created-missing', 'The document has no time of creation');
  if (!facts.creators?.length) yield doubt(places.whole, 'creators-missing', 'The document names no creator');
}

/** Adds facts to facts: texts of the first, lists of both. */
export function addFacts(to: SpdxFacts, more: SpdxFacts): void {
  const { creators = [], documentDescribes = [], externalDocumentRefs = [], ...texts } = more;
  Object.assign(to, { ...texts, ...to });
  append(to, 'creators', creators);
  append(to, 'documentDescribes', documentDescribes);
  append(to, 'externalDocumentRefs', externalDocumentRefs);
}

type Lists = Required<Pick<SpdxFacts, 'creators' | 'documentDescribes' | 'externalDocumentRefs'>>;

function append<Key extends keyof Lists>(to: Partial<Lists>, key: Key, more: Lists[Key][number][]): void {
  const list: Lists[Key][number][] = to[key] ?? [];
  for (const entry of more) list.push(entry);
  to[key] = list as Lists[Key];
}
