import { z } from 'zod';
import { VulnerabilityRef } from '#intelligence/model';
import { Day } from '#inventory/model';
import { listOf } from '#platform/browser/list-of';

/** 影響あり, 影響なし, 修正済み, 調査中. */
export const verdictStatuses = ['affected', 'not-affected', 'fixed', 'under-investigation'] as const;
export const VerdictStatus = z.enum(verdictStatuses);
export type VerdictStatus = z.infer<typeof VerdictStatus>;

/** The five labels of VEX, in its order. @source CISA, Minimum Requirements for VEX, 2023, 3.2.3 */
export const justifications = [
  'component-not-present',
  'vulnerable-code-not-present',
  'vulnerable-code-not-in-execute-path',
  'vulnerable-code-cannot-be-controlled-by-adversary',
  'inline-mitigations-already-exist',
] as const;
export const Justification = z.enum(justifications);
export type Justification = z.infer<typeof Justification>;

/** For what a verdict counts, from the narrowest: the narrower wins. */
export const verdictScopes = ['release', 'model', 'line', 'all'] as const;
export const VerdictScope = z.enum(verdictScopes);
export type VerdictScope = z.infer<typeof VerdictScope>;

/** What has become of a verdict: waiting for a second person, standing, or ended. */
export const verdictStates = ['waiting', 'standing', 'replaced', 'revoked', 'expired', 'undone', 'declined'] as const;
export const VerdictState = z.enum(verdictStates);
export type VerdictState = z.infer<typeof VerdictState>;

/** Sentences of ours for why, by the verdict that they fit; their words are in the texts. */
export const verdictReasons = {
  'not-in-image': 'component-not-present',
  'another-product': 'component-not-present',
  'not-compiled': 'vulnerable-code-not-present',
  'other-platform': 'vulnerable-code-not-present',
  'feature-off': 'vulnerable-code-not-in-execute-path',
  'never-called': 'vulnerable-code-not-in-execute-path',
  'trusted-input': 'vulnerable-code-cannot-be-controlled-by-adversary',
  'not-reachable': 'vulnerable-code-cannot-be-controlled-by-adversary',
  'protected-by-system': 'inline-mitigations-already-exist',
  updated: 'fixed',
  backported: 'fixed',
  reproduced: 'affected',
  'code-runs': 'affected',
  'asked-developers': 'under-investigation',
  'asked-supplier': 'under-investigation',
  'waiting-for-details': 'under-investigation',
} as const satisfies Record<string, Justification | Exclude<VerdictStatus, 'not-affected'>>;
export const VerdictReason = z.enum(
  Object.keys(verdictReasons) as [keyof typeof verdictReasons, ...(keyof typeof verdictReasons)[]],
);
export type VerdictReason = keyof typeof verdictReasons;

const Long = z.string().max(4000);

/** What is decided, and why. */
export const VerdictContent = z.object({
  status: VerdictStatus,
  /** Of 影響なし alone. */
  justification: Justification.nullable().default(null),
  reason: VerdictReason.nullable().default(null),
  note: Long.default(''),
  /** What users are told of why it is not affected. */
  impact: Long.default(''),
  /** Where it can be seen: a ticket, a test report, a configuration. */
  evidence: Long.default(''),
  /** Of 修正済み for a model: the release from which on it is fixed. */
  fixedIn: z.uuid().nullable().default(null),
  /** The last day on which it counts. */
  until: Day.nullable().default(null),
});
export type VerdictContent = z.infer<typeof VerdictContent>;

/** Whether a verdict takes places out of what is open. */
export const closes = (status: VerdictStatus): boolean => status === 'not-affected' || status === 'fixed';

export type VerdictObstacle =
  | 'justification-needed'
  | 'justification-unfit'
  | 'reason-needed'
  | 'reason-unfit'
  | 'fixed-scope'
  | 'fixed-in-needed'
  | 'fixed-in-unfit'
  | 'until-past';

/** Why this cannot be decided for such a scope, or null when it can. */
export function obstacleToVerdict(content: VerdictContent, scope: VerdictScope, today: string): VerdictObstacle | null {
  const { status, justification, reason, note, fixedIn, until } = content;
  if (status === 'not-affected' && justification === null) return 'justification-needed';
  if (status !== 'not-affected' && justification !== null) return 'justification-unfit';
  if (reason === null && note.trim() === '') return 'reason-needed';
  if (reason !== null && verdictReasons[reason] !== (justification ?? status)) return 'reason-unfit';
  // A release of one model says nothing of the releases of another.
  if (status === 'fixed' && scope !== 'release' && scope !== 'model') return 'fixed-scope';
  if (status === 'fixed' && scope === 'model' && fixedIn === null) return 'fixed-in-needed';
  if (fixedIn !== null && !(status === 'fixed' && scope === 'model')) return 'fixed-in-unfit';
  if (until !== null && until < today) return 'until-past';
  return null;
}

