import { recordAudit, type Tools } from '#access';
import type { VerdictPolicy } from './contract.ts';
import * as store from './store/policy.ts';

/** Whether a verdict that closes needs a second person; not, until somebody says so. */
export async function getVerdictPolicy({ db }: Pick<Tools, 'db'>): Promise<VerdictPolicy> {
  return { fourEyes: await store.isFourEyes(db) };
}

/** Says whether it does from now on. What was decided before keeps the rule of its day. */
export async function setVerdictPolicy(
  tools: Pick<Tools, 'db' | 'viewer' | 'now' | 'origin'>,
  { fourEyes }: VerdictPolicy,
): Promise<VerdictPolicy> {
  return tools.db.transaction().execute(async (transaction) => {
    const before = await store.isFourEyes(transaction);
    if (before === fourEyes) return { fourEyes };
    await store.setFourEyes(transaction, fourEyes, tools.now());
    await recordAudit(transaction, tools, {
      ...{ action: 'verdict-policy.set', subjectKind: 'verdict-policy', subjectId: 'four-eyes' },
      ...{ before: { fourEyes: before }, after: { fourEyes } },
    });
    return { fourEyes };
  });
}
