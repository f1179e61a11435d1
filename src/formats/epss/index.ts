import type { Problem } from '../problem.ts';

/** Both 0–1. */
export type EpssRow = { cve: string; probability: number; percentile: number | null };
/** Which model scored, and on which day (YYYY-MM-DD); null where the file does not tell. */
export type EpssHead = { model: string | null; scoredOn: string | null };
export type EpssItem = { row: EpssRow } | { problem: Problem };

const headers = new Map([
  ['cve,epss', 2],
  ['cve,epss,percentile', 3],
]);

/** Whether a text begins as a file of EPSS scores does. */
export const isEpss = (head: string): boolean =>
  head.startsWith('#model_version:') || /^(?:#[^\n]*\n)?\s*"?cve"?\s*,\s*"?epss"?/i.test(head);

const longestLine = 1_000;
/** A file with more of them is of another kind. */
const mostProblems = 1_000;

/**
 * The rows of a day's scores, one after the other as the text comes; `head` is filled before the first. A row that is none is
 * a problem with its line, and the reading goes on; a wrong header, or a thousand rows that are none, end it.
 * @source FIRST EPSS, data: since 2021-09 with percentile, since 2022-02 with a line of model_version and score_date above
 */
export async function* readEpss(texts: AsyncIterable<string>, head: EpssHead): AsyncGenerator<EpssItem> {
  let columns: number | null = null;
  let problems = 0;
  for await (const { said, line } of linesOf(texts)) {
    if (said === '') continue;
    if (columns === null && said.startsWith('#')) {
      yield* readComment(said, line, head);
    } else if (columns === null) {
      columns = headers.get(said.toLowerCase().replaceAll(/["\s]/g, '')) ?? null;
      if (columns === null)
        return void (yield problem(line, `The header is "${said.slice(0, 80)}", not cve,epss,percentile`));
    } else {
      const item = rowOf(said, { line, columns });
      yield item;
      if ('problem' in item && ++problems >= mostProblems)
        return void (yield problem(line, `More than ${mostProblems} rows are none; the rest is not read`));
    }
  }
}

function* readComment(said: string, line: number, head: EpssHead): Generator<EpssItem> {
  head.model = /model_version:([^,\s]{1,40})/.exec(said)?.[1] ?? null;
  const day = /score_date:([^,T\s]+)/.exec(said)?.[1];
  if (day === undefined) return;
  if (isDay(day)) head.scoredOn = day;
  else yield problem(line, `score_date "${day.slice(0, 40)}" is no day`);
}

/** Whether a text is a day of the calendar, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^[12]\d{3}-\d\d-\d\d$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** Lines without their break; of one that is too long only its beginning. */
async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<{ said: string; line: number }> {
  let line = 0;
  let rest = '';
  for await (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const one of lines) yield { said: one.trim(), line: ++line };
    rest = rest.slice(0, longestLine);
  }
  if (rest !== '') yield { said: rest.trim(), line: line + 1 };
}

const number = /^\d*\.?\d+(?:e[+-]?\d{1,2})?$/i;

function rowOf(said: string, { line, columns }: { line: number; columns: number }): EpssItem {
  const cells = said
    .slice(0, longestLine)
    .split(',')
    .map((cell) => /^"(.*)"$/.exec(cell)?.[1] ?? cell);
  const [cve = '', score = '', rank] = cells;
  const isShare = (text: string) => number.test(text) && Number(text) <= 1;
  const isRow =
    said.length < longestLine &&
    cells.length === columns &&
    /^CVE-\d{4}-\d{4,19}$/.test(cve) &&
    isShare(score) &&
    (rank === undefined || isShare(rank));
  if (!isRow) return problem(line, `"${said.slice(0, 80)}" is no CVE with scores of 0 to 1`);
  return { row: { cve, probability: Number(score), percentile: rank === undefined ? null : Number(rank) } };
}

const problem = (line: number, message: string): { problem: Problem } => ({
  problem: { path: `line ${line}`, rule: 'wrong-shape', message, details: {} },
});
