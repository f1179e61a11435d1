import { listPeopleNames, type Tools } from '#access';
import { describeRef, findVulnerability, listRefs, type VulnerabilityRow } from '#intelligence';
import { todayInJapan } from '#platform/browser/calendar';
import { Refusal } from '#platform/errors';
import { decodeCursor, pageOf } from '#platform/keyset';
import type { VerdictCounts } from './contract.ts';
import { personOf } from './describe-places.ts';
import { describeEvents } from './list-days.ts';
import type { Verdict, VerdictEvent, VerdictFilter } from './model.ts';
import * as days from './store/days.ts';
import * as store from './store/list.ts';

type Reading = Pick<Tools, 'db' | 'viewer' | 'now'>;
type Page = { after?: string | undefined; limit: number };
type Listed = { items: Verdict[]; next: string | null };

const mostEvents = 100;

/** One page of verdicts, newest first. */
export async function listVerdicts(tools: Reading, { after, limit, ...filter }: VerdictFilter & Page): Promise<Listed> {
  return listWhich(tools, { filter, today: todayInJapan(tools.now()) }, { after, limit });
}

/** Every verdict that is or was for a place of a release, newest first. @throws Refusal 'not-found' */
export async function listVerdictsOfPlace(
  tools: Reading,
  { release, vulnerability, product, ...page }: { release: string; vulnerability: string; product: string } & Page,
): Promise<Listed> {
  const found = await findVulnerability(tools.db, tools.viewer, vulnerability);
  if (!found) throw new Refusal('not-found', `Nothing is known of ${vulnerability}.`, { what: 'vulnerability' });
  return listWhich(tools, { releaseId: release, vulnerabilityId: found.id, product }, page);
}

async function listWhich(tools: Reading, which: store.Which, { after, limit }: Page): Promise<Listed> {
  const place = after === undefined ? null : decodeCursor(after, store.VerdictCursor);
  const rows = await store.listVerdicts(tools.db, tools.viewer, { which, place, limit: limit + 1 });
  const page = pageOf(rows, limit, ({ decidedAt, id }) => [decidedAt.toString(), id]);
  return { items: await describeVerdicts(tools, page.items), next: page.next };
}

/** A verdict with all that was done with its decision. @throws Refusal 'not-found' */
export async function getVerdict(
  tools: Reading,
  { id }: { id: string },
): Promise<Verdict & { events: VerdictEvent[] }> {
  const rows = await store.listVerdicts(tools.db, tools.viewer, { which: { id }, place: null, limit: 1 });
  const [verdict] = await describeVerdicts(tools, rows);
  if (!verdict) throw new Refusal('not-found', `There is no verdict ${id}.`, { what: 'verdict' });
  const lines = { decisionId: verdict.decisionId };
  const events = await days.listEvents(tools.db, tools.viewer, { lines, place: null, limit: mostEvents });
  return { ...verdict, events: await describeEvents(tools, events) };
}

/** How many verdicts stand, wait and so on. */
export async function countVerdicts({ db, viewer, now }: Reading): Promise<VerdictCounts> {
  const numbers = await store.countVerdicts(db, viewer, todayInJapan(now()));
  return { ...numbers, unsigned: await days.countUnsigned(db, viewer) };
}

/** Rows with their vulnerabilities and people. */
export async function describeVerdicts(
  { db, viewer }: Pick<Tools, 'db' | 'viewer'>,
  rows: readonly store.VerdictRow[],
): Promise<Verdict[]> {
  const ids = [...new Set(rows.map(({ vulnerabilityId }) => vulnerabilityId))];
  const refs = new Map((await listRefs(db, viewer, ids)).map((row) => [row.id, row]));
  const people = await listPeopleNames(
    db,
    rows.flatMap(({ authorId, approverId, endedBy }) => [authorId, approverId, endedBy].filter((id) => id !== null)),
  );
  return rows.map((row) => ({
    ...{ id: row.id, decisionId: row.decisionId, state: row.state, product: row.product, for: row.for },
    vulnerability: describeRef(refs.get(row.vulnerabilityId) as VulnerabilityRow),
    ...{ status: row.status, justification: row.justification, reason: row.reason },
    ...{ note: row.note, impact: row.impact, evidence: row.evidence, fixedIn: row.fixedIn },
    ...{ until: row.until?.toString() ?? null, decidedAt: row.decidedAt.toString() },
    author: personOf(people, row.authorId),
    approval: approvalOf(row, people),
    ended: row.endedAt && {
      ...{ at: row.endedAt.toString(), by: personOf(people, row.endedBy), note: row.endNote },
    },
    ...{ replaces: row.replaces, inherited: row.inherited, walled: row.walled },
  }));
}

function approvalOf(
  { needsApproval, approverId, approvedAt }: store.VerdictRow,
  people: Parameters<typeof personOf>[0],
): Verdict['approval'] {
  if (!needsApproval) return null;
  const by = personOf(people, approverId);
  return by && approvedAt ? { by, at: approvedAt.toString() } : { by: null, at: null };
}
