import type { Tools } from '#access';
import { listMatchable } from '#intelligence';
import { byVulnerability, matchOfKept } from './evaluate-meetings.ts';
import { type Fix, fixesOf } from './fixes.ts';
import { componentsById } from './store/components.ts';

/** Up to where each of these places is affected, in their order; nothing where no range holds the component. Only for a page of them. */
export async function listFixes(
  { db, viewer }: Pick<Tools, 'db' | 'viewer'>,
  places: readonly { vulnerabilityId: number; component: { id: number } | null }[],
): Promise<Fix[][]> {
  const componentOf = await componentsById(
    db,
    places.flatMap(({ component }) => component?.id ?? []),
  );
  const ids = [...new Set(places.map(({ vulnerabilityId }) => vulnerabilityId))];
  const statementsOf = byVulnerability(await listMatchable(db, viewer, ids));
  return places.map(({ vulnerabilityId, component }) => {
    const known = component && componentOf.get(component.id);
    const kept = statementsOf.get(vulnerabilityId);
    const match = known && matchOfKept(known, kept);
    return match
      ? fixesOf(
          match.evidence,
          (kept ?? []).map(({ statement }) => statement),
        )
      : [];
  });
}
