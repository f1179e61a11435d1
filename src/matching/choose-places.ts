import type { Tools } from '#access';
import { findIdsByName, findVulnerability } from '#intelligence';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { sinceOf } from './list-touching.ts';
import type { PlaceRef, PlaceSelection } from './model.ts';
import { type Choice, collectChosen } from './store/picked.ts';

/** So many places can be decided at once. */
const mostPlaces = 200_000;

type Choosing = Pick<Tools, 'viewer' | 'now'>;

/**
 * Writes the selected places into "chosen".
 * @returns how many they are, and the wall behind which all of them stand (null: in public)
 * @throws Refusal 'not-found' when there is none, 'too-large', or 'conflict' when some are confidential and others not
 */
export async function choosePlaces(
  transaction: Transaction,
  tools: Choosing,
  selection: PlaceSelection,
): Promise<{ places: number; wallId: string | null }> {
  const choice = await choiceOf(transaction, tools, selection);
  const { places, walls } = await collectChosen(transaction, tools.viewer, choice);
  if (places === 0) throw new Refusal('not-found', 'There is no such place.', { what: 'exposure' });
  if (places > mostPlaces)
    throw new Refusal('too-large', `At most ${mostPlaces} places at once.`, { places, most: mostPlaces });
  if (walls.length > 1)
    throw new Refusal('conflict', 'Confidential and public matter is decided apart.', { obstacle: 'mixed-walls' });
  return { places, wallId: walls[0] ?? null };
}

async function choiceOf(
  transaction: Transaction,
  { viewer, now }: Choosing,
  selection: PlaceSelection,
): Promise<Choice> {
  if (selection.by === 'places') return { by: 'places', places: await numbered(transaction, viewer, selection.places) };
  if (selection.by === 'release') return selection;
  if (selection.by === 'touching') return { ...selection, since: sinceOf(selection.filter, now()) };
  const found = await findVulnerability(transaction, viewer, selection.vulnerability);
  if (!found)
    throw new Refusal('not-found', `Nothing is known of ${selection.vulnerability}.`, { what: 'vulnerability' });
  const { product, within } = selection;
  return { by: 'vulnerability', vulnerabilityId: found.id, product, within };
}

/** Places with the numbers of their vulnerabilities; those of unknown ones are left out. */
export async function numbered(
  transaction: Transaction,
  viewer: Tools['viewer'],
  places: readonly PlaceRef[],
): Promise<{ release: string; product: string; vulnerabilityId: number }[]> {
  const names = [...new Set(places.map(({ vulnerability }) => vulnerability))];
  const ids = new Map((await findIdsByName(transaction, viewer, names)).map(({ name, id }) => [name, id]));
  return places.flatMap(({ release, product, vulnerability }) => {
    const vulnerabilityId = ids.get(vulnerability);
    return vulnerabilityId === undefined ? [] : [{ release, product, vulnerabilityId }];
  });
}
