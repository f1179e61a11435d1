import { mayIn, recordAudit, type Tools } from '#access';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { newId } from '#platform/ids';
import type { ComponentIdentity } from './contract/release-components.ts';
import { followCorrections } from './follow-corrections.ts';
import { describeIdentity } from './list-release-components.ts';
import { lockReleaseFor } from './place-release.ts';
import { resolveSaid } from './resolve-said.ts';
import { rollUp } from './roll-up.ts';
import type { SaidIdentity } from './sbom/said-identity.ts';
import { type KeptComponent, listComponents } from './store/components.ts';
import * as store from './store/corrections.ts';
import { holdRollUp } from './store/roll-up.ts';

export type MadeCorrection = { id: string; component: ComponentIdentity; releases: number };

/**
 * Says what a component really is, in one release or wherever it stands; bills of materials that come later are read so too.
 * Parts that were corrected to this component before follow, and what it is said to be is called as it has been corrected
 * itself: what a person sees is what a person corrects.
 * @returns what it is called now; in how many releases' own parts it stands, those that contain them not counted
 * @throws Refusal 'not-found', 'not-allowed', 'invalid' (as saidFacts), or 'conflict' with `reason`: 'same-component',
 *   'circle', or 'not-own' when it is only a module that brings it to the release
 */
export async function correctComponent(
  tools: Tools,
  { id, releaseId, reason, ...said }: { id: number; releaseId: string | null; reason: string } & SaidIdentity,
): Promise<MadeCorrection> {
  const [{ id: toId }] = (await resolveSaid(tools.db, [said])) as [KeptComponent];
  return tools.db.transaction().execute(async (transaction) => {
    const from = (await listComponents(transaction, [id])).get(id);
    if (!from) throw new Refusal('not-found', `There is no component ${id}.`, { what: 'component' });
    if (id === toId) throw new Refusal('conflict', 'This is what it is already.', { reason: 'same-component' });
    await guardScope(transaction, tools, releaseId);
    await holdRollUp(transaction);
    const standing = await store.lockCorrectionsAbout(transaction, { fromId: id, toId });
    const { replaced, made } = followCorrections(standing, { fromId: id, toId, releaseId });
    const by = { personId: tools.viewer.person?.id ?? null, personName: tools.viewer.name };
    const rows = made.map((row) => ({ id: newId(), ...row, reason, madeAt: tools.now(), ...by }));
    await store.revokeCorrections(transaction, replaced, tools.now());
    await store.insertCorrections(transaction, rows);
    const [own] = rows as [store.CorrectionRow];
    const to = (await listComponents(transaction, [own.toId])).get(own.toId) as KeptComponent;
    await record(transaction, tools, { what: 'create', from, to, releaseId, reason });
    const fromIds = [id, ...standing.filter((row) => row.toId === id).map((row) => row.fromId)];
    // Where it has been called something else so far, by a correction that this one replaces, it is found by that.
    const among = [id, ...standing.filter((row) => row.fromId === id).map((row) => row.toId)];
    const releases = await rollUpNaming(transaction, tools, { releaseId, fromIds, among });
    if (releases === 0 && releaseId !== null)
      throw new Refusal('conflict', 'A module brings it: correct it there, or everywhere.', { reason: 'not-own' });
    return { id: own.id, component: describeIdentity(to), releases };
  });
}

/** Takes a correction back: the component is what its documents say again. @throws Refusal 'not-found', 'not-allowed' */
export async function revokeCorrection(tools: Tools, { id }: { id: string }): Promise<MadeCorrection> {
  return tools.db.transaction().execute(async (transaction) => {
    const seen = await store.findCorrection(transaction, id);
    if (seen) {
      await guardScope(transaction, tools, seen.releaseId);
      await holdRollUp(transaction);
    }
    const standing = seen && (await store.lockCorrection(transaction, id));
    if (!standing)
      throw new Refusal('not-found', `There is no such correction: ${id}.`, { what: 'identity-correction' });
    const { fromId, toId, releaseId, reason } = standing;
    await store.revokeCorrections(transaction, [id], tools.now());
    const componentById = await listComponents(transaction, [fromId, toId]);
    const [from, to] = [componentById.get(fromId) as KeptComponent, componentById.get(toId) as KeptComponent];
    await record(transaction, tools, { what: 'revoke', from, to, releaseId, reason });
    const releases = await rollUpNaming(transaction, tools, { releaseId, fromIds: [fromId], among: [toId] });
    return { id, component: describeIdentity(from), releases };
  });
}

/**
 * One release: who may change it. Wherever it stands: who may change products of the whole company.
 * Who comes here holds the roll-up next, and corrections last: what a bill of materials
 * brings in the same moment is then seen by the correction, or sees it.
 */
async function guardScope(transaction: Transaction, { viewer }: Tools, releaseId: string | null): Promise<void> {
  if (releaseId !== null) await lockReleaseFor(viewer, transaction, releaseId);
  else if (!mayIn(viewer, 'product:write', null))
    throw new Refusal('not-allowed', 'What holds everywhere is said by who may change products of the whole company.', {
      reason: 'whole-company',
    });
}

async function rollUpNaming(
  transaction: Transaction,
  tools: Tools,
  named: { releaseId: string | null; fromIds: readonly number[]; among: readonly number[] },
): Promise<number> {
  const keys = await store.listReleasesNaming(transaction, named);
  await rollUp(transaction, tools, keys);
  return keys.length;
}

type Said = {
  what: 'create' | 'revoke';
  from: KeptComponent;
  to: KeptComponent;
  releaseId: string | null;
  reason: string;
};

async function record(
  transaction: Transaction,
  tools: Tools,
  { what, from, to, releaseId, reason }: Said,
): Promise<void> {
  const title = ({ name, version, purl, cpes }: KeptComponent) =>
    purl ?? cpes[0] ?? [name, version].filter(Boolean).join(' ');
  await recordAudit(transaction, tools, {
    action: what === 'create' ? 'identity-correction.create' : 'identity-correction.revoke',
    subjectKind: 'component',
    subjectId: String(from.id),
    subjectName: title(from),
    before: { component: title(what === 'create' ? from : to) },
    after: { component: title(what === 'create' ? to : from), release: releaseId, reason },
  });
}
