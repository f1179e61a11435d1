import type { ReactNode } from 'react';
import { severities } from '#intelligence/model';
import { text as intelligenceText } from '#intelligence/text';
import { Chart, type ChartSeries } from '#kit/Chart';
import { Panel } from '#kit/Panel';
import { useText } from '#platform/browser/language';
import type { Trend } from '../../contract.ts';
import classes from '../match.module.css';
import { trendText } from '../words/trend.ts';
import { openCompared, openIn } from './compare-weeks.ts';
import { useWeeks } from './use-weeks.ts';

const worstFirst = severities.toReversed();
const tones: Record<(typeof severities)[number], ChartSeries['tone']> = {
  ...{ critical: 'critical', high: 'high', medium: 'medium', low: 'low', none: 'quiet' },
};

/** Are open matches decreasing, by severity? Severities that none ever had are left out. */
export function OpenMatches({ trend, since }: { trend: Trend; since: string }): ReactNode {
  const words = useText(trendText);
  const names = useText(intelligenceText).severities;
  const { steps, frame, sinceDay, isPartly } = useWeeks(trend, since);
  const compared = openCompared(trend.weeks);
  const last = trend.weeks.at(-1);
  const shown = worstFirst.filter(
    (severity) => severity !== 'none' || trend.weeks.some(({ known }) => known && known.open.none > 0),
  );
  const parts = shown.map((severity) => words.part(names[severity], last?.known?.open[severity] ?? 0));
  return (
    <Panel title={words.openTitle}>
      <p className={classes.chartWords}>
        <b>
          {compared ? words.openSentence(compared.now, compared.before) : words.tooEarly((last && openIn(last)) ?? 0)}
        </b>
        <span>{words.bySeverity}</span>
        {isPartly ? <span>{words.sinceOnly(sinceDay)}</span> : null}
      </p>
      <Chart
        {...frame}
        kind="lines"
        sentence={words.openSaid(parts)}
        series={shown.map((severity) => ({ label: names[severity], tone: tones[severity] }))}
        steps={steps(({ open }) => shown.map((severity) => open[severity]))}
      />
    </Panel>
  );
}
