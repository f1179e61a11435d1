import { z } from 'zod';
import { fold, foldId } from '#platform/browser/fold';

export const modelKinds = ['device', 'module', 'app', 'service'] as const;
export const supportDateKinds = ['production', 'sales', 'repair', 'security'] as const;
export const updateHows = ['over-the-air', 'by-user', 'by-engineer', 'none', 'unknown'] as const;
export const answers = ['yes', 'no', 'unknown'] as const;
/** What a model is: a thing with a label, a part built into others, a program on a phone, a service that we run. */
export const ModelKind = z.enum(modelKinds);
export type ModelKind = z.infer<typeof ModelKind>;
/** 生産終了, 販売終了, 修理対応終了, セキュリティサポート終了. */
export const SupportDateKind = z.enum(supportDateKinds);
export type SupportDateKind = z.infer<typeof SupportDateKind>;
export const UpdateHow = z.enum(updateHows);
export type UpdateHow = z.infer<typeof UpdateHow>;
export const Answer = z.enum(answers);
export type Answer = z.infer<typeof Answer>;

// Spreadsheets and XML cannot carry control characters; a half surrogate is no character anywhere.
const inOneLine = (text: string) => text.isWellFormed() && !/[\p{Cc}\u2028\u2029\ufffe\uffff]/u.test(text);
const inLines = (text: string) => inOneLine(text.replace(/[\n\t\u2028\u2029]/g, ' '));

/** Text in one line of at most so many characters; blanks at both ends go. */
export const line = (max: number) => z.string().trim().max(max).refine(inOneLine, 'contains a control character');

/** The name of a line or model, in one line, with at least one character that can be seen. */
export const ProductName = line(200).refine((name) => fold(name) !== '', 'is empty');
export const PartNumberText = line(100).refine((number) => foldId(number) !== '', 'is empty');
/** Free text of several lines; line breaks become \n, blanks at both ends go. */
export const Note = z
  .string()
  .transform((note) => (fold(note) === '' ? '' : note.replace(/\r\n?/g, '\n').trim()))
  .pipe(z.string().max(2000).refine(inLines, 'contains a control character'));
export const Reason = line(500);
/** A day as 2026-11-23. A database has no year 0; files say 9999/12/31 for "no end", so there is no upper bound. */
export const Day = z.iso.date().refine((day) => day >= '0001', 'a year from 1 on');

/** Two names with one slug are the same model: half or full width, case, kana, and blank or hyphen do not tell them apart. */
export function slugOf(name: string): string {
  const slug = fold(name).replace(/[\s/\\?#%&+]+/g, '-');
  return RESERVED.has(slug) ? `${slug}-` : slug;
}
// Addresses of the pages beside a model's, and what browsers read as "here" and "one up".
const RESERVED = new Set([
  '.',
  '..',
  'components',
  'files',
  'import',
  'imports',
  'part-numbers',
  'sboms',
  'sold-as',
  'tags',
]);

// ISO 3166-1 alpha-2, officially assigned.
const assigned =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW';
/** All countries by their code. @source ISO 3166-1, the 249 officially assigned */
export const countries: readonly string[] = assigned.split(' ');
const known = new Set(countries);
export const Country = z.string().refine((code) => known.has(code), 'is no ISO 3166-1 country code');
/** Where a model is sold; sorted, none twice. */
export const Markets = z.array(Country).transform((codes) => [...new Set(codes)].sort());

/** The version of a release as its maker writes it, in one line. */
export const Version = line(100).refine((version) => fold(version) !== '', 'is empty');

/** One part number (型番) of a model; `note` says what it is: colour, shop, bundle. */
export const PartNumber = z.object({ number: PartNumberText, note: Note.default('') });
export type PartNumber = z.infer<typeof PartNumber>;

/** A technology that products speak, e.g. "WPA2"; folded it is the same tag whatever its width and case. */
export const TagName = line(60)
  .refine((name) => fold(name) !== '', 'is empty')
  .refine((name) => !betweenTags.test(name), 'holds a comma');
/** What stands between two tags in a cell or field. */
export const betweenTags = /[,，、;；\n]/;
export const mostTags = 100;
export const Tags = z.array(TagName).max(mostTags);

/** Where something is kept, what builds it, or who: in one line. */
export const BuildNote = line(500).transform((said) => (fold(said) === '' ? '' : said));

const ModelFields = z.object({
  lineId: z.uuid(),
  name: ProductName,
  kind: ModelKind,
  ownerPostId: z.uuid().nullable(),
  divisionId: z.uuid().nullable(),
  markets: Markets,
  updateHow: UpdateHow,
  updateAutomatic: Answer,
  updateSigned: Answer,
  updateRollback: Answer,
  successorId: z.uuid().nullable(),
  note: Note,
});

// What a file or a client of before does not know stays as it is.
const LaterFields = z
  .object({
    safety: Answer,
    tags: Tags,
    buildSource: BuildNote,
    buildToolchain: BuildNote,
    buildKeyPostId: z.uuid().nullable(),
    buildPeople: BuildNote,
    rebuiltOn: Day.nullable(),
  })
  .partial();

/** What a person says about a model when changing it. */
export const ModelInput = ModelFields.extend(LaterFields.shape);
export type ModelInput = z.infer<typeof ModelInput>;

/** What a person says about a new model: only line, name and kind must be known. */
export const NewModel = ModelFields.extend(LaterFields.shape)
  .partial({
    ownerPostId: true,
    divisionId: true,
    markets: true,
    updateHow: true,
    updateAutomatic: true,
    updateSigned: true,
    updateRollback: true,
    successorId: true,
    note: true,
  })
  .extend({
    partNumbers: z.array(PartNumber).max(1000).default([]),
    productionEndsOn: Day.nullable().default(null),
    salesEndsOn: Day.nullable().default(null),
    repairEndsOn: Day.nullable().default(null),
    securityEndsOn: Day.nullable().default(null),
  });
export type NewModel = z.infer<typeof NewModel>;

/** Which fact of a model holds which end date. */
export const supportFields = {
  production: 'productionEndsOn',
  sales: 'salesEndsOn',
  repair: 'repairEndsOn',
  security: 'securityEndsOn',
} as const satisfies Record<SupportDateKind, string>;

/**
 * Whether a reason must be given: a promise that becomes shorter, or is taken back.
 * @param from  the day until now, as 2026-11-23; days compare as text
 */
export function needsReason(from: string | null, to: string | null): boolean {
  return from !== null && (to === null || to < from);
}

/** Where a support date stands on a day: none is given, it has passed, it comes within the months, or it is far. */
export function standingOf(endsOn: string | null, today: string, soonMonths = 6): 'none' | 'ended' | 'soon' | 'far' {
  if (endsOn === null) return 'none';
  if (endsOn < today) return 'ended';
  return endsOn <= Temporal.PlainDate.from(today).add({ months: soonMonths }).toString() ? 'soon' : 'far';
}

/** The levels of the tree of products. */
export const productLevels = ['line', 'model', 'release'] as const;
export type ProductLevel = (typeof productLevels)[number];

/** A line, model or release of which a step to the right counts something: how it is called, and where its page is. */
export type CountedProduct = { id: string; name: string } & (
  | { of: 'line' | 'model' }
  | { of: 'release'; model: string; release: string }
);
