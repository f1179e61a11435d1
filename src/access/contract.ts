import { z } from 'zod';
import { AuditEntry, endpoint, Locale, permissions, Role } from './model.ts';

export const access = {
  me: endpoint('public')
    .route({ method: 'GET', path: '/me', summary: 'Who is signed in, and what they may do', tags: ['access'] })
    .output(
      z.object({
        person: z.object({ id: z.uuid(), name: z.string(), email: z.string(), locale: Locale }).nullable(),
        roles: z.array(Role),
        permissions: z.array(z.enum(permissions)),
      }),
    ),
  listAudit: endpoint('audit:read')
    .route({ method: 'GET', path: '/audit', summary: 'The audit trail, newest first', tags: ['access'] })
    .input(
      z.object({
        after: z.coerce.number().int().optional(),
        limit: z.coerce.number().int().min(1).max(500).default(50),
      }),
    )
    .output(z.object({ items: z.array(AuditEntry), next: z.int().nullable() })),
};
