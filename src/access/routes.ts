import { routesOf } from '#platform/http/api';
import { access } from './contract.ts';
import { describeMe } from './describe-me.ts';
import { listAudit } from './list-audit.ts';
import type { Tools } from './tools.ts';

export const routes = routesOf<Tools>()(access, {
  me: (tools) => describeMe(tools),
  listAudit: (tools, input) => listAudit(tools, input),
});
