import { mayIn, type Tools } from '#access';
import { fold } from '#platform/browser/fold';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { newId } from '#platform/ids';
import type { TagFacts } from './model/registers.ts';
import { changeEntries } from './register/change-entries.ts';
import type { StandingEntry } from './register/register.ts';
import { lockEntries } from './register/store/entries.ts';
import { tags } from './register/tags.ts';
import * as store from './store/tags.ts';
import { asWellKnown } from './well-known-tags.ts';

type TagTools = Pick<Tools, 'db' | 'viewer' | 'now' | 'origin' | 'emit'>;

/**
 * Adds a technology to the list before anything carries it.
 * @throws Refusal 'conflict' when it stands there already, in any width and case
 */
export async function createTag(tools: TagTools, said: TagFacts): Promise<TagFacts> {
  return tools.db.transaction().execute(async (transaction) => {
    const [standing] = await store.holdTags(transaction, [fold(said.name)]);
    if (standing)
      throw new Refusal('conflict', `${standing.name} is in the list already.`, {
        reason: 'name-taken',
        name: standing.name,
      });
    const tag = { name: asWellKnown(said.name), note: said.note };
    const changes = [{ id: newId(), standing: null, after: { ...tag, removed: false } }];
    await changeEntries(transaction, tools, tags, { changeId: newId(), how: 'create', changes });
    return tag;
  });
}

/**
 * Gives a technology another note.
 * @param was  the note that its author saw
 * @throws Refusal 'not-found', 'not-allowed' in one division only, 'conflict' when somebody was faster
 */
export async function updateTag(tools: TagTools, { name, note, was }: TagFacts & { was: string }): Promise<TagFacts> {
  return tools.db.transaction().execute(async (transaction) => {
    const standing = await lockOwn(transaction, tools, name);
    const { facts } = standing;
    if (facts.note !== was)
      throw new Refusal('conflict', `The note of ${facts.name} has changed meanwhile.`, {
        reason: 'changed-since',
        note: facts.note,
      });
    const changes = [{ id: standing.id, standing, after: { ...facts, note } }];
    await changeEntries(transaction, tools, tags, { changeId: newId(), how: 'update', changes });
    return { name: facts.name, note };
  });
}

/**
 * Takes a technology out of the list that no standing model or release carries; it can be added again.
 * @returns it with its note
 * @throws Refusal 'not-found', 'not-allowed' in one division only, 'conflict' with how many carry it
 */
export async function removeTag(tools: TagTools, { name }: { name: string }): Promise<TagFacts> {
  return tools.db.transaction().execute(async (transaction) => {
    const standing = await lockOwn(transaction, tools, name);
    const { facts } = standing;
    const { models, releases } = await store.countUses(transaction, facts.name);
    if (models + releases > 0)
      throw new Refusal('conflict', `${facts.name} is in use.`, {
        reason: 'tag-in-use',
        name: facts.name,
        models,
        releases,
      });
    const changes = [{ id: standing.id, standing, after: { ...facts, removed: true } }];
    await changeEntries(transaction, tools, tags, { changeId: newId(), how: 'remove', changes });
    return { name: facts.name, note: facts.note };
  });
}

/** The list belongs to the whole company: who answers for one division alone adds to it and takes nothing away. */
async function lockOwn(transaction: Transaction, { viewer }: TagTools, name: string): Promise<StandingEntry<TagFacts>> {
  const id = await store.findTagId(transaction, fold(name));
  const [standing] = id === undefined ? [] : await lockEntries(transaction, tags.table, [id]);
  if (!standing || standing.facts.removed)
    throw new Refusal('not-found', `There is no technology ${name}.`, { what: 'technology-tag' });
  if (!mayIn(viewer, 'product:write', null))
    throw new Refusal('not-allowed', 'The list of technologies belongs to all divisions.', { reason: 'division' });
  return standing;
}
