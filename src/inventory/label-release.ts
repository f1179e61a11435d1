import type { Tools } from '#access';
import { fold } from '#platform/browser/fold';
import { Refusal } from '#platform/errors';
import { Note } from './model.ts';
import { findNamedRelease } from './store/named-releases.ts';
import { listAllTags } from './store/tags.ts';
import { wellKnownTags } from './well-known-tags.ts';
import { updateRelease } from './write-release.ts';

/**
 * Keeps what another tool calls a release: labels that are technologies by our list or by the field become tags; all
 * others stand in the note, since the list of technologies is what goes to JPCERT/CC.
 * @param description  replaces the note; null: it stays
 * @returns whether anything has changed
 * @throws Refusal as updateRelease, or 'invalid' for a description that is too long
 */
export async function labelRelease(
  tools: Pick<Tools, 'db' | 'viewer' | 'now' | 'origin' | 'emit'>,
  { releaseId, labels, description }: { releaseId: string; labels: string[]; description: string | null },
): Promise<boolean> {
  const release = await findNamedRelease(tools.db, releaseId);
  if (!release) throw new Refusal('not-found', `There is no release ${releaseId}.`, { what: 'release' });
  const standing = await listAllTags(tools.db);
  const technologies = new Set([...wellKnownTags, ...standing.map(({ name }) => name)].map(fold));
  const isTechnology = (label: string) => technologies.has(fold(label));

  const present = new Set(release.tags.map(fold));
  const tags = [...release.tags, ...labels.filter((label) => isTechnology(label) && !present.has(fold(label)))];
  const note = Note.safeParse(
    noteOf(
      release.note,
      description,
      labels.filter((label) => !isTechnology(label)),
    ),
  );
  if (!note.success) throw new Refusal('invalid', 'The description is longer than 2,000 characters.');
  if (note.data === release.note && tags.length === release.tags.length) return false;
  await updateRelease(tools, { id: releaseId, revision: release.revision, tags, note: note.data });
  return true;
}

const heading = 'labels: ';

function noteOf(before: string, description: string | null, labels: string[]): string {
  const lines = before.split('\n');
  const text = description ?? lines.filter((line) => !line.startsWith(heading)).join('\n');
  const said = lines.find((line) => line.startsWith(heading));
  const labelled = labels.length > 0 ? heading + [...new Set(labels)].sort().join(', ') : said;
  return [text, labelled].filter(Boolean).join('\n');
}
