import { z } from 'zod';
import type { Tools } from '#access';
import type { Language } from '#platform/browser/texts';
import { Refusal } from '#platform/errors';
import { readAllRows } from '#platform/export-rows';
import { decodeCursor, InstantOfCursor, pageOf } from '#platform/keyset';
import { type TableColumn, type TableFormat, tableFile } from '#platform/table-file';
import type { ListedSbomImport, SbomImport } from './contract/sbom-shapes.ts';
import type { SbomImportFilter } from './contract/sboms.ts';
import { describeImport } from './describe-import.ts';
import { text } from './sbom-text.ts';
import { type ListedImportRow, listSbomImports as listRows } from './store/list-sbom-imports.ts';
import { findSbomImport } from './store/sbom-imports.ts';

/** One upload and how far it is. @throws Refusal 'not-found' */
export async function getSbomImport({ db }: Pick<Tools, 'db'>, { id }: { id: string }): Promise<SbomImport> {
  const row = await findSbomImport(db, id);
  if (!row) throw new Refusal('not-found', `There is no upload ${id}.`, { what: 'sbom-import' });
  return describeImport(row);
}

const Place = z.tuple([InstantOfCursor, z.uuid()]);

/** All uploads of bills of materials, newest first, with what became of them. */
export async function listSbomImports(
  { db }: Pick<Tools, 'db'>,
  { after, limit, ...filter }: SbomImportFilter & { after?: string | undefined; limit: number },
): Promise<{ items: ListedSbomImport[]; next: string | null }> {
  const [at, id] = after === undefined ? [] : decodeCursor(after, Place);
  const before = at === undefined || id === undefined ? null : { at, id };
  const rows = await listRows(db, filter, { before, limit: limit + 1 });
  const page = pageOf(rows, limit, (row) => [row.receivedAt.toString(), row.id]);
  return { items: page.items.map(describeListed), next: page.next };
}

function describeListed({
  sha256,
  receivedAt,
  finishedAt,
  personName,
  error,
  ...row
}: ListedImportRow): ListedSbomImport {
  return {
    ...row,
    sha256: sha256.toString('hex'),
    receivedAt: receivedAt.toString(),
    finishedAt: finishedAt?.toString() ?? null,
    by: personName,
    isUnchanged: row.sbomId !== null && row.sbomId !== row.id,
    error: error && { place: error.place, rule: error.rule, message: error.message },
  };
}

const mostRows = 50_000;

/** The same as a file. @throws Refusal 'conflict' for CP932, 'too-large' */
export async function exportSbomImports(
  { db }: Pick<Tools, 'db'>,
  { format, language, ...filter }: SbomImportFilter & { format: TableFormat; language: Language },
): Promise<File> {
  const { fileNames, imports, states } = text[language];
  const columns: TableColumn<ListedImportRow>[] = [
    { title: imports.receivedAt, kind: 'instant', width: 18, value: ({ receivedAt }) => receivedAt },
    { title: imports.state, kind: 'text', value: ({ state }) => states[state] },
    { title: imports.model, kind: 'text', width: 24, value: ({ release }) => release.model.name },
    { title: imports.release, kind: 'text', value: ({ release }) => release.version },
    { title: imports.file, kind: 'text', width: 28, value: ({ fileName }) => fileName },
    { title: imports.parts, kind: 'number', value: ({ parts }) => parts },
    { title: imports.quality, kind: 'number', value: ({ quality }) => quality },
    { title: imports.by, kind: 'text', value: ({ personName }) => personName },
    {
      title: imports.error,
      kind: 'text',
      width: 40,
      value: ({ error }) => (error ? `${error.place}: ${error.message}` : ''),
    },
    { title: imports.sha256, kind: 'text', width: 20, value: ({ sha256 }) => sha256.toString('hex') },
  ];
  const rows = await readAllRows(mostRows, (limit) => listRows(db, filter, { before: null, limit }));
  return tableFile(fileNames.imports, format, columns, rows);
}
