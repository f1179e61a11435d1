import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { EvidenceSection } from '#kit/Evidence';
import { useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import type { Verdict } from '#verdicts/model';
import { text as verdictText } from '#verdicts/text';
import type { Explanation } from '../../contract.ts';
import { EndDialog, type Ending } from '../decide/EndDialog.tsx';
import { useMayApprove, useMayDecide } from '../decide/may-decide.ts';
import { useDoing } from '../decide/use-deciding.ts';
import { matches, verdictsOfPlaceQuery } from '../queries.ts';
import { VerdictFacts } from '../VerdictFacts.tsx';
import { VerdictStamp } from '../VerdictStamp.tsx';
import classes from '../verdict.module.css';
import { decidingText } from '../words/deciding.ts';

type Decided = NonNullable<Explanation['decided']>;

/** 判定: what people have decided for the place, what waits, and all that was ever decided for it. */
export function VerdictSection(props: { of: Explanation; decided: Decided; onDecide: () => void }): ReactNode {
  const { of, decided } = props;
  const words = useText(decidingText).place;
  const place = { release: of.release.id, vulnerability: of.vulnerability.name, product: decided.product };
  const history = useQuery(verdictsOfPlaceQuery(place)).data?.items ?? [];
  const [ending, setEnding] = useState<Ending | null>(null);
  const shown = decided.waiting ?? decided.verdict;
  const whole = history.find(({ id }) => id === shown?.id);
  const earlier = history.filter(({ id }) => id !== shown?.id);
  return (
    <EvidenceSection title={words.title}>
      {shown ? (
        <>
          <p className={classes.row}>
            <VerdictStamp {...shown} isOpen={decided.waiting !== null || shown.inherited} />
            {decided.waiting ? <span className={classes.wait}>{words.waiting}</span> : null}
            {shown.inherited ? <span className={classes.wait}>{words.inherited}</span> : null}
          </p>
          {decided.waiting ? <p className={classes.words}>{words.waitingWords}</p> : null}
          {shown.inherited && !decided.waiting ? <p className={classes.words}>{words.inheritedWords}</p> : null}
          {whole ? <VerdictFacts of={whole} /> : null}
        </>
      ) : (
        <p className={classes.row}>
          <span className={classes.none}>{decided.standing === 'settled' ? words.unneeded : words.none}</span>
          <span className={classes.none}>{decided.standing === 'settled' ? words.unneededWords : words.noneWords}</span>
        </p>
      )}
      <Deeds {...{ decided, place, onDecide: props.onDecide, onEnd: setEnding }} />
      {earlier.length > 0 ? <History of={earlier} /> : null}
      {ending ? <EndDialog ending={ending} onClose={() => setEnding(null)} /> : null}
    </EvidenceSection>
  );
}

type Place = { release: string; vulnerability: string; product: string };

function Deeds(props: {
  decided: Decided;
  place: Place;
  onDecide: () => void;
  onEnd: (ending: Ending) => void;
}): ReactNode {
  const words = useText(decidingText);
  const act = useDoing();
  const mayDecide = useMayDecide();
  const mayApprove = useMayApprove();
  const { decided, place } = props;
  const { verdict, waiting, standing } = decided;
  if (!mayDecide || (standing === 'settled' && !verdict)) return null;
  const confirm = () =>
    act(async () => {
      await matches.confirmInherited({ places: [place] });
      return words.place.confirmed;
    });
  const approve = (id: string) =>
    act(async () => {
      await matches.approveDecision({ id });
      return words.place.nowApproved;
    });
  const isInherited = verdict?.inherited === true && !waiting;
  return (
    <div className={classes.buttons}>
      {isInherited ? (
        <Button weight="main" onClick={() => void confirm()}>
          {words.place.confirm}
        </Button>
      ) : null}
      {waiting && mayApprove ? (
        <>
          <Button weight="main" onClick={() => void approve(waiting.decisionId)}>
            {words.place.approve}
          </Button>
          <Button onClick={() => props.onEnd({ deed: 'decline', decisionIds: [waiting.decisionId], count: 1 })}>
            {words.place.decline}
          </Button>
        </>
      ) : null}
      <Button weight={verdict || waiting ? 'plain' : 'main'} onClick={props.onDecide}>
        {verdict || waiting ? words.decideAnew : words.decide}
      </Button>
      {verdict && !isInherited ? (
        <Button onClick={() => props.onEnd({ deed: 'revoke', ids: [verdict.id], count: 1 })}>
          {words.place.revoke}
        </Button>
      ) : null}
    </div>
  );
}

/** All that was ever decided for the place or for what holds it, newest first. */
function History({ of }: { of: Verdict[] }): ReactNode {
  const words = useText(decidingText).place;
  const { states } = useText(verdictText);
  return (
    <details className={classes.history}>
      <summary>
        {words.history} {countText(of.length)}
      </summary>
      <ol>
        {of.map((verdict) => (
          <li key={verdict.id}>
            <p className={classes.row}>
              <VerdictStamp {...verdict} isOpen={verdict.state !== 'standing'} />
              <span>{states[verdict.state]}</span>
            </p>
            <VerdictFacts of={verdict} />
            {verdict.ended?.note ? <span className={classes.sub}>{verdict.ended.note}</span> : null}
          </li>
        ))}
      </ol>
    </details>
  );
}
