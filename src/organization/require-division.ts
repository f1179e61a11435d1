import { mayIn, type Viewer } from '#access';
import { Refusal } from '#platform/errors';

/**
 * Lets pass who may change this division; null: who may change the whole company.
 * @throws Refusal 'not-allowed'
 */
export function requireDivision(viewer: Viewer, divisionId: string | null): void {
  if (!mayIn(viewer, 'organization:write', divisionId))
    throw new Refusal('not-allowed', 'This needs the permission organization:write for the division.', {
      permission: 'organization:write',
      divisionId,
    });
}

/** Turns the database's refusal of a second thing of that name into one that the caller can act on. */
export async function orNameTaken<T>(constraint: string, write: Promise<T>): Promise<T> {
  return write.catch((problem: { code?: string; constraint?: string }) => {
    if (problem.code === '23505' && problem.constraint === constraint)
      throw new Refusal('conflict', 'There is one of this name already.', { obstacle: 'name-taken' });
    throw problem;
  });
}
