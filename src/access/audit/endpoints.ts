import { z } from 'zod';
import { AuditEntry, AuditFilter, endpoint } from '../model.ts';

/** What the pages and other programs read of the audit trail; its export is an edge, because it is streamed. */
export const auditEndpoints = {
  listAudit: endpoint('audit:read')
    .route({ method: 'GET', path: '/audit', summary: 'The audit trail, newest first', tags: ['access'] })
    .input(
      z.object({
        ...AuditFilter.shape,
        after: z.string().max(500).optional(),
        limit: z.coerce.number().int().min(1).max(500).default(50),
      }),
    )
    .output(z.object({ items: z.array(AuditEntry), next: z.string().nullable() })),
  getAuditLine: endpoint('audit:read')
    .route({ method: 'GET', path: '/audit/lines/{id}', summary: 'One line of the audit trail', tags: ['access'] })
    .input(z.object({ id: z.uuid() }))
    .output(AuditEntry.extend({ names: z.record(z.string(), z.string()) })),
  listAuditWords: endpoint('audit:read')
    .route({ method: 'GET', path: '/audit/words', summary: 'What the trail can be narrowed by', tags: ['access'] })
    .output(
      z.object({
        actors: z.array(z.object({ id: z.uuid(), name: z.string() })),
        actions: z.array(z.string()),
        subjectKinds: z.array(z.string()),
      }),
    ),
  describeSeals: endpoint('audit:read')
    .route({ method: 'GET', path: '/audit/seals', summary: 'How far the audit trail is sealed', tags: ['access'] })
    .output(
      z.object({
        sealedAt: z.string().nullable(),
        /** Something waits for its seal longer than a minute. */
        late: z.boolean(),
      }),
    ),
  exportSealKey: endpoint('audit:read')
    .route({
      method: 'GET',
      path: '/audit/key',
      summary: 'The public key that checks the seals (PEM)',
      tags: ['access'],
    })
    .output(z.instanceof(File)),
};
