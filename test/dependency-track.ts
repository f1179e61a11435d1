import { access } from '#access/contract';
import type { Permission, Role } from '#access/model';
import { createLine, createModel } from '#inventory';
import { NewModel, slugOf } from '#inventory/model';
import { newId } from '#platform/ids';
import type { aHouse } from './house.ts';

type House = Awaited<ReturnType<typeof aHouse>>;

/** A key as a build server holds it, of a person with these roles. */
export async function aKeyOf(
  house: House,
  {
    roles = ['analyst'] as Role[],
    scopes = ['product:read', 'product:write', 'vulnerability:read'] as Permission[],
    divisionId = null as string | null,
  } = {},
) {
  const { cookie, person } = await house.aSignedIn(roles, { divisionId });
  const { key } = await house.callsOf(access, cookie).makeKey({ name: 'CI', scopes, days: 30 });
  return { key, person };
}

/** A release of a model in a line; both are made when they are not there. */
export async function aRelease(
  { systemTools, db }: Pick<House, 'systemTools' | 'db'>,
  {
    line,
    model,
    version,
    state = 'supported',
    divisionId = null as string | null,
  }: { line: string; model: string; version: string; state?: string; divisionId?: string | null },
): Promise<{ id: string; modelId: string }> {
  const tools = systemTools('test');
  const lines = await db.selectFrom('product_line').select('id').where('name', '=', line).execute();
  const lineId = lines[0]?.id ?? (await createLine(tools, { name: line })).id;
  const models = await db.selectFrom('model').select('id').where('slug', '=', slugOf(model)).execute();
  const fresh = NewModel.parse({ lineId, name: model, kind: 'device', divisionId });
  const modelId = models[0]?.id ?? (await createModel(tools, fresh)).id;
  const id = newId();
  await db
    .insertInto('release')
    .values({
      ...{ id, model_id: modelId, version, state, slug: slugOf(version), revision: 1 },
      ...{ firmware_name: '', note: '', tags: [] },
    })
    .execute();
  return { id, modelId };
}
