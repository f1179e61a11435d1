import { z } from 'zod';
import { auditEndpoints } from './audit/endpoints.ts';
import { accountEndpoints } from './contract/account.ts';
import { peopleEndpoints } from './contract/people.ts';
import { providerEndpoints } from './contract/providers.ts';
import { signInEndpoints } from './contract/sign-in.ts';
import { viewEndpoints } from './contract/views.ts';
import { endpoint, Locale, permissions, Role } from './model.ts';

export const access = {
  me: endpoint('public')
    .route({ method: 'GET', path: '/me', summary: 'Who is signed in, and what they may do', tags: ['access'] })
    .output(
      z.object({
        person: z.object({ id: z.uuid(), name: z.string(), email: z.string(), locale: Locale }).nullable(),
        roles: z.array(Role),
        permissions: z.array(z.enum(permissions)),
        /** Of these, what holds in some divisions only, and in which. */
        divisions: z.record(z.string(), z.array(z.uuid())),
        /** When this browser's session ends whatever happens; without calls it ends earlier. Null for keys and outsiders. */
        session: z.object({ endsAt: z.string(), idleMinutes: z.int() }).nullable(),
      }),
    ),
  ...signInEndpoints,
  ...accountEndpoints,
  ...peopleEndpoints,
  ...providerEndpoints,
  ...viewEndpoints,
  ...auditEndpoints,
};
