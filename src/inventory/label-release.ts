import type { Tools } from '#access';
import { fold } from '#platform/browser/fold';
import { Refusal } from '#platform/errors';
import { newId } from '#platform/ids';
import { Note } from './model.ts';
import { changeEntries } from './register/change-entries.ts';
import { releases } from './register/releases.ts';
import { lockEntries } from './register/store/entries.ts';
import { listAllTags } from './store/tags.ts';
import { wellKnownTags } from './well-known-tags.ts';

/**
 * Keeps what another tool calls a release: labels that are technologies by our list or by the field become tags; all
 * others stand in the note, since the list of technologies is what goes to JPCERT/CC. It adds to what stands when its turn
 * comes, so that builds that label one release at once do not stand in each other's way.
 * @param description  replaces the note; null: it stays
 * @returns whether anything has changed
 * @throws Refusal as changeEntries, 'not-found', or 'invalid' for a description that is too long
 */
export async function labelRelease(
  tools: Pick<Tools, 'db' | 'viewer' | 'now' | 'origin' | 'emit'>,
  { releaseId: id, labels, description }: { releaseId: string; labels: string[]; description: string | null },
): Promise<boolean> {
  return tools.db.transaction().execute(async (transaction) => {
    const [standing] = await lockEntries(transaction, releases.table, [id]);
    if (!standing || standing.facts.removed)
      throw new Refusal('not-found', `There is no release ${id}.`, { what: 'release' });
    const listed = await listAllTags(transaction);
    const technologies = new Set([...wellKnownTags, ...listed.map(({ name }) => name)].map(fold));
    const isTechnology = (label: string) => technologies.has(fold(label));

    const { facts } = standing;
    const present = new Set(facts.tags.map(fold));
    const tags = [...facts.tags, ...labels.filter((label) => isTechnology(label) && !present.has(fold(label)))];
    const others = labels.filter((label) => !isTechnology(label));
    const note = Note.safeParse(noteOf(facts.note, description, others));
    if (!note.success) throw new Refusal('invalid', 'The description is longer than 2,000 characters.');
    const changes = [{ id, standing, after: { ...facts, tags, note: note.data } }];
    const changed = await changeEntries(transaction, tools, releases, { changeId: newId(), how: 'update', changes });
    return changed.length > 0;
  });
}

const heading = 'labels: ';

function noteOf(before: string, description: string | null, labels: string[]): string {
  const lines = before.split('\n');
  const text = description ?? lines.filter((line) => !line.startsWith(heading)).join('\n');
  const said = lines.find((line) => line.startsWith(heading));
  const labelled = labels.length > 0 ? heading + [...new Set(labels)].sort().join(', ') : said;
  return [text, labelled].filter(Boolean).join('\n');
}
