import type { Tools } from '#access';
import { describeRef, type VulnerabilityRow } from '#intelligence';
import { listEvidence } from '#inventory';
import { decodeCursor, pageOf } from '#platform/keyset';
import type { Exposure, ReleaseCounts, Unmatched } from './contract.ts';
import { type Decided, decidedOf } from './decided-of.ts';
import { listFixes } from './list-fixes.ts';
import type { ExposureFilter } from './model.ts';
import { refsOf } from './refs-of.ts';
import { valueOfNumber } from './rules.ts';
import * as store from './store/release-exposures.ts';

type Reading = Pick<Tools, 'db' | 'viewer'>;
type Page = { id: string; after?: string | undefined; limit: number };

/** How many vulnerabilities a release has, by how the worst place of each stands. */
export async function countExposures({ db, viewer }: Reading, { id }: { id: string }): Promise<ReleaseCounts> {
  const { matchedAt, severities, ...counts } = await store.countExposures(db, viewer, id);
  const [none = 0, low = 0, medium = 0, high = 0, critical = 0] = severities;
  return {
    ...{ ...counts, bySeverity: { critical, high, medium, low, none } },
    ...{ kernel: await kernelOf({ db, viewer }, id), matchedAt: matchedAt?.toString() ?? null },
  };
}

async function kernelOf({ db, viewer }: Reading, id: string): Promise<ReleaseCounts['kernel']> {
  const kernel = await store.countKernel(db, viewer, id);
  if (kernel.notBuilt === 0) return null;
  const evidence = await listEvidence(db, id);
  return { ...kernel, evidence: evidence.map(({ kind, addedAt }) => ({ kind, addedAt: addedAt.toString() })) };
}

/** One page of what touches a release. */
export async function listExposures(
  tools: Reading,
  { id, after, limit, ...filter }: ExposureFilter & Page,
): Promise<{ items: Exposure[]; next: string | null }> {
  const place = after === undefined ? null : decodeCursor(after, store.ExposurePlace);
  const rows = await store.listExposures(tools.db, tools.viewer, { releaseId: id, filter, place, limit: limit + 1 });
  const page = pageOf(rows, limit, ({ place: end }) => end);
  const described = await describeExposures(tools, page.items);
  const fixes = await listFixes(tools, page.items);
  return { items: described.map((item, at) => ({ ...item, fixes: fixes[at] ?? [] })), next: page.next };
}

/** What is said of a place without asking the records. */
export type PlainExposure = Omit<Exposure, 'fixes'>;

/** Rows with their vulnerabilities and verdicts. */
export async function describeExposures(
  { db, viewer }: Reading,
  rows: readonly store.ExposureRow[],
): Promise<PlainExposure[]> {
  const refs = await refsOf(db, viewer, rows);
  const decided = await decidedOf({ db, viewer }, rows);
  return rows.map(({ vulnerabilityId, value, reason, component, technology, firstSeenAt }, at) => ({
    vulnerability: describeRef(refs.get(vulnerabilityId) as VulnerabilityRow),
    ...{ match: valueOfNumber(value), reason, component, technology, firstSeenAt: firstSeenAt.toString() },
    ...(decided[at] as Decided),
  }));
}

const whys = ['no-identity', 'no-version', 'nothing-known'] as const;

/** One page of the components of a release that no record can be compared with. */
export async function listUnmatched(
  { db, viewer }: Reading,
  { id, after, limit }: Page,
): Promise<{ items: Unmatched[]; next: string | null }> {
  const place = after === undefined ? null : decodeCursor(after, store.UnmatchedPlace);
  const rows = await store.listUnmatched(db, viewer, { releaseId: id, place, limit: limit + 1 });
  const page = pageOf(rows, limit, ({ place: end }) => end);
  return { items: page.items.map(describeUnmatched), next: page.next };
}

export const describeUnmatched = ({ component, rank, ruledOut }: store.UnmatchedRow): Unmatched => ({
  ...{ component, why: whys[rank] ?? 'nothing-known', ruledOut },
});
