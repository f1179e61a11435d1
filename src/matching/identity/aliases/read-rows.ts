/** Who says that a project has these names and these products of CPE, and as of which day. */
export const aliasSources = {
  B: { what: 'Buildroot, CPE ids of its packages (e991fa0716)', on: '2026-08-22' },
  O: { what: 'OpenEmbedded-Core, CVE_PRODUCT of its recipes (35a2c6ed79)', on: '2026-08-22' },
  M: { what: 'meta-openembedded, CVE_PRODUCT of its recipes (43fd2c88f1)', on: '2026-08-20' },
  D: { what: 'CPE dictionary of NVD, as purl2cpe lists it (ebede2f8e)', on: '2026-08-22' },
  N: { what: 'NVD, criteria of its records', on: '2026-06-17' },
  C: { what: 'CVE List, CPE names in its records', on: '2024-10-24' },
  T: { what: 'CVE Binary Tool, products that its checkers look up (4c1f4f05)', on: '2024-10-07' },
} as const;
export type AliasSource = keyof typeof aliasSources;

/** What one project is called. */
export type AliasRow = {
  /** In SBOMs: of packages, recipes and libraries; lower case. */
  names: readonly string[];
  /** "vendor:product" of CPE in its canonical form: the same project under every vendor that records have given it. */
  products: readonly string[];
  /** "owner/name" on GitHub; lower case. */
  homes: readonly string[];
  sources: readonly AliasSource[];
};

/**
 * Reads rows of four columns: names | vendor:product pairs | homes on GitHub, "-" for none | letters of the sources that know
 * at least one of the pairs. An indented line goes on with the one before.
 */
export function readRows(text: string): AliasRow[] {
  const lines = text.trim().replaceAll('\n  ', ' ').split('\n');
  return lines.map((line) => {
    const [names = [], products = [], homes = [], [sources = ''] = []] = line
      .split(' | ')
      .map((cell) => cell.split(' '));
    return { names, products, homes: homes.filter((home) => home !== '-'), sources: [...sources] as AliasSource[] };
  });
}
