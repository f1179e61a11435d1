import type { Language } from '#platform/browser/texts';
import type { TableColumn } from '#platform/table-file';
import type { Outline } from './outline.ts';
import type { SbomPart } from './parts.ts';
import { partsSheetText } from './parts-sheet-text.ts';

/** The parts of a release without the release itself, in the order of the document. */
export const toPartRows = ({ parts }: Outline): SbomPart[] => [...parts.values()];

/** Columns for a file in a language; several values stand in one cell. */
export function partColumns(outline: Outline, language: Language): TableColumn<SbomPart>[] {
  const words = partsSheetText[language];
  const column = (title: string, width: number, value: (part: SbomPart) => string) =>
    ({ title, kind: 'text', width, value }) as const;
  return [
    column(words.name, 28, ({ name }) => name),
    column(words.version, 14, ({ version }) => version ?? ''),
    column(words.supplier, 20, ({ supplier }) => supplier ?? ''),
    column(words.licences, 20, ({ licences }) => licences.join('; ')),
    column(words.purl, 36, ({ purl }) => purl ?? ''),
    column(words.cpes, 36, ({ cpes }) => cpes.join(' ')),
    column(words.sha256, 20, ({ hashes }) => hashes.SHA256 ?? ''),
    column(words.kind, 14, ({ kind }) => words.kinds[kind]),
    column(words.purpose, 12, ({ purpose }) => words.purposes[purpose]),
    column(words.inside, 28, ({ ref }) => pathOf(ref, outline)),
    column(words.ref, 28, ({ ref }) => ref),
  ];
}

/** The names of the parts around one, from the outermost in. */
function pathOf(ref: string, { parts, parents }: Outline): string {
  const names: string[] = [];
  for (let at = parents.get(ref); at !== undefined; at = parents.get(at)) {
    const { name, version } = parts.get(at) as SbomPart;
    names.unshift(version === null ? name : `${name} ${version}`);
  }
  return names.join(' > ');
}