export const VerdictPerson = z.object({ id: z.uuid(), name: z.string() });
export type VerdictPerson = z.infer<typeof VerdictPerson>;

/** A verdict as rows of places tell it. */
export const VerdictRef = z.object({
  id: z.uuid(),
  decisionId: z.uuid(),
  status: VerdictStatus,
  justification: Justification.nullable(),
  scope: VerdictScope,
  /** null: the machine. */
  author: VerdictPerson.nullable(),
  decidedAt: z.string(),
  until: Day.nullable(),
  /** 引き継ぎ（要確認）: older than the release, and not confirmed there; closes nothing yet. */
  inherited: z.boolean(),
  walled: z.boolean(),
});
export type VerdictRef = z.infer<typeof VerdictRef>;

/** A verdict that ends within so many days counts as expiring. */
export const expiringDays = 30;

/** Which verdicts. */
export const VerdictFilter = z.object({
  q: z.string().max(200).optional(),
  status: listOf(VerdictStatus).optional(),
  scope: listOf(VerdictScope).optional(),
  state: listOf(VerdictState).optional(),
  line: listOf(z.uuid()).optional(),
  model: listOf(z.uuid()).optional(),
  author: listOf(z.uuid()).optional(),
  decision: z.uuid().optional(),
  /** With places to which it was carried over and that nobody has confirmed. */
  inherited: z.enum(['only']).optional(),
  /** Standing, and its last day is within `expiringDays`. */
  expiring: z.enum(['only']).optional(),
});
export type VerdictFilter = z.infer<typeof VerdictFilter>;

const Named = z.object({ id: z.uuid(), name: z.string() });
export const ScopeRelease = z.object({
  ...{ id: z.uuid(), slug: z.string(), version: z.string(), hardware: z.string().nullable() },
  model: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
});

/** For what it counts, by name: what lies above the scope is named too. */
export const VerdictPlace = z.object({
  scope: VerdictScope,
  line: Named.nullable(),
  model: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }).nullable(),
  release: ScopeRelease.nullable(),
});
export type VerdictPlace = z.infer<typeof VerdictPlace>;

export const Verdict = z.object({
  ...{ id: z.uuid(), decisionId: z.uuid(), state: VerdictState },
  vulnerability: VulnerabilityRef,
  product: z.string(),
  for: VerdictPlace,
  ...{ status: VerdictStatus, justification: Justification.nullable() },
  ...{ reason: VerdictReason.nullable(), note: z.string(), impact: z.string(), evidence: z.string() },
  fixedIn: ScopeRelease.nullable(),
  until: Day.nullable(),
  author: VerdictPerson.nullable(),
  decidedAt: z.string(),
  /** null: nobody has to approve it. */
  approval: z
    .object({ by: VerdictPerson, at: z.string() })
    .or(z.object({ by: z.null(), at: z.null() }))
    .nullable(),
  /** How and when it ended, and by whom (null: by itself). */
  ended: z.object({ at: z.string(), by: VerdictPerson.nullable(), note: z.string() }).nullable(),
  /** The verdict that stood for the same until then. */
  replaces: z.uuid().nullable(),
  /** Places to which it was carried over and that nobody has confirmed. */
  inherited: z.int(),
  walled: z.boolean(),
});
export type Verdict = z.infer<typeof Verdict>;

/** What is done with decisions. */
export const verdictDeeds = ['decide', 'approve', 'decline', 'undo', 'revoke', 'expire', 'confirm', 'open'] as const;
export const VerdictDeed = z.enum(verdictDeeds);
export type VerdictDeed = z.infer<typeof VerdictDeed>;

/** One line of the daily list. */
export const VerdictEvent = z.object({
  ...{ id: z.uuid(), at: z.string(), what: VerdictDeed, decisionId: z.uuid() },
  /** null: the machine. */
  by: VerdictPerson.nullable(),
  ...{ status: VerdictStatus, justification: Justification.nullable(), scope: VerdictScope },
  ...{ reason: VerdictReason.nullable(), note: z.string() },
  /** How many verdicts it was about; of a confirmation, of how many releases. */
  ...{ verdicts: z.int(), releases: z.int() },
  /** One of the vulnerabilities, and how many there are. */
  example: z.object({ name: z.string(), product: z.string() }),
  vulnerabilities: z.int(),
  walled: z.boolean(),
  signatures: z.array(z.object({ by: VerdictPerson, at: z.string() })),
});
export type VerdictEvent = z.infer<typeof VerdictEvent>;

/** A day in Japan on which something was decided. */
export const VerdictDay = z.object({
  ...{ day: Day, events: z.int() },
  /** Lines that nobody has signed. */
  unsigned: z.int(),
  byStatus: z.object({
    affected: z.int(),
    'not-affected': z.int(),
    fixed: z.int(),
    'under-investigation': z.int(),
  }),
  signatures: z.array(z.object({ by: VerdictPerson, at: z.string() })),
});
export type VerdictDay = z.infer<typeof VerdictDay>;
