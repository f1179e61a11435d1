import type { DependencyFacts } from '../model/registers.ts';
import type { Register } from './register.ts';
import type { References } from './store/references.ts';
import { dependencyTable } from './store/tables.ts';

const nameOf = (modelId: string, { models }: References) => models.get(modelId)?.name ?? '';
const isGone = (modelId: string, { models }: References) => models.get(modelId)?.removed !== false;

/** Which model needs which other one to work. Two may need each other. */
export const dependencies: Register<DependencyFacts> = {
  name: 'dependencies',
  subject: 'model-dependency',
  table: dependencyTable,
  refers: ({ modelId, onModelId }) => ({ models: [modelId, onModelId] }),
  modelIdOf: ({ modelId }) => modelId,
  titleOf: ({ modelId, onModelId }, references) => `${nameOf(modelId, references)} → ${nameOf(onModelId, references)}`,
  faultOf: ({ modelId, onModelId }, references) => {
    if (modelId === onModelId) return { reason: 'needs-itself', fact: 'onModelId' };
    if (isGone(modelId, references)) return { reason: 'model-gone', fact: 'modelId' };
    return isGone(onModelId, references) ? { reason: 'model-gone', fact: 'onModelId' } : null;
  },
  afterwards: async () => {},
};
