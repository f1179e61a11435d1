import { recordAudit, type Tools, type Viewer } from '#access';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { newId } from '#platform/ids';
import { changeModels } from './change-models.ts';
import { unsaid } from './facts.ts';
import { ReleaseFacts } from './model/registers.ts';
import { slugOf } from './model.ts';
import { changeEntries } from './register/change-entries.ts';
import { releases } from './register/releases.ts';
import { refuseTwins } from './register/store/entries.ts';
import { findLineNamed, insertLines } from './store/lines.ts';
import { findStandingModel, lockCreation } from './store/named-models.ts';
import { findReleaseNamed } from './store/named-releases.ts';

type CreateTools = Pick<Tools, 'viewer' | 'now' | 'origin' | 'emit'>;
type Named = { lineName?: string | null; modelName: string; version: string };

/**
 * The release that a build server means by names, however they are written. Where it is missing and may be made, its
 * line, model (a device) and release (in development) are made in the caller's transaction. Who may write in one division
 * alone makes models of that division.
 * @param named.lineName  only for a model that is made; without it the line is called like the model
 * @throws Refusal 'not-found', or as changeModels and changeEntries; 'conflict' when a person makes the same in this moment
 */
export async function findOrCreateRelease(
  transaction: Transaction,
  tools: CreateTools,
  { create, ...named }: Named & { create: boolean },
): Promise<{ id: string; created: boolean }> {
  const asked = { modelSlug: slugOf(named.modelName), releaseSlug: slugOf(named.version) };
  const found = await findReleaseNamed(transaction, asked);
  if (found) return { id: found.id, created: false };
  if (!create)
    throw new Refusal('not-found', `There is no release ${named.modelName} ${named.version}.`, { what: 'release' });

  // Two builds at once mean the same release: the second waits, and finds it.
  await lockCreation(transaction);
  const meanwhile = await findReleaseNamed(transaction, asked);
  if (meanwhile) return { id: meanwhile.id, created: false };
  return { id: await makeRelease(transaction, tools, named), created: true };
}

async function makeRelease(transaction: Transaction, tools: CreateTools, { lineName, modelName, version }: Named) {
  const changeId = newId();
  const standing = await findStandingModel(transaction, slugOf(modelName));
  const modelId = standing ?? newId();
  if (!standing) {
    const lineId = await lineFor(transaction, tools, lineName ?? modelName);
    const after = {
      ...unsaid,
      markets: [],
      tags: [],
      partNumbers: [],
      lineId,
      name: modelName,
      kind: 'device' as const,
      divisionId: onlyDivisionOf(tools.viewer),
    };
    await changeModels(transaction, tools, {
      changeId,
      how: 'create',
      changes: [{ id: modelId, standing: null, after }],
    }).catch(refuseTwins);
  }
  const id = newId();
  const after = { ...ReleaseFacts.parse({ modelId, version, state: 'in-development' }), removed: false };
  await changeEntries(transaction, tools, releases, {
    changeId,
    how: 'create',
    changes: [{ id, standing: null, after }],
  });
  return id;
}

async function lineFor(transaction: Transaction, tools: CreateTools, name: string): Promise<string> {
  const standing = await findLineNamed(transaction, name);
  if (standing) return standing.id;
  const id = newId();
  await insertLines(transaction, [{ id, name }], { at: tools.now(), name: tools.viewer.name }).catch(refuseTwins);
  await recordAudit(transaction, tools, {
    action: 'product-line.create',
    subjectKind: 'product-line',
    subjectId: id,
    subjectName: name,
    after: { name },
  });
  return id;
}

function onlyDivisionOf({ permissions, permissionsByDivision }: Viewer): string | null {
  if (permissions.has('product:write')) return null;
  const divisions = [...permissionsByDivision].filter(([, allowed]) => allowed.has('product:write'));
  return divisions.length === 1 ? (divisions[0]?.[0] ?? null) : null;
}
