import { type Justification, justifications, type VerdictStatus } from '../model.ts';

/** Formats ask for a text even before anybody knows it; readers of ours take these back as nothing. */
export const noActionYet = 'What users can do is not decided yet.';
export const noReasonGiven = 'No reason is given.';

/** A text of a document; nothing for those of ours that say nothing. */
export const saidIn = (text: string | undefined): string =>
  text === undefined || text === noActionYet || text === noReasonGiven ? '' : text;

/** Both standards call the five labels as CISA does, with underscores. */
export const labelOf = <Word extends string>(word: Word) => word.replaceAll('-', '_') as Underscored<Word>;
type Underscored<Word extends string> = Word extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Word;

/** A label of OpenVEX, CSAF or SPDX 3 ("componentNotPresent") as ours; null when it is none of the five. */
export function justificationOf(label: string | undefined | null): Justification | null {
  if (!label) return null;
  const word = label
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase();
  return justifications.find((one) => one === word) ?? null;
}

/** @source OpenVEX 0.2.0, "Status Labels" */
export const openVexStatus = {
  affected: 'affected',
  'not-affected': 'not_affected',
  fixed: 'fixed',
  'under-investigation': 'under_investigation',
} as const satisfies Record<VerdictStatus, string>;

/** An instant in UTC; where no zone stands UTC is meant. null for what is no instant. */
export function instantOf(text: string | undefined | null): string | null {
  if (!text) return null;
  try {
    return Temporal.Instant.from(/(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`).toString();
  } catch {
    return null;
  }
}
