import { mayIn, recordAudit, type Tools } from '#access';
import { fold } from '#platform/browser/fold';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import * as store from './store/tags.ts';
import { asWellKnown } from './well-known-tags.ts';

type TagTools = Pick<Tools, 'db' | 'viewer' | 'now' | 'origin'>;
type Tag = { name: string; note: string };

/**
 * Adds a technology to the list before anything carries it.
 * @throws Refusal 'conflict' when it stands there already, in any width and case
 */
export async function createTag(tools: TagTools, said: Tag): Promise<Tag> {
  return tools.db.transaction().execute(async (transaction) => {
    const [standing] = await store.holdTags(transaction, [fold(said.name)]);
    if (standing)
      throw new Refusal('conflict', `${standing.name} is in the list already.`, {
        reason: 'name-taken',
        name: standing.name,
      });
    const tag = { name: asWellKnown(said.name), note: said.note };
    await store.addTags(transaction, [tag]);
    await audit(transaction, tools, { action: 'technology-tag.create', name: tag.name, after: tag });
    return tag;
  });
}

/**
 * Gives a technology another note.
 * @param was  the note that its author saw
 * @throws Refusal 'not-found', 'not-allowed' in one division only, 'conflict' when somebody was faster
 */
export async function updateTag(tools: TagTools, { name, note, was }: Tag & { was: string }): Promise<Tag> {
  return tools.db.transaction().execute(async (transaction) => {
    const tag = await lockOwn(transaction, tools, name);
    if (tag.note !== was)
      throw new Refusal('conflict', `The note of ${tag.name} has changed meanwhile.`, {
        reason: 'changed-since',
        note: tag.note,
      });
    if (tag.note === note) return { name: tag.name, note };
    await store.updateTagNote(transaction, tag.folded, note);
    const before = { note: tag.note };
    await audit(transaction, tools, { action: 'technology-tag.update', name: tag.name, before, after: { note } });
    return { name: tag.name, note };
  });
}

/**
 * Takes a technology out of the list that no standing model or release carries; adding it again brings it back.
 * @returns it with its note
 * @throws Refusal 'not-found', 'not-allowed' in one division only, 'conflict' with how many carry it
 */
export async function removeTag(tools: TagTools, { name }: { name: string }): Promise<Tag> {
  return tools.db.transaction().execute(async (transaction) => {
    const tag = await lockOwn(transaction, tools, name);
    const { models, releases } = await store.countUses(transaction, tag.name);
    if (models + releases > 0)
      throw new Refusal('conflict', `${tag.name} is in use.`, {
        reason: 'tag-in-use',
        name: tag.name,
        models,
        releases,
      });
    await store.deleteTag(transaction, tag.folded);
    const before = { name: tag.name, note: tag.note };
    await audit(transaction, tools, { action: 'technology-tag.remove', name: tag.name, before });
    return before;
  });
}

/** The list belongs to the whole company: who answers for one division alone adds to it and takes nothing away. */
async function lockOwn(transaction: Transaction, { viewer }: TagTools, name: string): Promise<store.TagRow> {
  const tag = await store.lockTag(transaction, fold(name));
  if (!tag) throw new Refusal('not-found', `There is no technology ${name}.`, { what: 'technology-tag' });
  if (!mayIn(viewer, 'product:write', null))
    throw new Refusal('not-allowed', 'The list of technologies belongs to all divisions.', { reason: 'division' });
  return tag;
}

function audit(
  transaction: Transaction,
  tools: TagTools,
  { name, ...deed }: { action: `technology-tag.${string}`; name: string; before?: object; after?: object },
): Promise<void> {
  return recordAudit(transaction, tools, {
    ...deed,
    subjectKind: 'technology-tag',
    subjectId: fold(name),
    subjectName: name,
  });
}
