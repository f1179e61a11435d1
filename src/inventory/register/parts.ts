import type { PartFacts } from '../model/registers.ts';
import { rollUp } from '../roll-up.ts';
import { modelOfRelease, nameOfRelease, releaseStands } from './names.ts';
import type { Fault, Register } from './register.ts';
import { findCircle, lockContents } from './store/circles.ts';
import { partTable } from './store/tables.ts';

/**
 * Which release contains which release of a module: many to many, any depth, never a circle. Only a model of kind
 * "module" is built into others; an app or a service is needed by a model (see dependencies), not shipped inside it.
 */
export const parts: Register<PartFacts> = {
  name: 'parts',
  subject: 'release-part',
  table: partTable,
  canonical: async (transaction, changes) => {
    await lockContents(transaction);
    return changes;
  },
  refers: ({ releaseId, partId }) => ({ releases: [releaseId, partId] }),
  modelIdOf: ({ releaseId }, references) => references.releases.get(releaseId)?.modelId ?? null,
  titleOf: ({ releaseId, partId }, references) =>
    `${nameOfRelease(releaseId, references)} ⊃ ${nameOfRelease(partId, references)}`,
  faultOf: ({ releaseId, partId }, references) => {
    if (releaseId === partId) return { reason: 'part-itself', fact: 'partId' };
    if (!releaseStands(releaseId, references)) return { reason: 'release-gone', fact: 'releaseId' };
    if (!releaseStands(partId, references)) return { reason: 'release-gone', fact: 'partId' };
    return modelOfRelease(partId, references)?.kind === 'module' ? null : { reason: 'part-not-module', fact: 'partId' };
  },
  faultAfter: async (transaction, ids): Promise<Fault<PartFacts> | null> => {
    const name = await findCircle(transaction, ids);
    return name === undefined ? null : { reason: 'part-circle', fact: 'partId', details: { name } };
  },
  afterwards: async (transaction, tools, { changes, references }) => {
    const ids = changes.flatMap(({ standing, after }) => [
      standing?.facts.releaseId ?? after.releaseId,
      after.releaseId,
    ]);
    await rollUp(
      transaction,
      tools,
      [...new Set(ids)].flatMap((id) => references.releases.get(id)?.key ?? []),
    );
  },
};
