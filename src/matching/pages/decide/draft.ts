import {
  type Justification,
  obstacleToVerdict,
  type VerdictContent,
  type VerdictObstacle,
  type VerdictReason,
  type VerdictScope,
  type VerdictStatus,
  verdictReasons,
} from '#verdicts/model';

/** What somebody has chosen and written so far. */
export type Draft = {
  status: VerdictStatus | null;
  justification: Justification | null;
  reason: VerdictReason | 'own';
  note: string;
  impact: string;
  evidence: string;
  until: string;
  fixedIn: string;
  scope: VerdictScope;
};

export const emptyDraft: Draft = {
  ...{ status: null, justification: null, reason: 'own', note: '', impact: '', evidence: '' },
  ...{ until: '', fixedIn: '', scope: 'release' },
};

/** The sentences for why that fit what was chosen. */
export function reasonsFor({ status, justification }: Pick<Draft, 'status' | 'justification'>): VerdictReason[] {
  const fits = status === 'not-affected' ? justification : status;
  return (Object.keys(verdictReasons) as VerdictReason[]).filter((reason) => verdictReasons[reason] === fits);
}

/** For what it can count: a fix is one of a release, or of the releases of one model. */
export function scopesFor(status: VerdictStatus | null, isOneModel: boolean): VerdictScope[] {
  if (status !== 'fixed') return ['release', 'model', 'line', 'all'];
  return isOneModel ? ['release', 'model'] : ['release'];
}

/** Another choice takes with it what no longer fits it. */
export function changed(draft: Draft, patch: Partial<Draft>, isOneModel: boolean): Draft {
  const next = { ...draft, ...patch };
  if (next.status !== 'not-affected') next.justification = null;
  if (next.reason !== 'own' && !reasonsFor(next).includes(next.reason)) next.reason = 'own';
  if (!scopesFor(next.status, isOneModel).includes(next.scope)) next.scope = 'release';
  return next;
}

/** The verdict that the draft says; null while none is chosen. */
export function contentOf(draft: Draft): VerdictContent | null {
  const { status, scope } = draft;
  if (status === null) return null;
  const isFixedForModel = status === 'fixed' && scope === 'model';
  return {
    ...{ status, justification: draft.justification, reason: draft.reason === 'own' ? null : draft.reason },
    ...{ note: draft.note.trim(), evidence: draft.evidence.trim() },
    impact: status === 'not-affected' ? draft.impact.trim() : '',
    fixedIn: isFixedForModel && draft.fixedIn !== '' ? draft.fixedIn : null,
    until: draft.until === '' ? null : draft.until,
  };
}

/** What still has to be said, or null when it can be decided. */
export function missingOf(draft: Draft, today: string): VerdictObstacle | 'choose-status' | null {
  const content = contentOf(draft);
  return content === null ? 'choose-status' : obstacleToVerdict(content, draft.scope, today);
}

/** What can be counted already: a reason changes no number, so nobody has to give it first. */
export const countable = (draft: Draft): Draft => ({ ...draft, reason: 'own', note: '-', impact: '', evidence: '' });
