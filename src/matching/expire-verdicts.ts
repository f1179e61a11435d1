import { todayInJapan } from '#platform/browser/calendar';
import { endVerdicts, recordDeeds } from '#verdicts';
import type { DecideTools } from './decide.ts';
import { rejudge } from './rejudge.ts';
import { holdMatching } from './store/exposures.ts';
import { collectCovered } from './store/picked.ts';

const atOnce = 10_000;

/** Ends verdicts whose last day is over: what they closed is open again. */
export async function expireVerdicts(tools: DecideTools): Promise<void> {
  for (let ended = atOnce; ended === atOnce; ) ended = await expireSome(tools);
}

async function expireSome(tools: DecideTools): Promise<number> {
  const { viewer, now } = tools;
  return tools.db.transaction().execute(async (transaction) => {
    await holdMatching(transaction);
    const over = todayInJapan(now()).toString();
    const ending = { state: 'expired', at: now(), by: null, note: '' } as const;
    const done = await endVerdicts(transaction, viewer, { meant: { over, limit: atOnce }, ending });
    if (done.length === 0) return 0;
    await collectCovered(transaction, viewer, 'verdict_touched');
    await rejudge(transaction, tools, 'expiry');
    await recordDeeds(transaction, tools, { what: 'expire', done, note: '' });
    return done.reduce((sum, { verdicts }) => sum + verdicts, 0);
  });
}
