import { readCsv } from '../csv/index.ts';
import type { Problem } from '../problem.ts';
import { parseJson, type Read } from '../read-shape.ts';

export { type KevEntry, readKevEntry } from './entry.ts';

/** An entry that is not read yet, and where it stands: "line 12", "/vulnerabilities/3". */
export type KevPiece = { place: string; value: unknown };

const columns = ['cveID', 'vendorProject', 'product', 'vulnerabilityName', 'dateAdded'];

/**
 * The entries of CISA's catalogue as CSV; its columns are called as in the JSON. A row with too few or too many cells is a
 * problem and no entry; without the columns that are needed there are none at all.
 */
export function readKevCsv(bytes: Uint8Array): { entries: KevPiece[]; problems: Problem[] } {
  const { document, problems } = readCsv(bytes);
  const missing = columns.filter((name) => !document.header.includes(name));
  const lost: Problem[] = missing.map((name) => ({
    ...{ path: 'line 1', rule: 'wrong-shape', message: `There is no column ${name}`, details: { name } },
  }));
  const isUnsure = missing.length > 0 || problems.some(({ rule }) => rule === 'duplicate-header');
  const ragged = new Set(problems.map(({ details }) => details.line));
  const rows = isUnsure ? [] : document.rows.filter(({ line }) => !ragged.has(line));
  const entries = rows.map(({ cells, line }) => ({
    place: `line ${line}`,
    value: Object.fromEntries(document.header.map((name, at) => [name, cells[at] ?? ''])),
  }));
  return { entries, problems: [...problems, ...lost] };
}

/** The entries of a catalogue in JSON: a list, a list in `vulnerabilities` or `data`, or one entry. */
export function readKevJson(bytes: Uint8Array): Read<KevPiece[]> {
  const json = parseJson(bytes);
  if ('problems' in json) return json;
  const { document } = json;
  for (const key of ['vulnerabilities', 'data'] as const) {
    const list = (document as Record<string, unknown> | null)?.[key];
    if (Array.isArray(list)) return { document: list.map((value, at) => ({ place: `/${key}/${at}`, value })) };
  }
  if (Array.isArray(document)) return { document: document.map((value, at) => ({ place: `/${at}`, value })) };
  return { document: [{ place: '', value: document }] };
}
