import type { Tools } from '#access';
import { exportInLine } from '#platform/export-line';
import type { Handlers } from '#platform/http/api';
import type { componentEndpoints } from '../contract/components.ts';
import { exportWhere } from '../export-where.ts';
import { listCommonComponents, listComponentNames } from '../list-component-names.ts';
import { countWhere, whereIs } from '../where-is.ts';

export const componentRoutes: Handlers<typeof componentEndpoints, Tools> = {
  whereIs: (tools, input) => whereIs(tools, input),
  countWhere: (tools, input) => countWhere(tools, input),
  exportWhere: (tools, input) => exportInLine(() => exportWhere(tools, input)),
  listComponentNames: (tools, input) => listComponentNames(tools, input),
  listCommonComponents: (tools, input) => listCommonComponents(tools, input),
};
