import type { Edge } from '#platform/http/edges';
import { auditExport } from './audit/export-edge.ts';
import { singleSignOnEdges } from './single-sign-on/edges.ts';
import type { Tools } from './tools.ts';

export const edges: Edge<Tools>[] = [auditExport, ...singleSignOnEdges];
