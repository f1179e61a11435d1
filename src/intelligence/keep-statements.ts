import { zstdCompressSync } from 'node:zlib';
import type { Tools } from '#access';
import type { Transaction } from '#platform/database';
import { bestName, type Group, groupNames, type NamedRecord } from './group-names.ts';
import { reader } from './reader.ts';
import type { Statement } from './statement.ts';
import * as records from './store/records.ts';
import * as vulnerabilities from './store/vulnerabilities.ts';
import { summarize } from './summarize.ts';
import { keyOf } from './which-stands.ts';

/** A statement with the bytes that it was read from. */
export type ReadRecord = { statement: Statement; original: Uint8Array; sha256: Buffer };

export type KeptCounts = { created: number; changed: number };

/**
 * Keeps what was read of public sources, in the caller's transaction: a new revision where the record is known, its bytes,
 * its group of names, what the group says together; tells 'vulnerabilities.changed' once.
 */
export async function keepStatements(
  transaction: Transaction,
  { viewer, now, emit }: Pick<Tools, 'viewer' | 'now' | 'emit'>,
  read: readonly ReadRecord[],
): Promise<KeptCounts> {
  const latest = [...new Map(read.map((one) => [keyOf(one.statement), one])).values()];
  if (latest.length === 0) return { created: 0, changed: 0 };
  await records.holdImports(transaction);
  const at = now();
  const known = await knownOf(transaction, viewer, latest);
  const newIds = await records.takeRecordIds(transaction, latest.length - known.size);
  const coming = latest.map((one) => {
    const before = known.get(keyOf(one.statement));
    return { ...one, id: before?.id ?? (newIds.shift() as number), before };
  });
  const { groups, gone } = await regroup(transaction, viewer, coming, at);
  await records.keepOriginals(
    transaction,
    coming.map(({ sha256, original }) => ({ sha256, packed: zstdCompressSync(original), wallId: null })),
  );
  const groupOf = new Map(groups.flatMap((group) => group.recordIds.map((id) => [id, group.vulnerabilityId] as const)));
  await records.writeRecords(transaction, viewer, {
    at,
    records: coming.map(({ id, before, statement, sha256 }) => ({
      ...{ id, statement, sha256, reader, wallId: null },
      vulnerabilityId: groupOf.get(id) as number,
      revision: (before?.revision ?? 0) + 1,
    })),
  });
  await sumUp(transaction, viewer, groups, at);
  await emit(transaction, 'vulnerabilities.changed', {
    vulnerabilityIds: [...groups.map((group) => group.vulnerabilityId), ...gone],
    wallId: null,
  });
  return { created: coming.filter(({ before }) => !before).length, changed: known.size };
}

async function knownOf(transaction: Transaction, viewer: Tools['viewer'], read: readonly ReadRecord[]) {
  const rows = await records.findRecords(
    transaction,
    viewer,
    read.map(({ statement }) => statement),
  );
  return new Map(rows.map((row) => [keyOf(row), row]));
}

type Coming = ReadRecord & { id: number; before: records.KeptRecord | undefined };
type StandingGroup = Group & { vulnerabilityId: number };

/** Finds all records of every group that is touched, and groups them anew by the names that they give now. */
async function regroup(
  transaction: Transaction,
  viewer: Tools['viewer'],
  coming: readonly Coming[],
  at: Temporal.Instant,
): Promise<{ groups: StandingGroup[]; gone: number[] }> {
  const namesNow = new Map(coming.map(({ id, statement }) => [id, statement.names]));
  const standing = await standingAround(transaction, viewer, coming);
  const named: NamedRecord[] = standing.map(({ id, names, vulnerabilityId }) => ({
    ...{ recordId: id, vulnerabilityId },
    names: namesNow.get(id) ?? names,
  }));
  const ofStanding = new Set(standing.map(({ id }) => id));
  for (const { id, statement } of coming)
    if (!ofStanding.has(id)) named.push({ recordId: id, names: statement.names, vulnerabilityId: null });

  const { groups, regroupings } = groupNames(named);
  const newIds = await vulnerabilities.takeVulnerabilityIds(
    transaction,
    groups.filter(({ vulnerabilityId }) => vulnerabilityId === null).length,
  );
  await vulnerabilities.insertVulnerabilities(
    transaction,
    newIds.map((id) => ({ id, wallId: null })),
    at,
  );
  const settled = groups.map((group) => ({
    ...group,
    vulnerabilityId: group.vulnerabilityId ?? (newIds.shift() as number),
  }));
  await moveStanding(transaction, standing, settled);
  await vulnerabilities.writeRegroupings(
    transaction,
    regroupings.map(({ group, ...regrouping }) => ({ ...regrouping, into: settled[group]?.vulnerabilityId as number })),
    at,
  );
  return { groups: settled, gone: regroupings.filter(({ how }) => how === 'merge').map(({ from }) => from) };
}

/**
 * All records of the groups that these are in or come to, and those around them: groups may share a name and stay apart,
 * and what one of them says decides where a record between them belongs.
 */
async function standingAround(
  transaction: Transaction,
  viewer: Tools['viewer'],
  coming: readonly Coming[],
): Promise<records.KeptRecord[]> {
  const found = new Map<number, records.KeptRecord>();
  const asked = new Set<string>();
  let names = coming.flatMap(({ statement }) => statement.names);
  let recordIds = coming.flatMap(({ before }) => before?.id ?? []);
  while (names.length + recordIds.length > 0) {
    for (const name of names) asked.add(name);
    const known = [...new Set([...found.values()].map(({ vulnerabilityId }) => vulnerabilityId))];
    const rows = await records.listGroupsOf(transaction, viewer, { names, recordIds, except: known });
    for (const row of rows) found.set(row.id, row);
    names = [...new Set(rows.flatMap((row) => row.names))].filter((name) => !asked.has(name));
    recordIds = [];
  }
  return [...found.values()];
}

async function moveStanding(
  transaction: Transaction,
  standing: readonly records.KeptRecord[],
  groups: readonly StandingGroup[],
): Promise<void> {
  const before = new Map(standing.map(({ id, vulnerabilityId }) => [id, vulnerabilityId]));
  const moves = groups.flatMap(({ recordIds, vulnerabilityId }) =>
    recordIds
      .filter((recordId) => before.has(recordId) && before.get(recordId) !== vulnerabilityId)
      .map((recordId) => ({ recordId, vulnerabilityId })),
  );
  await records.moveRecords(transaction, moves);
}

/** Writes what the sources of each group say together. */
export async function sumUp(
  transaction: Transaction,
  viewer: Tools['viewer'],
  groups: readonly { vulnerabilityId: number; names: readonly string[] }[],
  at: Temporal.Instant,
): Promise<void> {
  const ids = groups.map(({ vulnerabilityId }) => vulnerabilityId);
  const kept = Map.groupBy(
    await records.listStatements(transaction, viewer, ids),
    ({ vulnerabilityId }) => vulnerabilityId,
  );
  await vulnerabilities.writeSummaries(
    transaction,
    groups.map(({ vulnerabilityId, names }) => {
      const statements = (kept.get(vulnerabilityId) ?? []).map(({ statement }) => statement);
      return { id: vulnerabilityId, name: bestName(names), names, ...summarize(names, statements) };
    }),
    at,
  );
}
