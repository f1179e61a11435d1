import type { Tools } from '#access';
import type { Edge } from '#platform/http/edges';
import { changeProject } from './change-project.ts';
import { exportEdges } from './export.ts';
import { findings } from './findings.ts';
import { houseEdges } from './house.ts';
import { projectEdges } from './projects.ts';
import { uploadEdges } from './upload.ts';

/** The part of Dependency-Track's REST API v1 that build servers call. */
export const edges: Edge<Tools>[] = [
  ...houseEdges,
  ...projectEdges,
  changeProject,
  ...uploadEdges,
  findings,
  ...exportEdges,
];
