import type { Tools } from '#access';
import type { Edge } from '#platform/http/edges';
import { houseEdges } from './house.ts';
import { projectEdges } from './projects.ts';

/** The part of Dependency-Track's REST API v1 that build servers call. */
export const edges: Edge<Tools>[] = [...houseEdges, ...projectEdges];
