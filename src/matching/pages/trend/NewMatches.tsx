import type { ReactNode } from 'react';
import { Chart } from '#kit/Chart';
import { Panel } from '#kit/Panel';
import { useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import type { Trend } from '../../contract.ts';
import { text as matchingText } from '../../text.ts';
import classes from '../match.module.css';
import { trendText } from '../words/trend.ts';
import { newCompared } from './compare-weeks.ts';
import { useWeeks } from './use-weeks.ts';

/** Are new matches increasing? */
export function NewMatches({ trend, since }: { trend: Trend; since: string }): ReactNode {
  const words = useText(trendText);
  const results = useText(matchingText).results;
  const { steps, frame, linkOf, sinceDay, isPartly } = useWeeks(trend, since);
  const compared = newCompared(trend.weeks);
  const total = trend.weeks.reduce((sum, { known }) => sum + (known ? known.applies + known.mayApply : 0), 0);
  return (
    <Panel title={words.newTitle}>
      <p className={classes.chartWords}>
        <b>{compared ? words.newSentence(compared.now, compared.before) : words.tooEarlyNew}</b>
        <span>{words.counted}</span>
        {isPartly ? <span>{words.sinceOnly(sinceDay)}</span> : null}
      </p>
      <Chart
        {...frame}
        kind="columns"
        sentence={words.newSaid(total, sinceDay)}
        series={[
          { label: results.applies, tone: 'alert' },
          { label: results['may-apply'], tone: 'medium' },
        ]}
        steps={steps(
          ({ applies, mayApply }) => [applies, mayApply],
          ({ still }) => [countText(still)],
        )}
        more={[words.still]}
        linkOf={linkOf}
      />
    </Panel>
  );
}
