import { scoreOf } from '#formats/cvss';
import { instantOf } from './instant.ts';
import type { Criterion, Exploitation, Score, Statement } from './statement.ts';

/** A phrase is found by its own words; longer ones are told by how they begin. */
const longestPhrase = 400;

/** A statement within what the database keeps: scores are scores, days are days, a phrase is no book. */
export function fitToKeep(statement: Statement): Statement {
  const { scores, exploitation, criteria } = statement;
  return {
    ...statement,
    scores: scores.map(withScore),
    exploitation: exploitation && withDays(exploitation),
    criteria: criteria.map(withShortPhrases),
  };
}

/** A score outside of 0–10 is none: that of its vector counts. */
function withScore(said: Score): Score {
  const isScore = said.score !== null && said.score >= 0 && said.score <= 10;
  return isScore || said.score === null ? said : { ...said, score: scoreOf(said.vector)?.score ?? null };
}

/** Since when is what a catalogue tells; without it there is nothing to tell. */
function withDays(said: Exploitation): Exploitation | null {
  const addedOn = dayOf(said.addedOn);
  return addedOn === null ? null : { ...said, addedOn, dueOn: said.dueOn && dayOf(said.dueOn) };
}

function dayOf(text: string): string | null {
  return isoDay.test(text) ? (instantOf(text.slice(0, 10))?.slice(0, 10) ?? null) : null;
}
const isoDay = /^\d{4}-\d\d-\d\d(?:T|$)/;

function withShortPhrases(criterion: Criterion): Criterion {
  const { unread, exceptions } = criterion;
  if (![...unread, ...(exceptions ?? [])].some((words) => words.length > longestPhrase)) return criterion;
  return {
    ...criterion,
    unread: unread.map(shortened),
    ...(exceptions ? { exceptions: exceptions.map(shortened) } : {}),
  };
}

const shortened = (words: string) => (words.length > longestPhrase ? `${words.slice(0, longestPhrase - 1)}…` : words);
