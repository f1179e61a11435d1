import type { HardwareFacts } from '../model/registers.ts';
import { refreshSlugs } from './refresh-slugs.ts';
import type { Register } from './register.ts';
import { hardwareTable } from './store/tables.ts';
import { listReleasesForHardware } from './store/uses.ts';

/** Hardware revisions of a model. One that releases name cannot be removed. */
export const hardware: Register<HardwareFacts> = {
  name: 'hardware',
  subject: 'hardware-revision',
  table: hardwareTable,
  refers: ({ modelId }) => ({ models: [modelId] }),
  modelIdOf: ({ modelId }) => modelId,
  titleOf: ({ modelId, name }, { models }) => `${models.get(modelId)?.name ?? ''} ${name}`,
  faultOf: ({ modelId }, { models }) =>
    models.get(modelId)?.removed === false ? null : { reason: 'model-gone', fact: 'modelId' },
  usesOf: listReleasesForHardware,
  afterwards: async (transaction, _tools, { changes }) => {
    const renamed = changes.filter(({ standing, after }) => standing && standing.facts.name !== after.name);
    await refreshSlugs(
      transaction,
      renamed.map(({ id }) => id),
    );
  },
};
