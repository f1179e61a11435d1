import type { Tools } from '#access';
import type { Handlers } from '#platform/http/api';
import type { startEndpoints } from '../contract/start.ts';
import { describeStart } from '../describe-start.ts';
import { exportPartsSample } from '../export-parts-sample.ts';

export const startRoutes: Handlers<typeof startEndpoints, Tools> = {
  describeStart: (tools) => describeStart(tools),
  exportPartsSample: (tools, input) => exportPartsSample(tools, input),
};
