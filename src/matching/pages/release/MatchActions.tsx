import type { ReactNode } from 'react';
import { Button } from '#kit/Button';
import { useText } from '#platform/browser/language';
import type { Exposure } from '../../contract.ts';
import { useDoing } from '../decide/use-deciding.ts';
import { matches } from '../queries.ts';
import { decidingText } from '../words/deciding.ts';

/** What can be done with the match results that are ticked. */
export function MatchActions(props: {
  releaseId: string;
  rows: readonly Exposure[];
  /** Whether more match than are shown. */
  isMore: boolean;
  onDecide: () => void;
  onDecideAll: () => void;
  onDone: () => void;
}): ReactNode {
  const words = useText(decidingText);
  const act = useDoing();
  const inherited = props.rows.filter(({ verdict }) => verdict?.inherited);
  const confirm = async () => {
    const places = inherited.map(({ vulnerability, product }) => ({
      ...{ release: props.releaseId, vulnerability: vulnerability.name, product },
    }));
    const isDone = await act(async () => {
      const confirmed = await matches.confirmInherited({ places });
      return words.place.confirmedMany(confirmed.places);
    });
    if (isDone) props.onDone();
  };
  return (
    <>
      <Button size="small" weight="main" onClick={props.onDecide}>
        {words.decideSelected}
      </Button>
      {inherited.length > 0 ? (
        <Button size="small" onClick={() => void confirm()}>
          {words.place.confirmSelected}
        </Button>
      ) : null}
      {props.isMore ? (
        <Button size="small" weight="quiet" onClick={props.onDecideAll}>
          {words.decideAll}
        </Button>
      ) : null}
    </>
  );
}
