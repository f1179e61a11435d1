import type { Edge } from '#platform/http/edges';
import { auditExportWith } from './audit/export-edge.ts';
import type { DeedsOf } from './deeds.ts';
import { singleSignOnEdges } from './single-sign-on/edges.ts';
import type { Tools } from './tools.ts';

/** @param deeds  the words of every step, for the trail */
export const edgesWith = (deeds: DeedsOf): Edge<Tools>[] => [auditExportWith(deeds), ...singleSignOnEdges];
