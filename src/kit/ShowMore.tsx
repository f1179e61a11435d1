import type { ReactNode } from 'react';
import { useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import { Button } from './Button.tsx';
import classes from './Table.module.css';
import { text } from './text.ts';

/** Rows beyond those shown, loaded by key. */
export interface More {
  /** All that match, or undefined when counting them would cost too much. */
  total?: number | undefined;
  /** null when everything is shown. */
  load: (() => void) | null;
  loading: boolean;
}

/** 「17件中7件を表示　続きを表示」 below the rows; paper says that they are not all. */
export function ShowMore(props: { more: More; shown: number }): ReactNode {
  const words = useText(text).table;
  const { total, load, loading } = props.more;
  const shown = countText(props.shown);
  return (
    <div className={classes.foot}>
      <span role="status">{total === undefined ? words.shownSome(shown) : words.shown(shown, countText(total))}</span>
      {load ? (
        <>
          <Button size="small" weight="quiet" busy={loading} onClick={load}>
            {words.showMore}
          </Button>
          <b data-print>{words.notPrinted}</b>
        </>
      ) : null}
    </div>
  );
}
