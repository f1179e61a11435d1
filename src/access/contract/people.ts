import { z } from 'zod';
import { TableFormat } from '#platform/browser/table-format';
import { endpoint, Locale, Role } from '../model.ts';
import { lifetimes } from '../rules.ts';
import { Email, FirstFactor, Name, NewPasskeyQuestion, Token } from './shapes.ts';

const tags = ['people'];
const Done = z.object({});
const Id = z.object({ id: z.uuid() });
const Instant = z.iso.datetime();

const Grant = z.object({
  id: z.uuid(),
  role: Role,
  /** null: in the whole company */
  divisionId: z.uuid().nullable(),
  until: z.string().nullable(),
  grantedAt: z.string(),
  /** 'oidc': by a group of the single sign-on, renewed at each sign-in */
  source: z.enum(['person', 'oidc']),
  ended: z.boolean(),
});

const Person = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  locale: Locale,
  createdAt: z.string(),
  disabledAt: z.string().nullable(),
  seenAt: z.string().nullable(),
  signIn: z.object({
    password: z.boolean(),
    totp: z.boolean(),
    passkey: z.boolean(),
    singleSignOn: z.boolean(),
  }),
  grants: z.array(Grant),
});

const Invitation = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  role: Role.nullable(),
  divisionId: z.uuid().nullable(),
  roleUntil: z.string().nullable(),
  /** Somebody who is here already and lost every way to sign in. */
  personId: z.uuid().nullable(),
  invitedByName: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
  expired: z.boolean(),
  /** Its link does not work while whoever made it is disabled. */
  inviterDisabled: z.boolean(),
});

const Days = z.int().min(1).max(lifetimes.invitationDays).default(7);
const Link = z.object({ id: z.uuid(), link: z.string(), expiresAt: z.string() });

const page = z.object({
  after: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

const filter = {
  text: z.string().max(200).optional(),
  role: Role.optional(),
  divisionId: z.uuid().optional(),
  state: z.enum(['active', 'disabled', 'all']).default('active'),
};

const given = {
  role: Role,
  divisionId: z.uuid().nullable().default(null),
  until: Instant.nullable().default(null),
};
const Several = z.array(z.uuid()).min(1).max(500);
const Many = z.object({ ids: Several });

export const peopleEndpoints = {
  listPeople: endpoint('person:read')
    .route({ method: 'GET', path: '/people', summary: 'People by name, with roles and ways to sign in', tags })
    .input(page.extend(filter))
    .output(z.object({ items: z.array(Person), next: z.string().nullable(), total: z.int() })),
  exportPeople: endpoint('person:read')
    .route({ method: 'GET', path: '/people/export', summary: 'The same as a file', tags })
    .input(z.object({ ...filter, format: TableFormat }))
    .output(z.instanceof(File)),
  disablePerson: endpoint('person:write')
    .route({ method: 'POST', path: '/people/{id}/disabling', summary: 'Shut a person out at once', tags })
    .input(Id)
    .output(Done),
  enablePerson: endpoint('person:write')
    .route({ method: 'DELETE', path: '/people/{id}/disabling', summary: 'Let a person in again', tags })
    .input(Id)
    .output(Done),
  disablePeople: endpoint('person:write')
    .route({ method: 'POST', path: '/people/disabling', summary: 'Shut several people out at once, all or none', tags })
    .input(Many)
    .output(z.object({ ids: z.array(z.uuid()).describe('Those who could sign in before') })),
  enablePeople: endpoint('person:write')
    .route({ method: 'POST', path: '/people/enabling', summary: 'Let several people in again, all or none', tags })
    .input(Many)
    .output(z.object({ ids: z.array(z.uuid()).describe('Those who were shut out before') })),
  endSessionsOf: endpoint('person:write')
    .route({ method: 'DELETE', path: '/people/{id}/sessions', summary: 'Sign a person out everywhere', tags })
    .input(Id)
    .output(z.object({ ended: z.int() })),
  grantRole: endpoint('person:write')
    .route({ method: 'POST', path: '/people/{personId}/roles', summary: 'Give a person a role', tags })
    .input(z.object({ personId: z.uuid(), ...given }))
    .output(Done),
  grantRoleToMany: endpoint('person:write')
    .route({ method: 'POST', path: '/people/roles', summary: 'Give several people a role, all or none', tags })
    .input(z.object({ personIds: Several, ...given }))
    .output(Done),
  revokeRole: endpoint('person:write')
    .route({ method: 'DELETE', path: '/people/{personId}/roles/{grantId}', summary: 'Take a role away', tags })
    .input(z.object({ personId: z.uuid(), grantId: z.uuid() }))
    .output(Done),

  listInvitations: endpoint('person:read')
    .route({ method: 'GET', path: '/invitations', summary: 'Open invitations, newest first', tags })
    .input(page)
    .output(z.object({ items: z.array(Invitation), next: z.string().nullable(), total: z.int() })),
  invitePerson: endpoint('person:write')
    .route({ method: 'POST', path: '/invitations', summary: 'Invite somebody; the link is shown this once', tags })
    .input(
      z.object({
        email: Email,
        name: Name,
        role: Role,
        divisionId: z.uuid().nullable().default(null),
        roleUntil: Instant.nullable().default(null),
        days: Days,
      }),
    )
    .output(Link),
  inviteAgain: endpoint('person:write')
    .route({ method: 'POST', path: '/people/{id}/invitation', summary: 'A link for somebody who is locked out', tags })
    .input(z.object({ id: z.uuid(), days: Days }))
    .output(Link),
  withdrawInvitation: endpoint('person:write')
    .route({ method: 'DELETE', path: '/invitations/{id}', summary: 'Withdraw an invitation', tags })
    .input(Id)
    .output(Done),

  readInvitation: endpoint('public')
    .route({ method: 'POST', path: '/invitation/reading', summary: 'What a link invites to', tags })
    .input(z.object({ token: Token }))
    .output(
      z.object({
        email: z.string(),
        name: z.string(),
        role: Role.nullable(),
        known: z.boolean(),
        expiresAt: z.string(),
      }),
    ),
  askInvitedPasskey: endpoint('public')
    .route({
      method: 'POST',
      path: '/invitation/passkey/question',
      summary: "A challenge for the invited person's passkey",
      tags,
    })
    .input(z.object({ token: Token, name: Name }))
    .output(NewPasskeyQuestion),
  acceptInvitation: endpoint('public')
    .route({ method: 'POST', path: '/invitation', summary: 'Accept an invitation and sign in', tags })
    .input(z.object({ token: Token, name: Name, locale: Locale, factor: FirstFactor }))
    .output(Done),
};
