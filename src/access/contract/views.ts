import { z } from 'zod';
import { listNames } from '../lists.ts';
import { endpoint } from '../model.ts';

const tags = ['views'];
const Id = z.object({ id: z.uuid() });

/** Short enough for a tab. */
const ViewName = z.string().normalize('NFKC').trim().min(1).max(40);
const said = {
  name: ViewName,
  /** The query of the address: filter, order, columns. */
  query: z.string().max(4000),
  /** With everybody who may open the list. */
  shared: z.boolean(),
};

export const SavedView = z.object({
  id: z.uuid(),
  list: z.enum(listNames),
  name: z.string(),
  query: z.string(),
  shared: z.boolean(),
  /** The caller's own; others' are here because they are shared. */
  own: z.boolean(),
  /** Whose it is. */
  by: z.string(),
});
export type SavedView = z.infer<typeof SavedView>;

export const viewEndpoints = {
  listViews: endpoint('signed-in')
    .route({ method: 'GET', path: '/me/views', summary: 'Your saved views, and those that others share', tags })
    .output(z.object({ items: z.array(SavedView) })),
  createView: endpoint('signed-in')
    .route({ method: 'POST', path: '/me/views', summary: 'Keep the conditions of a list under a name', tags })
    .input(z.object({ list: z.enum(listNames), ...said }))
    .output(Id),
  changeView: endpoint('signed-in')
    .route({ method: 'PATCH', path: '/me/views/{id}', summary: 'Rename, overwrite or share a view of yours', tags })
    .input(Id.extend({ name: said.name.optional(), query: said.query.optional(), shared: said.shared.optional() }))
    .output(z.object({})),
  moveView: endpoint('signed-in')
    .route({ method: 'PUT', path: '/me/views/{id}/place', summary: 'Move a view among your own of its list', tags })
    .input(Id.extend({ by: z.enum(['one-before', 'one-after']) }))
    .output(z.object({})),
  removeView: endpoint('signed-in')
    .route({ method: 'DELETE', path: '/me/views/{id}', summary: 'Remove a view of yours', tags })
    .input(Id)
    .output(z.object({})),
  restoreView: endpoint('signed-in')
    .route({ method: 'POST', path: '/me/views/{id}/restoration', summary: 'Bring a removed view back', tags })
    .input(Id)
    .output(z.object({})),
  removeSharedView: endpoint('view:write')
    .route({ method: 'DELETE', path: '/views/{id}', summary: 'Remove a view that somebody shares', tags })
    .input(Id)
    .output(z.object({})),
  restoreSharedView: endpoint('view:write')
    .route({ method: 'POST', path: '/views/{id}/restoration', summary: 'Bring a removed shared view back', tags })
    .input(Id)
    .output(z.object({})),
};
