import { z } from 'zod';

/** As what a list is taken home: CSV for Excel (UTF-8 with BOM), CSV for older systems (CP932), or an Excel workbook. */
export const TableFormat = z.enum(['csv', 'csv-cp932', 'xlsx']);
export type TableFormat = z.infer<typeof TableFormat>;
