import { z } from 'zod';
import { endpoint } from '#access/model';
import { TagFacts } from '../model/registers.ts';
import { Note, TagName } from '../model.ts';
import { pageOf, paging, tags, taken } from './shapes.ts';

/** What can be asked of the list of tags. */
export const TagFilter = z.object({
  /** Part of a name or a note. */
  q: z.string().max(200).optional(),
  /** Carried by a standing model or release, or by none. */
  used: z.enum(['yes', 'no']).optional(),
});
export type TagFilter = z.infer<typeof TagFilter>;

/** A technology that products speak; `models` and `releases` carry it themselves. */
export const ListedTag = z.object({ name: z.string(), note: z.string(), models: z.int(), releases: z.int() });
export type ListedTag = z.infer<typeof ListedTag>;
const Tag = ListedTag.pick({ name: true, note: true });

export const tagEndpoints = {
  listTags: endpoint('product:read')
    .route({ method: 'GET', path: '/products/tags', summary: 'Technologies with how many models and releases', tags })
    .input(z.object({ ...TagFilter.shape, ...paging }))
    .output(pageOf(ListedTag)),
  countTags: endpoint('product:read')
    .route({
      method: 'GET',
      path: '/products/tags/counts',
      summary: 'How many technologies, and how many in use',
      tags,
    })
    .output(z.object({ all: z.int(), used: z.int() })),
  createTag: endpoint('product:write')
    .route({ method: 'POST', path: '/products/tags', summary: 'Add a technology to the list', tags })
    .input(TagFacts)
    .output(Tag),
  updateTag: endpoint('product:write')
    .route({ method: 'PUT', path: '/products/tags', summary: 'Change the note of a technology', tags })
    .input(z.object({ name: TagName, note: Note, was: z.string().max(2000) }))
    .output(Tag),
  removeTag: endpoint('product:write')
    .route({
      method: 'POST',
      path: '/products/tags/removal',
      summary: 'Remove a technology that nothing carries',
      tags,
    })
    .input(z.object({ name: TagName }))
    .output(Tag),
  exportTags: endpoint('product:read')
    .route({ method: 'GET', path: '/products/tags/export', summary: 'The technologies as a file', tags })
    .input(z.object({ ...TagFilter.shape, ...taken }))
    .output(z.instanceof(File)),
  exportKeywords: endpoint('product:read')
    .route({
      method: 'GET',
      path: '/products/tags/keywords',
      summary: 'The technologies in use, one in a line: keywords to give to JPCERT/CC',
      tags,
    })
    .input(z.object(taken))
    .output(z.instanceof(File)),
};
