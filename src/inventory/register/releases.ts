import { canonicalTags } from '../canonical-tags.ts';
import type { ReleaseFacts } from '../model/registers.ts';
import { rollUp } from '../roll-up.ts';
import { placeReleases } from '../store/tally.ts';
import { refreshTallies } from '../tally.ts';
import { releaseName } from './names.ts';
import type { Register } from './register.ts';
import { listKeysOfReleases } from './store/release-keys.ts';
import { releaseTable } from './store/tables.ts';
import { listContaining, listFilled } from './store/uses.ts';

/**
 * Releases of models. One that another release contains cannot be removed; what it contains itself, and its shipments,
 * go out of sight with it and come back with it.
 */
export const releases: Register<ReleaseFacts> = {
  name: 'releases',
  subject: 'release',
  table: releaseTable,
  canonical: async (transaction, changes) => {
    const tags = await canonicalTags(
      transaction,
      changes.map(({ after }) => after.tags),
    );
    return changes.map((change, index) => ({ ...change, after: { ...change.after, tags: tags[index] ?? [] } }));
  },
  refers: ({ modelId, hardwareId }) => ({ models: [modelId], hardware: [hardwareId] }),
  modelIdOf: ({ modelId }) => modelId,
  titleOf: releaseName,
  faultOf: ({ modelId, hardwareId, releasedOn, endedOn }, { models, hardware }) => {
    if (models.get(modelId)?.removed !== false) return { reason: 'model-gone', fact: 'modelId' };
    const revision = hardwareId === null ? null : hardware.get(hardwareId);
    if (revision === undefined || revision?.removed) return { reason: 'hardware-gone', fact: 'hardwareId' };
    if (revision && revision.modelId !== modelId) return { reason: 'hardware-of-another', fact: 'hardwareId' };
    if (releasedOn && endedOn && endedOn < releasedOn) return { reason: 'ended-before-released', fact: 'endedOn' };
    return null;
  },
  usesOf: async (transaction, ids, how) => [
    ...(await listContaining(transaction, ids)),
    ...(how === 'undo' ? await listFilled(transaction, ids) : []),
  ],
  afterwards: async (transaction, tools, { changes }) => {
    // What it consists of may be called or built otherwise since it went out of sight.
    const back = changes.filter(({ standing, after }) => standing?.facts.removed && !after.removed).map(({ id }) => id);
    if (back.length > 0) await rollUp(transaction, tools, await listKeysOfReleases(transaction, back));

    const born = changes.filter(({ standing }) => standing === null).map(({ id }) => id);
    const releaseKeys = born.length > 0 ? await listKeysOfReleases(transaction, born) : [];
    const modelIds = changes.flatMap(({ standing, after }) => [
      standing?.facts.modelId ?? after.modelId,
      after.modelId,
    ]);
    // Counts of releases are locked before those of models, here as everywhere.
    await placeReleases(
      transaction,
      changes.map(({ id }) => id),
    );
    await refreshTallies(transaction, { releaseKeys, modelIds });
  },
};
