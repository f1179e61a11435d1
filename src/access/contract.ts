import { z } from 'zod';
import { auditEndpoints } from './audit/endpoints.ts';
import { signInEndpoints } from './contract/sign-in.ts';
import { endpoint, Locale, permissions, Role } from './model.ts';

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
  ...signInEndpoints,
  ...auditEndpoints,
};
