import { z } from 'zod';
import { RegisterName } from './model/registers.ts';
import { registersText } from './registers-text.ts';

const keysOf = <T extends object>(words: T) =>
  z.enum(Object.keys(words) as [keyof T & string, ...(keyof T & string)[]]);
const Key = keysOf(registersText.en.columns);
const Details = z.record(z.string(), z.union([z.string(), z.number()]));

/** What a file of a register says and would do. It can be applied when `problems` and `errors` are empty and something would change. */
export const RegisterPreview = z.object({
  register: RegisterName,
  format: z.enum(['csv', 'xlsx']),
  encoding: z.enum(['utf-8', 'cp932', 'utf-16le', 'utf-16be']).nullable(),
  /** What is wrong with the file itself: broken quotes, merged cells, a missing column. */
  problems: z.array(z.object({ path: z.string(), rule: z.string(), message: z.string(), details: Details })),
  /** How the columns were understood, in their order; a null key is a column that is not read. */
  columns: z.array(z.object({ name: z.string(), key: Key.nullable() })),
  otherSheets: z.array(z.string()),
  /** The first 1,000 cells that cannot be taken as they are; `counts.errors` counts all of them and the problems. */
  errors: z.array(
    z.object({
      line: z.int(),
      key: Key,
      column: z.string().nullable(),
      value: z.string(),
      rule: keysOf(registersText.en.wrong),
      details: Details,
      message: z.string(),
    }),
  ),
  /** The first 1,000 entries that are made or changed, in names and not in ids. */
  entries: z.array(
    z.object({
      entryId: z.uuid(),
      what: z.enum(['create', 'change']),
      title: z.string(),
      row: z.int(),
      facts: z.array(z.object({ fact: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
  counts: z.object({ rows: z.int(), created: z.int(), changed: z.int(), unchanged: z.int(), errors: z.int() }),
});
export type RegisterPreview = z.infer<typeof RegisterPreview>;
