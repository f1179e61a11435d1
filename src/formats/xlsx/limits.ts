/** What a workbook may need. Rows count those with values, over one sheet; cells count UTF-16 units. */
export type XlsxLimits = {
  bytes: number;
  unpackedBytes: number;
  /** Unpacked to packed size of one part; only parts above 1 MiB are asked. */
  ratio: number;
  entries: number;
  sheets: number;
  rows: number;
  columns: number;
  cellLength: number;
};

const MIB = 1024 * 1024;

export const XLSX_LIMITS: XlsxLimits = {
  bytes: 32 * MIB,
  unpackedBytes: 128 * MIB,
  ratio: 250,
  entries: 2_000,
  sheets: 100,
  rows: 200_000,
  columns: 256,
  cellLength: 32_767,
};
