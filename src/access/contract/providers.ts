import { z } from 'zod';
import { endpoint, Role } from '../model.ts';
import { Name } from './shapes.ts';

const tags = ['single sign-on'];
const Done = z.object({});

const settings = {
  name: Name,
  /** As the provider names itself, e.g. https://login.example.com/realms/company */
  issuer: z.url().max(500),
  clientId: z.string().trim().min(1).max(500),
  scopes: z.string().trim().max(500).default('openid email profile'),
  /** The claim that lists a person's groups; null: groups give no roles. */
  groupsClaim: z.string().trim().min(1).max(200).nullable(),
  /** May have an address in the house's own network. */
  inOwnNetwork: z.boolean(),
  /** Somebody new may sign in and is added as a person. */
  createsPeople: z.boolean(),
  /** Somebody who is here already is recognised by their mail address. */
  linksByEmail: z.boolean(),
  /** Believe mail addresses that the provider does not call verified. */
  trustsEmail: z.boolean(),
};
const groupRoles = z
  .array(z.object({ group: z.string().min(1).max(500), role: Role, divisionId: z.uuid().nullable() }))
  .max(500);
const clientSecret = z.string().min(1).max(2000).nullable().optional();

/** Do it although somebody loses their only way to sign in. */
const confirmed = z.boolean().default(false);

const Provider = z.object({
  ...settings,
  id: z.uuid(),
  slug: z.string(),
  scopes: z.string(),
  hasSecret: z.boolean(),
  disabled: z.boolean(),
  /** To be registered at the provider. */
  redirectUri: z.string(),
  groupRoles,
});

export const providerEndpoints = {
  listProviders: endpoint('sign-in:write')
    .route({ method: 'GET', path: '/sign-in/providers', summary: 'The providers of single sign-on', tags })
    .output(
      z.object({
        items: z.array(Provider),
        /** What one more would have to know; its short name belongs where {provider} stands. */
        redirectUri: z.string(),
      }),
    ),
  addProvider: endpoint('sign-in:write')
    .route({ method: 'POST', path: '/sign-in/providers', summary: 'Add a provider; it is asked at once', tags })
    .input(z.object({ ...settings, slug: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/), clientSecret, groupRoles }))
    .output(z.object({ id: z.uuid() })),
  changeProvider: endpoint('sign-in:write')
    .route({ method: 'PUT', path: '/sign-in/providers/{id}', summary: 'Change or disable a provider', tags })
    .input(z.object({ ...settings, id: z.uuid(), clientSecret, groupRoles, disabled: z.boolean(), confirmed }))
    .output(Done),
  removeProvider: endpoint('sign-in:write')
    .route({ method: 'DELETE', path: '/sign-in/providers/{id}', summary: 'Remove a provider', tags })
    .input(z.object({ id: z.uuid(), confirmed }))
    .output(Done),
};
