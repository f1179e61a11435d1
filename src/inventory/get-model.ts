import { mayIn, type Tools } from '#access';
import { listDivisions } from '#organization';
import { todayInJapan } from '#platform/browser/calendar';
import { Refusal } from '#platform/errors';
import type { ModelPage } from './contract.ts';
import { supportDateKinds, supportFields } from './model.ts';
import { nameOwners } from './name-owners.ts';
import { listChangesSince, listSupportDateChanges } from './store/changes.ts';
import { findModelId, getNeighbours } from './store/get-model.ts';
import { listStanding } from './store/models.ts';

/**
 * A model with everything about it, by its id or its address; a removed one only by its id.
 * @throws Refusal 'not-found'
 */
export async function getModel(
  { db, viewer, now }: Pick<Tools, 'db' | 'viewer' | 'now'>,
  { id: idOrSlug }: { id: string },
): Promise<ModelPage> {
  const id = await findModelId(db, idOrSlug);
  const [model] = id ? await listStanding(db, [id]) : [];
  const around = id ? await getNeighbours(db, id) : undefined;
  if (!model || !around) throw new Refusal('not-found', `There is no model ${idOrSlug}.`, { what: 'model' });

  const { facts, revision } = model;
  const { lineId: _, ownerPostId, divisionId, successorId: __, buildKeyPostId, ...said } = facts;
  const owners = await nameOwners({ db, now }, [ownerPostId, buildKeyPostId]);
  const divisions = divisionId === null ? [] : (await listDivisions({ db, now })).items;
  const division = divisions.find((one) => one.id === divisionId);
  const history = await listSupportDateChanges(db, model.id);
  const [latest] = await listChangesSince(db, model.id, revision - 1, 1);
  return {
    ...said,
    id: model.id,
    revision,
    ...around,
    owner: (ownerPostId && owners.get(ownerPostId)) || null,
    buildKeyKeeper: (buildKeyPostId && owners.get(buildKeyPostId)) || null,
    division: division ? { id: division.id, name: division.name } : null,
    supportDates: supportDateKinds.map((kind) => ({
      kind,
      endsOn: facts[supportFields[kind]],
      history: history
        .filter((change) => change.kind === kind)
        .map(({ from, to, reason, at, personName, how }) => ({
          from: from?.toString() ?? null,
          to: to?.toString() ?? null,
          reason,
          at: at.toString(),
          by: personName,
          how,
        })),
    })),
    changed: latest ? { at: latest.at.toString(), by: latest.personName } : null,
    mayChange: mayIn(viewer, 'product:write', divisionId),
    today: todayInJapan(now()).toString(),
  };
}
