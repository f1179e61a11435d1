import type { Tools } from '#access';
import {
  countWaitingPhrases,
  describeRef,
  findIdsByName,
  findVulnerability,
  type VulnerabilityRow,
} from '#intelligence';
import { countUnidentified } from '#inventory';
import { Refusal } from '#platform/errors';
import { decodeCursor, pageOf } from '#platform/keyset';
import type { AffectedModel, AffectedRelease, AffectedTotal, Today, Touching } from './contract.ts';
import { type Decided, decidedOf } from './decided-of.ts';
import { yesterday } from './list-changes.ts';
import { listFixes } from './list-fixes.ts';
import { newForDays, type TouchingFilter } from './model.ts';
import { refsOf } from './refs-of.ts';
import { valueOfNumber } from './rules.ts';
import * as affected from './store/affected.ts';
import { countChanges } from './store/history.ts';
import * as store from './store/touching.ts';
import { weekFrom } from './weeks.ts';

type Reading = Pick<Tools, 'db' | 'viewer' | 'now'>;
type Page = { after?: string | undefined; limit: number };

/** What presses today, as numbers. */
export async function getToday({ db, viewer, now }: Reading): Promise<Today> {
  const at = now();
  const numbers = await store.countToday(db, viewer, at.subtract({ hours: newForDays * 24 }));
  const { applies, mayApply } = numbers;
  return {
    ...{ at: at.toString(), ...numbers, vulnerabilities: applies + mayApply },
    unidentified: await countUnidentified(db),
    phrases: await countWaitingPhrases(db, viewer),
    changed: await countChanges(db, viewer, yesterday(at)),
  };
}

/** One page of the vulnerabilities that touch us. */
export async function listTouching(
  tools: Reading,
  { after, limit, ...filter }: TouchingFilter & Page,
): Promise<{ items: Touching[]; next: string | null }> {
  const place = after === undefined ? null : decodeCursor(after, store.TouchingPlace);
  const rows = await readTouching(tools, filter, { place, limit: limit + 1 });
  const page = pageOf(rows, limit, ({ place: end }) => end);
  const fixes = await listFixes(
    tools,
    page.items.map(({ vulnerabilityId, example }) => ({ vulnerabilityId, component: example.component })),
  );
  const items = page.items.map(({ place: _, vulnerabilityId: __, example, ...item }, at) => ({
    ...{ ...item, example: { ...example, fixes: fixes[at] ?? [] } },
  }));
  return { items, next: page.next };
}

/** The times that a filter means. */
export function sinceOf(filter: TouchingFilter, at: Temporal.Instant): store.Since {
  const daysAgo = (days?: number) => (days === undefined ? null : at.subtract({ hours: days * 24 }));
  return {
    ...{ firstSeen: daysAgo(filter.newDays), seenBefore: daysAgo(filter.knownDays) },
    newIn: filter.week === undefined ? null : weekFrom(Temporal.PlainDate.from(filter.week)),
  };
}

/** What is said of a vulnerability that touches us without asking its records. */
export type PlainTouching = Omit<Touching, 'example'> & { example: Omit<Touching['example'], 'fixes'> };

/** The rows of a page, with the number and the place of each. */
export async function readTouching(
  { db, viewer, now }: Reading,
  filter: TouchingFilter,
  { place, limit }: { place: store.TouchingPlace | null; limit: number },
): Promise<(PlainTouching & { vulnerabilityId: number; place: store.TouchingPlace })[]> {
  const since = sinceOf(filter, now());
  const rows = await store.listTouching(db, viewer, { filter, since, place, limit });
  const refs = await refsOf(db, viewer, rows);
  return rows.map(({ vulnerabilityId, value, counts, firstSeenAt, ...row }) => ({
    ...{ vulnerabilityId, vulnerability: describeRef(refs.get(vulnerabilityId) as VulnerabilityRow) },
    ...{ match: valueOfNumber(value), counts, firstSeenAt: firstSeenAt.toString() },
    cause: row.cause && row.causedAt ? { what: row.cause, at: row.causedAt.toString() } : null,
    example: { release: row.release, component: row.component, technology: row.technology },
    ...{ moreReleases: Math.max(0, row.releases - 1), place: row.place },
  }));
}

/** How many releases in the field some vulnerabilities touch; those that touch none are left out. */
export async function countTouching({ db, viewer }: Reading, { name: names }: { name: string[] }) {
  const byId = new Map((await findIdsByName(db, viewer, names)).map(({ id, name }) => [id, name]));
  const rows = await store.countsOfVulnerabilities(db, viewer, [...byId.keys()]);
  const items = rows.map(({ vulnerabilityId, value, counts }) => ({
    ...{ name: byId.get(vulnerabilityId) ?? '', match: valueOfNumber(value), counts },
  }));
  return { items };
}

/** One page of the models that it touches, with the sums over all of them. @throws Refusal 'not-found' */
export async function listAffectedModels(
  tools: Reading,
  { name, after, limit }: { name: string } & Page,
): Promise<{ items: AffectedModel[]; next: string | null; total: AffectedTotal }> {
  const { db, viewer } = tools;
  const place = after === undefined ? null : decodeCursor(after, affected.AffectedModelPlace);
  const vulnerabilityId = await idOf(tools, name);
  const rows = await affected.listAffectedModels(db, viewer, { vulnerabilityId, place, limit: limit + 1 });
  const page = pageOf(rows, limit, ({ place: end }) => end);
  const items = page.items.map(({ place: _, ...item }) => item);
  return { items, next: page.next, total: await affected.sumAffected(db, viewer, vulnerabilityId) };
}

/** Releases that it touches, worst first. @throws Refusal 'not-found' */
export async function listAffectedReleases(
  tools: Reading,
  { name, model, after, limit }: { name: string; model?: string | undefined } & Page,
): Promise<{ items: AffectedRelease[]; next: string | null }> {
  const { db, viewer } = tools;
  const place = after === undefined ? null : decodeCursor(after, affected.AffectedPlace);
  const vulnerabilityId = await idOf(tools, name);
  const rows = await affected.listAffectedReleases(db, viewer, {
    vulnerabilityId,
    model: model ?? null,
    place,
    limit: limit + 1,
  });
  const page = pageOf(rows, limit, ({ place: end }) => end);
  const decided = await decidedOf(
    tools,
    page.items.map(({ release, ...row }) => ({ ...row, releaseId: release.id })),
  );
  const items = page.items.map(({ line, release, inField, value, component, technology, units }, at) => ({
    ...{ line, release, inField, match: valueOfNumber(value), component, technology, units },
    ...(decided[at] as Decided),
  }));
  return { items, next: page.next };
}

async function idOf({ db, viewer }: Reading, name: string): Promise<number> {
  const found = await findVulnerability(db, viewer, name);
  if (!found) throw new Refusal('not-found', `Nothing is known of ${name}.`, { what: 'vulnerability' });
  return found.id;
}
