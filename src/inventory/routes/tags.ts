import type { Tools } from '#access';
import { exportInLine } from '#platform/export-line';
import type { Handlers } from '#platform/http/api';
import { createTag, removeTag, updateTag } from '../change-tags.ts';
import type { tagEndpoints } from '../contract/tags.ts';
import { exportKeywords, exportTags, listTags } from '../list-tags.ts';
import { countTags } from '../store/tags.ts';

export const tagRoutes: Handlers<typeof tagEndpoints, Tools> = {
  listTags: (tools, input) => listTags(tools, input),
  countTags: ({ db }) => countTags(db),
  createTag: (tools, input) => createTag(tools, input),
  updateTag: (tools, input) => updateTag(tools, input),
  removeTag: (tools, input) => removeTag(tools, input),
  exportTags: (tools, input) => exportInLine(() => exportTags(tools, input)),
  exportKeywords: (tools, input) => exportInLine(() => exportKeywords(tools, input)),
};
