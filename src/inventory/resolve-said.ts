import type { Db } from '#platform/database';
import { type SaidIdentity, saidFacts } from './sbom/said-identity.ts';
import { type KeptComponent, listComponents, resolveComponents } from './store/components.ts';

/** The components that a person names, in their order; those that are new are made. @throws Refusal 'invalid' as saidFacts */
export async function resolveSaid(db: Db, said: readonly SaidIdentity[]): Promise<KeptComponent[]> {
  const ids = await resolveComponents(db, said.map(saidFacts));
  const componentById = await listComponents(db, ids);
  return ids.map((id) => componentById.get(id) as KeptComponent);
}
