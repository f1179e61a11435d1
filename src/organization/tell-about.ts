import type { Tools } from '#access';
import { type Told, tell } from '#messages';
import { formatDay, todayInJapan } from '#platform/browser/calendar';
import type { Language } from '#platform/browser/texts';
import type { Transaction } from '#platform/database';
import type { HoldingKind } from './model.ts';
import { text } from './text.ts';

/** One post that changed hands. */
export type Change = { postName: string; kind: HoldingKind; fromPersonId: string | null; toPersonId: string | null };

type Changed = { gained: Change[]; lost: Change[] };

// What was entered later than this is history that somebody writes down, not news that must reach a mailbox.
const newsForDays = 31;

/**
 * Tells each person once, however many posts they gain and lose. Whoever did it knows it.
 * By mail too while it is news; for a day long past the notice is enough.
 */
export async function tellAbout(
  transaction: Transaction,
  tools: Pick<Tools, 'viewer' | 'now' | 'emit' | 'house'>,
  {
    handOverId,
    changes,
    effectiveOn,
    what,
  }: { handOverId: string; changes: readonly Change[]; effectiveOn: string; what: 'made' | 'undone' },
): Promise<void> {
  const byPerson = new Map<string, Changed>();
  const of = (personId: string) => {
    const told = byPerson.get(personId) ?? { gained: [], lost: [] };
    byPerson.set(personId, told);
    return told;
  };
  for (const change of changes) {
    if (change.toPersonId) of(change.toPersonId).gained.push(change);
    if (change.fromPersonId) of(change.fromPersonId).lost.push(change);
  }
  if (tools.viewer.person) byPerson.delete(tools.viewer.person.id);

  const today = todayInJapan(tools.now());
  const isNews = Temporal.PlainDate.compare(effectiveOn, today.subtract({ days: newsForDays })) >= 0;
  for (const [personId, told] of byPerson)
    await tell(transaction, tools, {
      to: [personId],
      kind: what === 'made' ? 'post-handed-over' : 'hand-over-undone',
      subjectKind: 'hand-over',
      subjectId: handOverId,
      path: `/settings/organization/people/${personId}`,
      text: wordsFor(told, { effectiveOn, what, today }),
      mail: isNews ? 'now' : 'none',
      dedupeKey: `hand-over-${what}:${handOverId}`,
    });
}

function wordsFor(
  { gained, lost }: Changed,
  { effectiveOn, what, today }: { effectiveOn: string; what: 'made' | 'undone'; today: Temporal.PlainDate },
): Told {
  const one = (language: Language) => {
    const words = text[language].told;
    const named = (changes: Change[]) => changes.map(({ postName, kind }) => words.post(postName, words[kind]));
    if (what === 'undone') return { title: words.undoneTitle, body: words.undoneBody(named([...gained, ...lost])) };
    const on = Temporal.PlainDate.from(effectiveOn);
    const isPlanned = Temporal.PlainDate.compare(on, today) > 0;
    const day = formatDay(on, language, today);
    const lines = [
      ...(gained.length > 0 ? [words.gained(named(gained))] : []),
      ...(lost.length > 0 ? [words.lost(named(lost))] : []),
    ];
    return {
      title: isPlanned ? words.planned(day) : words.changed(day),
      body: lines.join('\n\n'),
    };
  };
  return { ja: one('ja'), en: one('en') };
}
