import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { useText } from '#platform/browser/language';
import type { Verdict } from '#verdicts/model';
import { EndDialog, type Ending } from '../decide/EndDialog.tsx';
import { useMayApprove } from '../decide/may-decide.ts';
import { oneByOne } from '../decide/one-by-one.ts';
import { refusalOf } from '../decide/refusal.ts';
import { useDoing } from '../decide/use-deciding.ts';
import { matches } from '../queries.ts';
import { decidingText } from '../words/deciding.ts';
import { verdictsText } from '../words/verdicts.ts';

/** What can be done with the verdicts that are ticked, each only where one of them allows it. */
export function VerdictActions({ of, onDone }: { of: Verdict[]; onDone: () => void }): ReactNode {
  const words = useText(verdictsText);
  const deciding = useText(decidingText);
  const { confirmedMany, partly } = deciding.place;
  const act = useDoing();
  const mayApprove = useMayApprove();
  const [ending, setEnding] = useState<Ending | null>(null);
  const waiting = [...new Set(of.filter(({ state }) => state === 'waiting').map(({ decisionId }) => decisionId))];
  const inherited = of.filter((one) => one.inherited > 0);
  const open = of.filter(({ state }) => state === 'standing' || state === 'waiting').map(({ id }) => id);
  const finish = async (deed: () => Promise<string>) => {
    if (await act(deed)) onDone();
  };
  const approve = async () => {
    const { done, refused } = await oneByOne(waiting, (id) => matches.approveDecision({ id }));
    return refused ? partly(done, waiting.length, refusalOf(refused, deciding)) : words.doneApprove(done);
  };
  const confirm = async () => {
    let places = 0;
    const { done, refused } = await oneByOne(inherited, async ({ id }) => {
      places += (await matches.confirmInherited({ verdict: id })).places;
    });
    return refused ? partly(done, inherited.length, refusalOf(refused, deciding)) : confirmedMany(places);
  };
  return (
    <>
      {inherited.length > 0 ? (
        <Button size="small" weight="main" onClick={() => void finish(confirm)}>
          {words.actions.confirm}
        </Button>
      ) : null}
      {waiting.length > 0 && mayApprove ? (
        <>
          <Button size="small" weight="main" onClick={() => void finish(approve)}>
            {words.actions.approve}
          </Button>
          <Button
            size="small"
            onClick={() => setEnding({ deed: 'decline', decisionIds: waiting, count: waiting.length })}
          >
            {words.actions.decline}
          </Button>
        </>
      ) : null}
      {open.length > 0 ? (
        <Button size="small" onClick={() => setEnding({ deed: 'revoke', ids: open, count: open.length })}>
          {words.actions.revoke}
        </Button>
      ) : null}
      {ending ? <EndDialog {...{ ending, onDone }} onClose={() => setEnding(null)} /> : null}
    </>
  );
}
