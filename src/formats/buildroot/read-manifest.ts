import { type CsvLimits, type CsvProblem, type CsvRule, readCsv } from '../csv/index.ts';
import type { Problem } from '../problem.ts';

export type BuildrootRule = CsvRule | 'not-buildroot';

/** A row of `make legal-info`; "unknown" is null. `dependencies` are names of packages, listed here or not. */
export type BuildrootPackage = {
  line: number;
  package: string;
  version: string | null;
  license: string | null;
  dependencies: string[];
};

const columns = ['PACKAGE', 'VERSION', 'LICENSE'] as const;

/** Whether a header is that of legal-info's manifest.csv, of any release of Buildroot since 2012. */
export function isBuildrootHeader(header: readonly string[]): boolean {
  return columns.every((column, index) => header[index]?.trim().toUpperCase() === column);
}

/**
 * Reads Buildroot's legal-info/manifest.csv.
 * @returns problems with their line; without any the list is whole
 * @source Buildroot manual, 13.1 (legal-info); its Makefile writes the header that is asked for here
 */
export function readBuildrootManifest(
  bytes: Uint8Array,
  limits: Partial<CsvLimits> = {},
): { packages: BuildrootPackage[]; problems: Problem<BuildrootRule>[] } {
  const { document, problems } = readCsv(bytes, { limits });
  // Old releases wrote rows without quotation marks around commas and empty ends.
  const faults: CsvProblem[] = problems.filter(({ rule }) => rule !== 'ragged-row');
  if (faults.length > 0) return { packages: [], problems: faults };
  if (!isBuildrootHeader(document.header)) {
    const message = `The header of Buildroot's manifest begins with ${columns.join(', ')}`;
    return { packages: [], problems: [{ path: 'line 1', rule: 'not-buildroot', message, details: {} }] };
  }
  const dependencyColumn = document.header.findIndex((name) => /^DEPENDENCIES/i.test(name.trim()));
  const packages = document.rows.flatMap(({ line, cells }): BuildrootPackage[] => {
    const [name = '', version = '', license = ''] = cells;
    if (name.trim() === '') return [];
    const dependencies = dependencyColumn < 0 ? [] : namesOf(cells[dependencyColumn] ?? '');
    return [{ line, package: name.trim(), version: known(version), license: known(license), dependencies }];
  });
  return { packages, problems: [] };
}

/** "attr [GPL-2.0+ (programs)] busybox [GPL-2.0]" → attr, busybox; a licence can hold anything but brackets. */
function namesOf(dependencies: string): string[] {
  return dependencies
    .replace(/\[[^\]]*\]?/g, ' ')
    .split(/\s+/)
    .filter((name) => name !== '');
}

function known(cell: string): string | null {
  const text = cell.trim();
  return text === '' || text.toLowerCase() === 'unknown' ? null : text;
}
