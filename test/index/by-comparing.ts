import type { Statement } from '#intelligence/pure';
import { candidatesOf, keysOf, opinionOf } from '#matching/pure';
import { type Scheme, schemes } from '#versions/version-key';
import type { Component } from '../../src/matching/evidence.ts';
import type { Candidates } from '../../src/matching/index/find-candidates.ts';
import { productOf } from '../../src/matching/index/gather-rows.ts';
import { type Row, rowKinds, rowsOf } from '../../src/matching/index/rows-of.ts';
import { spansRemembered } from '../../src/matching/index/spans-remembered.ts';
import { askedOf, type Spot } from '../../src/matching/index/spot-of.ts';

/** Vulnerabilities by their numbers. */
export type Known = ReadonlyMap<number, readonly Statement[]>;

/** Criteria as "vulnerability criterion", those of which an opinion of `evaluate/` says anything but "does not apply". */
export function criteriaThatHold(component: Component, known: Known): string[] {
  const found = new Set<string>();
  const candidates = candidatesOf(component);
  forEachCriterion(known, (name, statement, criterion) => {
    const opinions = candidates.map((candidate) => opinionOf({ component, candidate, statement, criterion }));
    if (opinions.some((opinion) => opinion !== null && opinion.value !== 'does-not-apply')) found.add(name);
  });
  return [...found].sort();
}

const spansIn = spansRemembered();

/** Rows as "vulnerability criterion kind" that a component meets, each compared by itself. */
export function rowsThatMeet(component: Component, known: Known): string[] {
  const found = new Set<string>();
  const asked = askedOf(component);
  forEachCriterion(known, (name, statement, criterion) => {
    const product = productOf(criterion.product);
    if (!product) return;
    const keys = keysOf(criterion.product);
    const scheme = schemes[product.scheme] as Scheme;
    for (const { keys: own, spot } of asked) {
      if (!own.some((key) => keys.includes(key))) continue;
      for (const row of rowsOf(statement, criterion, { scheme, spansIn }))
        if (meets(row, spot, product.scheme)) found.add(`${name} ${row.kind}`);
    }
  });
  return [...found].sort();
}

/** The same rows as an index has found them. */
export function rowsFound({ vulnerability, which }: Candidates): string[] {
  const found = new Set<string>();
  for (let at = 0; at < vulnerability.count; at++) {
    const said = which.numbers[at] ?? 0;
    found.add(`${vulnerability.numbers[at]} ${said >>> 8} ${rowKinds[said & 0xff]}`);
  }
  return [...found].sort();
}

function meets({ kind, from, before }: Row, spot: Spot, scheme: number): boolean {
  if (spot.scheme !== scheme || spot.points.length + spot.patches.length === 0) return true;
  if (kind === 'unplaced') return spot.isCarriedBack;
  if (kind === 'unaffected' && spot.patches.length === 0) return false;
  const isBelow = (key: string) => before === null || key < before;
  const begins = (key: string) => spot.isCarriedBack || from === null || from <= key;
  return (
    spot.points.some((point) => isBelow(point) && begins(point)) ||
    spot.patches.some((one) => isBelow(one.from) && (from === null || from < one.before))
  );
}

type Criterion = Statement['criteria'][number];

function forEachCriterion(known: Known, see: (name: string, statement: Statement, criterion: Criterion) => void): void {
  for (const [vulnerability, statements] of known) {
    let number = 0;
    for (const statement of statements)
      for (const criterion of statement.criteria) {
        see(`${vulnerability} ${number}`, statement, criterion);
        number += 1;
      }
  }
}
