import type { Problem } from '../problem.ts';

export type EpssRow = { cve: string; probability: number; percentile: number | null };
export type EpssHead = { model: string | null; scoredOn: string | null };

const headers = [/^cve,epss,percentile$/, /^cve,epss$/];

/** Whether a text begins as a file of EPSS scores does. */
export const isEpss = (head: string): boolean => /^(?:#[^\n]*\n)?\s*"?cve"?,"?epss"?/i.test(head);

/**
 * The rows of a day's scores, one after the other; `head` is filled before the first. A row that is none is a problem with
 * its line, and the reading goes on; a wrong header ends it.
 * @source FIRST EPSS, data: since 2022 a comment line with model_version and score_date stands above the header
 */
export function* readEpss(text: string, head: EpssHead): Generator<{ row: EpssRow } | { problem: Problem }> {
  let line = 0;
  let hasHeader = false;
  for (const raw of linesOf(text)) {
    line += 1;
    const said = raw.trim();
    if (said === '') continue;
    if (said.startsWith('#')) {
      head.model = /model_version:([^,\s]+)/.exec(said)?.[1] ?? null;
      head.scoredOn = /score_date:(\d{4}-\d\d-\d\d)/.exec(said)?.[1] ?? null;
    } else if (!hasHeader) {
      hasHeader = headers.some((header) => header.test(said.toLowerCase().replaceAll('"', '')));
      if (!hasHeader)
        return void (yield problem(line, `The header is "${said.slice(0, 80)}", not cve,epss,percentile`));
    } else yield rowOf(said, line);
  }
}

function* linesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    yield text.slice(at, end < 0 ? text.length : end);
    at = end < 0 ? text.length : end + 1;
  }
}

function rowOf(said: string, line: number): { row: EpssRow } | { problem: Problem } {
  const [cve = '', score = '', rank] = said.replaceAll('"', '').split(',');
  const probability = Number(score);
  const percentile = rank === undefined || rank === '' ? null : Number(rank);
  const isShare = (value: number) => value >= 0 && value <= 1;
  if (
    !/^CVE-\d{4}-\d{4,}$/.test(cve) ||
    score === '' ||
    !isShare(probability) ||
    (percentile !== null && !isShare(percentile))
  )
    return problem(line, `"${said.slice(0, 80)}" is no CVE with a score of 0 to 1`);
  return { row: { cve, probability, percentile } };
}

const problem = (line: number, message: string): { problem: Problem } => ({
  problem: { path: `line ${line}`, rule: 'wrong-shape', message, details: {} },
});
