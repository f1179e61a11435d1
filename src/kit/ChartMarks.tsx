import type { ReactNode } from 'react';
import { countText } from '#platform/browser/numbers';
import classes from './Chart.module.css';
import type { ChartSeries, ChartStep } from './Chart.tsx';
import { linePath, spread } from './chart-scale.ts';

interface MarksProps {
  series: ChartSeries[];
  steps: ChartStep[];
  x: (place: number) => number;
  y: (count: number) => number;
  /** The width of a step. */
  slot: number;
  floor: number;
  top: number;
  /** Where the labels begin. */
  end: number;
}

const labelGap = 15;

/** Columns, the series above each other with a gap of a pixel: the first is filled, the others are frames. */
export function Columns({ series, steps, x, y, slot, floor, top, end }: MarksProps): ReactNode {
  const width = Math.max(2, Math.min(28, slot * 0.62));
  const last = steps.at(-1)?.counts ?? series.map(() => 0);
  const middles = series.map((_, place) => (baseOf(last, place) + baseOf(last, place + 1)) / 2);
  const labels = spread(middles.map(y), labelGap, { top: top + 4, bottom: floor });
  return (
    <>
      {steps.map(({ key, counts }, step) =>
        counts?.map((count, place) => {
          const [low, high] = [y(baseOf(counts, place)), y(baseOf(counts, place + 1))];
          if (count === 0) return null;
          return (
            <rect
              key={`${key} ${series[place]?.label}`}
              x={x(step) - width / 2}
              y={high + 0.5}
              width={width}
              height={Math.max(1, low - high - 1)}
              className={place === 0 ? classes.full : classes.framed}
              data-tone={series[place]?.tone}
              data-running={step === steps.length - 1 || undefined}
            />
          );
        }),
      )}
      {series.map(({ label, tone }, place) => (
        <g key={label}>
          <rect
            x={end + 8.5}
            y={(labels[place] ?? 0) - 4.5}
            width="9"
            height="9"
            className={place === 0 ? classes.full : classes.framed}
            data-tone={tone}
          />
          <text x={end + 24} y={(labels[place] ?? 0) + 4} className={classes.label} data-tone={tone}>
            {label} {countText(last[place] ?? 0)}
          </text>
        </g>
      ))}
    </>
  );
}

const baseOf = (counts: readonly number[], place: number) => counts.slice(0, place).reduce((sum, one) => sum + one, 0);

// Solid, dashed, dotted, dash and dot, rare dots: told apart without colour.
const dashes = [undefined, '7 3', '2 3', '8 3 2 3', '1 6'];

/** A line for each series, with its name and its last count where it ends. */
export function Lines({ series, steps, x, y, floor, top, end }: MarksProps): ReactNode {
  const last = steps.at(-1)?.counts ?? series.map(() => 0);
  const labels = spread(last.map(y), labelGap, { top: top + 4, bottom: floor });
  const lastX = x(steps.length - 1);
  return series.map(({ label, tone }, place) => {
    const lastY = y(last[place] ?? 0);
    const points = steps.map(({ counts }, step) => ({ x: x(step), y: counts === null ? null : y(counts[place] ?? 0) }));
    return (
      <g key={label}>
        <path
          d={linePath(points)}
          className={classes.line}
          data-tone={tone}
          strokeDasharray={dashes[place % dashes.length]}
        />
        <circle cx={lastX} cy={lastY} r="3" className={classes.full} data-tone={tone} />
        <path d={`M${lastX + 5} ${lastY}L${end + 6} ${labels[place]}`} className={classes.lead} />
        <text x={end + 10} y={(labels[place] ?? 0) + 4} className={classes.label} data-tone={tone}>
          {label} {countText(last[place] ?? 0)}
        </text>
      </g>
    );
  });
}
