import { decide } from '../../src/matching/decide.ts';
import type { PlaceSelection } from '../../src/matching/model.ts';
import { VerdictContent } from '../../src/verdicts/model.ts';
import { insiders } from './callers.ts';
import type { Canaries } from './canary.ts';
import { beginning, type World } from './world.ts';

/** A vulnerability of the demonstration of which everybody knows what was decided; some know more. */
export const decidedVulnerability = 'CVE-2024-2398';

const of = (vulnerability: string): PlaceSelection => ({ by: 'vulnerability', vulnerability });

/** What everybody may know, between what is confidential. */
export async function decideOpenly({ system }: World, round: number, name: string): Promise<void> {
  const affected = VerdictContent.parse({ status: 'under-investigation', note: `open${round}` });
  await decide(system, { places: of(name), scope: 'model', content: affected, readerIds: null });
  if (round === 0)
    await decide(system, { places: of(decidedVulnerability), scope: 'line', content: affected, readerIds: null });
}

/** What a confidential record is decided to be, and behind a wall what a public vulnerability is. */
export async function decideInside({ system, owner }: World, canaries: Canaries, name: string): Promise<void> {
  const word = (part: string) => canaries.of(`own-record.${part}`);
  const words = { note: word('note'), impact: word('impact'), evidence: word('evidence') };
  // It stays open: whoever stands inside must find the record in every list.
  const looking = VerdictContent.parse({ status: 'under-investigation', ...words });
  await decide(system, { places: of(name), scope: 'model', content: looking, readerIds: null });
  const content = VerdictContent.parse({ status: 'not-affected', justification: 'component-not-present', ...words });
  const readerIds = insiders.flatMap(({ personId }) => personId ?? []);
  await decide(system, { places: of(decidedVulnerability), scope: 'model', content, readerIds });
  // Nobody inside has a later release to confirm, and the machine signs nothing: these two are put there by hand.
  await owner.query(
    `insert into verdict_confirmation (verdict_key, release_id, confirmed_at, wall_id)
     select v.key, r.id, $1, v.wall_id from verdict v, lateral (select id from release order by key limit 1) r where v.wall_id is not null
     on conflict do nothing`,
    [beginning.toString()],
  );
  await owner.query(
    `insert into verdict_signature (event_id, person_id, signed_at, wall_id)
     select e.id, $1, $2, e.wall_id from verdict_event e where e.wall_id is not null on conflict do nothing`,
    [readerIds[0], beginning.toString()],
  );
}
