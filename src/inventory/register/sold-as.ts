import type { SoldAsFacts } from '../model/registers.ts';
import type { Register } from './register.ts';
import { soldAsTable } from './store/tables.ts';

/** Under which name a partner sells our model, or we sell a partner's. */
export const soldAs: Register<SoldAsFacts> = {
  name: 'sold-as',
  subject: 'sold-as',
  table: soldAsTable,
  refers: ({ modelId, partnerId }) => ({ models: [modelId], partners: [partnerId] }),
  modelIdOf: ({ modelId }) => modelId,
  titleOf: ({ modelId, partnerId, name }, { models, partners }) =>
    `${models.get(modelId)?.name ?? ''} = ${partners.get(partnerId)?.name ?? ''} ${name}`,
  faultOf: ({ modelId, partnerId, sinceOn, untilOn }, { models, partners }) => {
    if (models.get(modelId)?.removed !== false) return { reason: 'model-gone', fact: 'modelId' };
    if (partners.get(partnerId)?.removed !== false) return { reason: 'partner-gone', fact: 'partnerId' };
    return sinceOn && untilOn && untilOn < sinceOn ? { reason: 'until-before-since', fact: 'untilOn' } : null;
  },
  afterwards: async () => {},
};
