import { z } from 'zod';
import { endpointsFor } from '#platform/browser/contract';
import { NearDay } from '#platform/browser/near-day';

/** What a person can be allowed; each endpoint names the one it needs. */
export const permissions = [
  'person:read',
  'person:write',
  'sign-in:write',
  'audit:read',
  'job:read',
  'job:write',
  'view:write',
  'organization:read',
  'organization:write',
  'product:read',
  'product:write',
  'vulnerability:read',
  'vulnerability:write',
  'verdict:read',
  'verdict:write',
  'verdict:approve',
] as const;
export type Permission = (typeof permissions)[number];

/** Held for the whole company or not at all: what they touch belongs to no division. A role in one division does not give them. */
export const companyWide: ReadonlySet<Permission> = new Set([
  'sign-in:write',
  'job:read',
  'job:write',
  'view:write',
  'vulnerability:write',
  'verdict:write',
  'verdict:approve',
]);

/** The builder that every step's contract uses: an endpoint without an access does not compile. */
export const endpoint = endpointsFor<Permission>();

const read = [
  'organization:read',
  'product:read',
  'vulnerability:read',
  'verdict:read',
] as const satisfies Permission[];

/** The roles as data: the key, who holds it by the glossary, and what it allows. */
export const roles = {
  administrator: { en: 'Administrator', ja: 'システム管理者', allows: permissions },
  analyst: {
    en: 'PSIRT analyst',
    ja: 'PSIRT担当',
    allows: [
      ...read,
      ...(['person:read', 'product:write', 'organization:write', 'audit:read'] as const),
      ...(['vulnerability:write', 'verdict:write'] as const),
    ],
  },
  responsible: {
    en: 'Responsible person',
    ja: '脆弱性対応責任者',
    allows: [
      ...read,
      ...(['person:read', 'product:write', 'organization:write', 'audit:read'] as const),
      ...(['vulnerability:write', 'verdict:write', 'verdict:approve'] as const),
    ],
  },
  manager: { en: 'Manager', ja: '部門管理者', allows: [...read, 'person:read', 'product:write', 'organization:write'] },
  executive: { en: 'Executive', ja: '経営者', allows: read },
  contact: { en: 'Division contact', ja: '事業部窓口', allows: [...read, 'product:write'] },
  quality: { en: 'Quality assurance', ja: '品質保証', allows: read },
  developer: { en: 'Developer', ja: '開発', allows: [...read, 'product:write'] },
  reader: { en: 'Reader', ja: '閲覧', allows: read },
} as const satisfies Record<string, { en: string; ja: string; allows: readonly Permission[] }>;
export type Role = keyof typeof roles;
export const Role = z.enum(Object.keys(roles) as [Role, ...Role[]]);

export const Locale = z.enum(['ja', 'en']);
export type Locale = z.infer<typeof Locale>;

/** One line of the audit trail. `id` tells nothing of how many lines there are: some may be behind walls. */
export const AuditEntry = z.object({
  id: z.uuid(),
  at: z.string(),
  actorKind: z.enum(['person', 'key', 'system', 'outsider']),
  actorId: z.uuid().nullable(),
  actorName: z.string(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  subjectName: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  /** The address it came from; null for what the machine did by itself. */
  ip: z.string().nullable(),
  requestId: z.string(),
  /** Seen by the members of a wall only. */
  walled: z.boolean(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

const words = z
  .string()
  .max(4_000)
  .default('')
  .transform((text) => text.split(',').filter(Boolean));

/** What narrows the audit trail: several words in one parameter (any of them), days in Tokyo (both included). */
export const AuditFilter = z.object({
  actors: words.pipe(z.array(z.uuid())),
  actions: words,
  subjectKinds: words,
  subjectId: z.string().max(200).default(''),
  /** In the names of person and subject, in the subject's id and in the action. */
  text: z.string().trim().max(200).default(''),
  from: NearDay.optional(),
  to: NearDay.optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;
