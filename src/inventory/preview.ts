import { z } from 'zod';
import { modelKinds } from './model.ts';
import { text } from './text.ts';

const Rule = z.enum(Object.keys(text.en.wrong) as [keyof typeof text.en.wrong, ...(keyof typeof text.en.wrong)[]]);
const Key = z.enum(Object.keys(text.en.columns) as [keyof typeof text.en.columns, ...(keyof typeof text.en.columns)[]]);
const Details = z.record(z.string(), z.union([z.string(), z.number()]));

/** One cell that cannot be taken as it is: where it stands, what it says, what to write instead (by its rule). */
export const ImportError = z.object({
  line: z.int(),
  key: Key,
  column: z.string().nullable(),
  value: z.string(),
  rule: Rule,
  details: Details,
  message: z.string(),
});
export type ImportError = z.infer<typeof ImportError>;

/** What the file would do to one model, in names and not in ids. */
export const PreviewedModel = z.object({
  modelId: z.uuid(),
  what: z.enum(['create', 'change']),
  name: z.string(),
  lineName: z.string(),
  kind: z.enum(modelKinds),
  rows: z.array(z.int()),
  facts: z.array(z.object({ key: Key, before: z.string(), after: z.string() })),
  numbersAdded: z.array(z.string()),
  numbersTakenAway: z.array(z.string()),
  numbersNoted: z.array(z.string()),
});
export type PreviewedModel = z.infer<typeof PreviewedModel>;

/** What a file says and would do. It can be applied when `problems` and `errors` are empty and something would change. */
export const Preview = z.object({
  format: z.enum(['csv', 'xlsx']),
  encoding: z.enum(['utf-8', 'cp932', 'utf-16le', 'utf-16be']).nullable(),
  /** What is wrong with the file itself: broken quotes, merged cells, a missing column. */
  problems: z.array(z.object({ path: z.string(), rule: z.string(), message: z.string(), details: Details })),
  /** How the columns were understood, in their order; a null key is a column that is not read. */
  columns: z.array(z.object({ name: z.string(), key: Key.nullable() })),
  otherSheets: z.array(z.string()),
  /** The first 1,000; `counts.errors` counts all of them and the problems. */
  errors: z.array(ImportError),
  newLines: z.array(z.string()),
  models: z.array(PreviewedModel),
  counts: z.object({
    rows: z.int(),
    lines: z.int(),
    created: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    numbersAdded: z.int(),
    errors: z.int(),
  }),
});
export type Preview = z.infer<typeof Preview>;
