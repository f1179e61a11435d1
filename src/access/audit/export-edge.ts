import { z } from 'zod';
import { Refusal } from '#platform/errors';
import type { Edge } from '#platform/http/edges';
import { refuseUnknownNames } from '#platform/http/unknown-names';
import { TableFormat } from '#platform/table-file';
import type { DeedsOf } from '../deeds.ts';
import { exportAudit } from '../export-audit.ts';
import { AuditFilter } from '../model.ts';
import type { Tools } from '../tools.ts';

const Query = z.object({ ...AuditFilter.shape, format: TableFormat });

/**
 * The export of the trail is no endpoint of the contract, which would hold a million lines at once.
 * @param deeds  the words of every step
 */
export const auditExportWith = (deeds: DeedsOf): Edge<Tools> => ({
  name: 'access.export-audit',
  method: 'GET',
  path: '/api/audit/export',
  summary: 'The filtered audit trail as a file, up to a million lines',
  access: 'audit:read',
  examples: [
    '/api/audit/export?format=csv',
    '/api/audit/export?format=xlsx&text=MR-1167&actors=&actions=model.change&subjectKinds=model&subjectId=&from=2026-11-01&to=2026-11-30',
  ],
  handle(tools, request) {
    const said = Object.fromEntries(new URL(request.url).searchParams);
    refuseUnknownNames(Query, said);
    const query = Query.safeParse(said);
    if (!query.success)
      throw new Refusal('invalid', 'The query has the wrong shape.', {
        parameters: z.flattenError(query.error).fieldErrors,
      });
    const { format, ...filter } = query.data;
    return exportAudit(tools, { format, filter, deeds });
  },
});
