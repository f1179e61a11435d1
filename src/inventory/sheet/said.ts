import { parseDay } from '#formats/csv';
import { fold } from '#platform/browser/fold';
import { readMarkets } from '../markets.ts';
import {
  answers,
  BuildNote,
  betweenTags,
  modelKinds,
  mostTags,
  Note,
  PartNumberText,
  ProductName,
  Reason,
  slugOf,
  Tags,
  updateHows,
} from '../model.ts';
import { text } from '../text.ts';
import { writtenAs } from '../well-known-tags.ts';
import type { FactColumn } from './columns.ts';

export type Rule = keyof typeof text.en.wrong;
/** Why a cell cannot be used, with the facts for the sentence that says what to write instead. */
export type Fault = { rule: Rule; details?: Record<string, string | number> };
export type Post = { id: string; name: string; divisionId: string; divisionName: string };
/** What a file can name: divisions, posts, and technologies as their list writes them, by their folded form. */
export type Words = { divisions: { id: string; name: string }[]; posts: Post[]; tags: ReadonlyMap<string, string> };

/** Understands one cell that is not empty: the value of its fact, or what is wrong. A successor is given as a slug. */
export type Understand = (cell: string) => { value: unknown } | Fault;

/** What each column can say, given the divisions and posts that exist. */
export function understandingOf(words: Words): Record<FactColumn, Understand> {
  return {
    kind: oneOf(modelKinds, (kind) => [text.ja.kinds[kind], text.en.kinds[kind]], 'kind-unknown'),
    markets: understandMarkets,
    division: understandDivision(words.divisions),
    owner: understandOwner(words.posts),
    updateHow: oneOf(updateHows, (how) => [text.ja.updateHows[how], text.en.updateHows[how]], 'update-how-unknown'),
    updateAutomatic: understandAnswer,
    updateSigned: understandAnswer,
    updateRollback: understandAnswer,
    productionEndsOn: understandDay,
    salesEndsOn: understandDay,
    repairEndsOn: understandDay,
    securityEndsOn: understandDay,
    successor: shaped(ProductName, slugOf),
    safety: understandSafety,
    tags: understandTags(words.tags),
    buildSource: shaped(BuildNote, (text) => text),
    buildToolchain: shaped(BuildNote, (text) => text),
    buildKey: understandOwner(words.posts),
    buildPeople: shaped(BuildNote, (text) => text),
    rebuiltOn: understandDay,
    note: shaped(Note, (note) => note),
  };
}

/** Names of lines and models, part numbers and reasons: the text as it is stored. */
export const understandName = shaped(ProductName, (name) => name);
export const understandNumber = shaped(PartNumberText, (number) => number);
export const understandNote = shaped(Note, (note) => note);
export const understandReason = shaped(Reason, (reason) => reason);

type Shape = { safeParse: (text: string) => { success: true; data: string } | { success: false } };

function shaped<T>(shape: Shape, use: (text: string) => T) {
  return (cell: string): { value: T } | Fault => {
    const parsed = shape.safeParse(cell);
    return parsed.success ? { value: use(parsed.data) } : { rule: 'text-refused' };
  };
}

function oneOf<T extends string>(codes: readonly T[], namesOf: (code: T) => string[], rule: Rule): Understand {
  const codeByName = new Map(
    codes.flatMap((code) => [code, ...namesOf(code)].map((name) => [fold(name), code] as const)),
  );
  return (cell) => {
    const value = codeByName.get(fold(cell));
    return value === undefined ? { rule } : { value };
  };
}

const answerByMark = new Map<string, string>([
  ...answers.flatMap((answer) =>
    [answer, text.ja.answers[answer], text.en.answers[answer]].map((name) => [fold(name), answer] as const),
  ),
  ...['○', '〇', '◯', '有', 'あり', 'true', 'y', '1'].map((mark) => [fold(mark), 'yes'] as const),
  ...['×', '✕', '無', 'なし', 'false', 'n', '0'].map((mark) => [fold(mark), 'no'] as const),
]);
const understandAnswer: Understand = (cell) => {
  const value = answerByMark.get(fold(cell));
  return value === undefined ? { rule: 'answer-unknown' } : { value };
};

const safetyByWord = new Map(
  answers.flatMap((answer) =>
    [text.ja.safeties[answer], text.en.safeties[answer]].map((word) => [fold(word), answer] as const),
  ),
);
const understandSafety: Understand = (cell) => {
  const value = safetyByWord.get(fold(cell)) ?? answerByMark.get(fold(cell));
  return value === undefined ? { rule: 'safety-unknown' } : { value };
};

function understandTags(nameByFolded: Words['tags']): Understand {
  return (cell) => {
    const names = cell.split(betweenTags).filter((name) => fold(name) !== '');
    const read = Tags.safeParse(names);
    if (read.success) return { value: writtenAs(read.data, nameByFolded) };
    const at = Number(read.error.issues[0]?.path[0] ?? mostTags);
    return { rule: 'tag-refused', details: { tag: names[at] ?? '' } };
  };
}

const understandDay: Understand = (cell) => {
  const day = parseDay(cell);
  return typeof day === 'string' ? { rule: 'day-unreadable', details: { why: day } } : { value: day.toString() };
};

const understandMarkets: Understand = (cell) => {
  const { codes, unknown } = readMarkets(cell);
  return unknown === null ? { value: codes } : { rule: 'market-unknown', details: { country: unknown } };
};

function understandDivision(divisions: Words['divisions']): Understand {
  const idByName = new Map(divisions.map(({ id, name }) => [fold(name), id]));
  return (cell) => {
    const value = idByName.get(fold(cell));
    return value === undefined ? { rule: 'division-unknown' } : { value };
  };
}

/** "division/post", or the name of a post that only one division has. */
function understandOwner(posts: Post[]): Understand {
  const idByPath = new Map(posts.map((post) => [pathOf(ownerText(post)), post.id]));
  const byName = Map.groupBy(posts, ({ name }) => fold(name));
  return (cell) => {
    const path = idByPath.get(pathOf(cell));
    if (path !== undefined) return { value: path };
    const [first, second] = byName.get(fold(cell)) ?? [];
    if (!first) return { rule: 'owner-unknown' };
    return second ? { rule: 'owner-ambiguous' } : { value: first.id };
  };
}

const pathOf = (path: string): string => fold(path).replace(/ ?\/ ?/g, '/');

/** How a post stands in a file. */
export const ownerText = ({ divisionName, name }: Pick<Post, 'divisionName' | 'name'>): string =>
  `${divisionName}/${name}`;
