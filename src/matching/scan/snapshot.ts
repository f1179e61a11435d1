import type { Statement } from '#intelligence/pure';
import type { Component } from '../evidence.ts';
import { findCandidates, noCandidates } from '../index/find-candidates.ts';
import { freeze } from '../index/freeze.ts';
import { gathering } from '../index/gather-rows.ts';
import { type MatchIndex, openIndex } from '../index/match-index.ts';
import { askedOf } from '../index/spot-of.ts';
import type { KnownVulnerability, Records } from './records-by-key.ts';

/** An index over vulnerabilities that are numbered by their place. */
export function indexOf(vulnerabilities: Iterable<KnownVulnerability>): MatchIndex {
  const { add, rows } = gathering();
  let number = 0;
  for (const { statements } of vulnerabilities) {
    add(number, statements);
    number += 1;
  }
  return freeze(rows);
}

/**
 * What is known, of which an index says what must be looked at; only that is read.
 * @param read  a vulnerability by its number
 * @returns null when the buffer is no index of this version
 */
export function recordsByIndex(
  buffer: SharedArrayBuffer,
  read: (number: number) => KnownVulnerability,
): Records | null {
  const index = openIndex(buffer);
  if (!index) return null;
  const known = new Map<number, KnownVulnerability>();
  const vulnerability = (number: number): KnownVulnerability => {
    const kept = known.get(number) ?? read(number);
    known.set(number, kept);
    return kept;
  };
  return {
    mayConcern: (component: Component) => {
      const found = noCandidates();
      findCandidates([{ index, isReplaced: null }], askedOf(component), found);
      const { numbers, count } = found.vulnerability;
      return [...new Set(numbers.subarray(0, count))].map(vulnerability);
    },
  };
}

/** A vulnerability without what no result of a scan shows: long texts, further links, what other pages show. */
export function forScan({ name, names, statements }: KnownVulnerability): KnownVulnerability {
  return { name, names, statements: statements.map(shortened) };
}

function shortened(statement: Statement): Statement {
  const { overview, references } = statement;
  return {
    ...statement,
    ...{ impact: {}, measures: {}, weaknesses: [], related: [], epss: null, ssvc: null },
    overview: { ...firstParagraph(overview, 'ja'), ...firstParagraph(overview, 'en') },
    references: references.slice(0, 1),
  };
}

/** A title may be taken from there. */
function firstParagraph(overview: Statement['overview'], language: 'ja' | 'en'): Statement['overview'] {
  const text = overview[language];
  return text === undefined ? {} : { [language]: text.trim().split(/\n\s*\n/)[0] ?? '' };
}
