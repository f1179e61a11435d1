import { z } from 'zod';
import { recordAudit, type Tools } from '#access';
import { Refusal } from '#platform/errors';
import { decodeCursor, InstantOfCursor, pageOf } from '#platform/keyset';
import type { Phrase } from './contract.ts';
import type { SetRange } from './model.ts';
import { obstacleToRanges } from './obstacle-to-ranges.ts';
import * as store from './store/phrases.ts';

/** The words about versions that wait, or that were set; newest first. */
export async function listPhrases(
  { db, viewer }: Pick<Tools, 'db' | 'viewer'>,
  { which, after, limit }: { which: 'waiting' | 'set'; after?: string | undefined; limit: number },
): Promise<{ items: Phrase[]; next: string | null }> {
  const place = after === undefined ? null : decodeCursor(after, z.tuple([InstantOfCursor, z.uuid()]));
  const from = place && { at: place[0], id: place[1] };
  const rows = await store.listPhrases(db, viewer, { which, place: from, limit: limit + 1 });
  const page = pageOf(rows, limit, ({ wantedAt, setAt, id }) => [String(which === 'set' ? setAt : wantedAt), id]);
  return { items: page.items.map(describePhrase), next: page.next };
}

/**
 * Says once which versions the words mean, `[]` that it is none; null takes that back. Everything that hangs on it is matched anew.
 * @throws Refusal 'not-found', 'invalid' when a bound has no order or ends before it begins, 'conflict' with the author
 *   when somebody was quicker
 */
export async function setPhrase(
  tools: Tools,
  { id, revision, ranges }: { id: string; revision: number; ranges: SetRange[] | null },
): Promise<Phrase> {
  const { db, viewer, now, emit } = tools;
  const obstacle = ranges && obstacleToRanges(ranges);
  if (obstacle) throw new Refusal('invalid', `This is no range of versions: ${obstacle.reason}.`, obstacle);
  return db.transaction().execute(async (transaction) => {
    const found = await store.lockPhrase(transaction, viewer, id);
    if (!found) throw new Refusal('not-found', `There is no such phrase: ${id}.`, { what: 'phrase' });
    if (found.revision !== revision)
      throw new Refusal('conflict', 'Somebody has set this meanwhile.', {
        reason: 'changed-since',
        by: found.personName,
      });
    const set = { ranges, at: ranges && now(), person: ranges && viewer.person, personName: ranges && viewer.name };
    await store.updatePhrase(transaction, id, set);
    await recordAudit(transaction, tools, {
      action: ranges ? 'version-phrase.set' : 'version-phrase.unset',
      ...{ subjectKind: 'vulnerability', subjectId: found.vulnerability, subjectName: found.vulnerability },
      ...{ before: { phrase: found.phrase, ranges: found.ranges }, after: { ranges }, wallId: found.wallId },
    });
    await emit(transaction, 'vulnerabilities.changed', {
      vulnerabilityIds: [found.vulnerabilityId],
      wallId: found.wallId,
    });
    return describePhrase((await store.lockPhrase(transaction, viewer, id)) as store.PhraseRow);
  });
}

const describePhrase = (row: store.PhraseRow): Phrase => ({
  ...{ id: row.id, revision: row.revision, phrase: row.phrase, product: row.product, source: row.source },
  ...{ externalId: row.externalId, vulnerability: row.vulnerability, ranges: row.ranges },
  ...{ setAt: row.setAt?.toString() ?? null, setBy: row.personName },
});
