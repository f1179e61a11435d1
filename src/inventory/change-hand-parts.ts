import { recordAudits, type Tools } from '#access';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { newId } from '#platform/ids';
import type { HandPart, HandPartInput } from './contract/release-components.ts';
import { describeHandPart } from './describe-hand-part.ts';
import { getRelease, guardRelease, lockReleaseFor, titleOf } from './place-release.ts';
import { resolveSaid } from './resolve-said.ts';
import { rollUp } from './roll-up.ts';
import { type KeptComponent, listComponents } from './store/components.ts';
import * as store from './store/hand-parts.ts';
import type { PlacedRelease } from './store/release-refs.ts';

type AtRevision = { id: string; revision: number };

/**
 * Enters parts by hand, one or many: all or none.
 * @throws Refusal 'not-found', 'not-allowed', 'invalid' (as saidFacts), or 'conflict' with `reason: 'entered-already'` and
 *   the place `at` of the part in the list
 */
export async function addHandParts(
  tools: Tools,
  { id: releaseId, parts }: { id: string; parts: HandPartInput[] },
): Promise<{ items: HandPart[] }> {
  const { db, viewer, now } = tools;
  guardRelease(viewer, await getRelease(db, releaseId));
  const components = await resolveSaid(db, parts);
  return db.transaction().execute(async (transaction) => {
    const release = await lockReleaseFor(viewer, transaction, releaseId);
    await guardNew(transaction, releaseId, components);
    const by = { personId: viewer.person?.id ?? null, personName: viewer.name };
    const rows = parts.map(({ licence, note }, at): store.HandPartRow => {
      const componentId = (components[at] as KeptComponent).id;
      return {
        id: newId(),
        releaseId,
        componentId,
        licence,
        note,
        addedAt: now(),
        ...by,
        revision: 1,
        removedAt: null,
      };
    });
    await save(transaction, tools, { release, action: 'hand-part.create', rows, components });
    return { items: rows.map((row, at) => describeHandPart(row, components[at] as KeptComponent)) };
  });
}

/** Says something else of a part that was entered by hand. @throws Refusal as addHandParts, or 'conflict' when it was changed since */
export async function updateHandPart(
  tools: Tools,
  { id, revision, ...said }: AtRevision & HandPartInput,
): Promise<HandPart> {
  const components = await resolveSaid(tools.db, [said]);
  const [component] = components as [KeptComponent];
  return tools.db.transaction().execute(async (transaction) => {
    const { release, row } = await lockAt(transaction, tools, { id, revision }, 'standing');
    if (row.componentId !== component.id) await guardNew(transaction, row.releaseId, components);
    const changed = {
      ...row,
      componentId: component.id,
      licence: said.licence,
      note: said.note,
      revision: revision + 1,
    };
    await save(transaction, tools, { release, action: 'hand-part.update', rows: [changed], components });
    return describeHandPart(changed, component);
  });
}

/** Takes a part that was entered by hand away. @throws Refusal 'not-found', 'not-allowed', 'conflict' */
export async function removeHandPart(tools: Tools, at: AtRevision): Promise<AtRevision> {
  return tools.db.transaction().execute(async (transaction) => {
    const { release, row, components } = await lockAt(transaction, tools, at, 'standing');
    const removed = { ...row, revision: row.revision + 1, removedAt: tools.now() };
    await save(transaction, tools, { release, action: 'hand-part.remove', rows: [removed], components });
    return { id: row.id, revision: removed.revision };
  });
}

/** Brings it back. @throws Refusal 'not-found', 'not-allowed', 'conflict' when it was changed or entered anew since */
export async function restoreHandPart(tools: Tools, at: AtRevision): Promise<AtRevision> {
  return tools.db.transaction().execute(async (transaction) => {
    const { release, row, components } = await lockAt(transaction, tools, at, 'removed');
    await guardNew(transaction, row.releaseId, components);
    const restored = { ...row, revision: row.revision + 1, removedAt: null };
    await save(transaction, tools, { release, action: 'hand-part.restore', rows: [restored], components });
    return { id: row.id, revision: restored.revision };
  });
}

/** None of them is entered already, nor named twice. */
async function guardNew(
  transaction: Transaction,
  releaseId: string,
  components: readonly KeptComponent[],
): Promise<void> {
  const ids = components.map(({ id }) => id);
  const standing = await store.listHandParts(transaction, [releaseId], ids);
  const taken = new Set(standing.map(({ componentId }) => componentId));
  const at = ids.findIndex((id, place) => taken.has(id) || ids.indexOf(id) !== place);
  if (at < 0) return;
  const { name, version } = components[at] as KeptComponent;
  throw new Refusal('conflict', `${[name, version].filter(Boolean).join(' ')} is entered already.`, {
    ...{ reason: 'entered-already', at, name, version },
  });
}

async function lockAt(
  transaction: Transaction,
  tools: Tools,
  { id, revision }: AtRevision,
  which: 'standing' | 'removed',
) {
  const row = await store.lockHandPart(transaction, id);
  if (!row || (row.removedAt === null) !== (which === 'standing'))
    throw new Refusal('not-found', `There is no such part: ${id}.`, { what: 'hand-part' });
  const release = await lockReleaseFor(tools.viewer, transaction, row.releaseId);
  if (row.revision !== revision)
    throw new Refusal('conflict', 'This part was changed meanwhile.', {
      reason: 'changed-since',
      revision: row.revision,
    });
  const components = [...(await listComponents(transaction, [row.componentId])).values()];
  return { release, row, components };
}

type Saving = {
  release: PlacedRelease;
  action: 'hand-part.create' | 'hand-part.update' | 'hand-part.remove' | 'hand-part.restore';
  rows: store.HandPartRow[];
  components: readonly KeptComponent[];
};

async function save(
  transaction: Transaction,
  tools: Tools,
  { release, action, rows, components }: Saving,
): Promise<void> {
  await store.saveHandParts(transaction, rows);
  const titles = components.map(({ name, version, purl }) => purl ?? [name, version].filter(Boolean).join(' '));
  await recordAudits(
    transaction,
    tools,
    rows.map(({ licence, note }, at) => ({
      action,
      subjectKind: 'release',
      subjectId: release.id,
      subjectName: titleOf(release),
      after: { component: titles[at], licence, note },
    })),
  );
  await rollUp(transaction, tools, [release.key]);
}
