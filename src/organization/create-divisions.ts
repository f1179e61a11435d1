import { recordAudits, type Tools } from '#access';
import { fold } from '#platform/browser/fold';
import { newId } from '#platform/ids';
import { requireDivision } from './require-division.ts';
import * as store from './store/division.ts';

type Created = { created: { id: string; name: string }[]; standing: string[] };

/**
 * Adds several divisions as the last, in their order; whoever writes a name twice, or one that stands, means that one.
 * @returns those that were made, and the names that stood already
 */
export async function createDivisions(
  tools: Pick<Tools, 'db' | 'viewer' | 'now' | 'origin'>,
  { names }: { names: string[] },
): Promise<Created> {
  requireDivision(tools.viewer, null);
  const once = [...new Map(names.map((name) => [fold(name), name])).values()];
  const asked = once.map((name) => ({ id: newId(), name }));
  return tools.db.transaction().execute(async (transaction) => {
    const ids = new Set(await store.insertDivisions(transaction, asked, tools.now()));
    const created = asked.filter(({ id }) => ids.has(id));
    await recordAudits(
      transaction,
      tools,
      created.map(({ id, name }) => ({
        ...{ action: 'division.create' as const, subjectKind: 'division', subjectId: id, subjectName: name },
        after: { name },
      })),
    );
    return { created, standing: asked.filter(({ id }) => !ids.has(id)).map(({ name }) => name) };
  });
}
