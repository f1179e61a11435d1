import type { ReactNode } from 'react';
import { ButtonLink } from '#kit/Button';
import { Panel } from '#kit/Panel';
import { useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import type { VerdictCounts } from '#verdicts/contract';
import { useMayApprove, useMayDecide } from '../decide/may-decide.ts';
import classes from '../match.module.css';
import { verdictsText } from '../words/verdicts.ts';

/** 判定で待っているもの: what waits for this person; nothing at all when nothing does. */
export function WaitingVerdicts({ counts }: { counts: VerdictCounts }): ReactNode {
  const words = useText(verdictsText).today;
  const mayDecide = useMayDecide();
  const mayApprove = useMayApprove();
  const lines = [
    mayApprove ? ([counts.waiting, 'waiting', { state: 'waiting' }] as const) : null,
    mayDecide ? ([counts.inheritedPlaces, 'inherited', { view: 'inherited' }] as const) : null,
    mayDecide ? ([counts.expiring, 'expiring', { expiring: 'only' }] as const) : null,
    mayApprove ? ([counts.unsigned, 'unsigned', { view: 'day' }] as const) : null,
  ].filter((line) => line !== null && line[0] > 0);
  if (lines.length === 0) return null;
  return (
    <Panel title={words.title}>
      {lines.map((line) =>
        line ? (
          <div key={line[1]} className={classes.lacking}>
            <b className={classes.calm}>{countText(line[0])}</b>
            <span>
              {words[line[1]].what}
              <span className={classes.sub}>{words[line[1]].why}</span>
            </span>
            <ButtonLink size="small" to={'/vulnerabilities/verdicts' as never} search={line[2] as never}>
              {words[line[1]].see}
            </ButtonLink>
          </div>
        ) : null,
      )}
    </Panel>
  );
}
