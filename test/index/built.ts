import type { Component } from '../../src/matching/evidence.ts';
import { findCandidates, noCandidates } from '../../src/matching/index/find-candidates.ts';
import { freeze } from '../../src/matching/index/freeze.ts';
import { gathering } from '../../src/matching/index/gather-rows.ts';
import type { Layer, MatchIndex } from '../../src/matching/index/match-index.ts';
import { askedOf } from '../../src/matching/index/spot-of.ts';
import { type Known, rowsFound } from './by-comparing.ts';

export function indexOf(known: Known): MatchIndex {
  const { add, rows } = gathering();
  for (const [number, statements] of known) add(number, statements);
  return freeze(rows);
}

/** Rows as "vulnerability criterion kind" that a component meets. */
export function found(layers: readonly Layer[], component: Component): string[] {
  const candidates = noCandidates();
  findCandidates(layers, askedOf(component), candidates);
  return rowsFound(candidates);
}
