import { z } from 'zod';
import { endpoint } from '#access/model';
import { ProductFilter } from '../filter.ts';
import { mostTogether, TogetherChange, TogetherPreview } from '../model/together.ts';
import { Id, tags } from './shapes.ts';

const Chosen = z.object({ ids: z.array(z.uuid()).min(1).max(mostTogether), change: TogetherChange });

/** Changing many models at once. */
export const togetherEndpoints = {
  pickModels: endpoint('product:write')
    .route({ method: 'GET', path: '/products/model-ids', summary: 'The models that a filter leaves, by id', tags })
    .input(ProductFilter)
    .output(z.object({ ids: z.array(z.uuid()) })),
  previewTogether: endpoint('product:write')
    .route({ method: 'POST', path: '/products/changes/preview', summary: 'What a change of many would do', tags })
    .input(Chosen)
    .output(TogetherPreview),
  changeTogether: endpoint('product:write')
    .route({ method: 'POST', path: '/products/changes', summary: 'Change many models at once, or none', tags })
    .input(Chosen)
    .output(Id.extend({ models: z.int() })),
  undoTogether: endpoint('product:write')
    .route({ method: 'POST', path: '/products/changes/{id}/undo', summary: 'Take a change of many back', tags })
    .input(Id)
    .output(z.object({ models: z.int() })),
};
