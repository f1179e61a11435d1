import { Link } from '@tanstack/react-router';
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { countText } from '#platform/browser/numbers';
import classes from './Chart.module.css';
import { Columns, Lines } from './ChartMarks.tsx';
import { countMarks } from './chart-scale.ts';

/** One kind of count through all steps; told apart by its dash or fill as well as by its colour. */
export interface ChartSeries {
  label: string;
  tone: 'critical' | 'high' | 'medium' | 'low' | 'alert' | 'quiet';
}

/** One step in time with its counts, in the order of the series; null: nothing is known of it. */
export interface ChartStep {
  key: string;
  /** In full, for the table: 11月23日の週. */
  label: string;
  /** Below the axis, where there is room for it: 11月. */
  mark: string | null;
  counts: number[] | null;
  /** What else the table says of it, in the order of `more`. */
  more?: ReactNode[];
}

export interface ChartProps {
  kind: 'columns' | 'lines';
  /** What the drawing shows, as a sentence for those who do not see it. */
  sentence: string;
  /** Of the counts, at the axis: 件. */
  unit: string;
  series: ChartSeries[];
  steps: ChartStep[];
  /** The last step is still running, and is called so: 11月24日まで. */
  running: string;
  /** Where nothing is known: since when something is. */
  unknown: string;
  /** Further columns of the table. */
  more?: string[];
  /** 数値の表; above the steps there: 週; where nothing is known: 不明. */
  words: { numbers: string; step: string; noCount: string };
  /** What is behind a step: words of the address of a list. */
  linkOf?: (step: ChartStep) => { to: string; search: object } | null;
}

export const chartBox = { height: 220, top: 22, right: 92, bottom: 26, left: 44 } as const;

/** Counts through time, drawn at the width that there is, with the same as a table. A step leads to what is behind it. */
export function Chart(props: ChartProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  return (
    <figure className={classes.figure}>
      <div ref={place} className={classes.plot}>
        {width > 0 ? <Drawing {...props} width={width} /> : null}
        {width > 0 && props.linkOf ? <Hits {...props} linkOf={props.linkOf} /> : null}
      </div>
      <Numbers {...props} />
    </figure>
  );
}

function useWidth(place: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = () => setWidth(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return width;
}

function Drawing(props: ChartProps & { width: number }): ReactNode {
  const { width, steps, kind, unit } = props;
  const hatch = useId();
  const { height, top, right, bottom, left } = chartBox;
  const sums = steps.map(({ counts }) =>
    counts === null ? 0 : kind === 'columns' ? counts.reduce((sum, one) => sum + one, 0) : Math.max(...counts),
  );
  const marks = countMarks(Math.max(...sums));
  const most = marks.at(-1) ?? 1;
  const [floor, room] = [height - bottom, width - left - right];
  const y = (count: number) => floor - (count / most) * (floor - top);
  const slot = room / steps.length;
  const x = (place: number) => left + slot * (place + 0.5);
  const known = steps.findIndex(({ counts }) => counts !== null);
  const Marks = kind === 'columns' ? Columns : Lines;
  return (
    <svg width={width} height={height} role="img" aria-label={props.sentence} className={classes.drawing}>
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V6" className={classes.hatch} />
        </pattern>
      </defs>
      <text x={left - 8} y={top - 10} textAnchor="end" className={classes.word}>
        {unit}
      </text>
      {marks.map((mark) => (
        <g key={mark}>
          <path d={`M${left} ${y(mark)}H${width - right}`} className={mark === 0 ? classes.floor : classes.hairline} />
          <text x={left - 8} y={y(mark) + 4} textAnchor="end" className={classes.word}>
            {countText(mark)}
          </text>
        </g>
      ))}
      {steps.map(({ key, mark }, place) =>
        mark === null ? null : (
          <text key={key} x={x(place)} y={height - 8} textAnchor="middle" className={classes.word}>
            {mark}
          </text>
        ),
      )}
      {known > 0 ? <Unknown {...props} from={left} to={left + slot * known} floor={floor} hatch={hatch} /> : null}
      <rect x={width - right - slot} y={top} width={slot} height={floor - top} fill={`url(#${hatch})`} />
      <text x={width - right} y={top - 10} textAnchor="end" className={classes.word}>
        {props.running}
      </text>
      <Marks {...{ ...props, x, y, slot, floor, top, end: width - right }} />
    </svg>
  );
}

/** The time of which nothing is known is no time without matches. */
function Unknown(props: { from: number; to: number; floor: number; hatch: string; unknown: string }): ReactNode {
  const { from, to, floor } = props;
  const { top } = chartBox;
  const isRoomy = to - from > 12 * props.unknown.length;
  return (
    <>
      <rect x={from} y={top} width={to - from} height={floor - top} className={classes.unknown} />
      {isRoomy ? (
        <text x={(from + to) / 2} y={(top + floor) / 2} textAnchor="middle" className={classes.word}>
          {props.unknown}
        </text>
      ) : null}
    </>
  );
}

/** For the pointer; with the keyboard the same links are reached in the table. */
function Hits({ steps, series, linkOf }: ChartProps & { linkOf: NonNullable<ChartProps['linkOf']> }): ReactNode {
  return (
    <div className={classes.hits} aria-hidden="true">
      {steps.map((step) => {
        const link = step.counts && linkOf(step);
        if (!step.counts || !link) return <span key={step.key} />;
        const said = series.map(({ label }, place) => `${label} ${countText(step.counts?.[place] ?? 0)}`);
        return (
          <Link
            key={step.key}
            to={link.to as never}
            search={link.search as never}
            tabIndex={-1}
            title={`${step.label}　${said.join('、')}`}
          />
        );
      })}
    </div>
  );
}

function Numbers({ steps, series, more = [], words, linkOf, sentence }: ChartProps): ReactNode {
  return (
    <details className={classes.numbers}>
      <summary>{words.numbers}</summary>
      <table aria-label={sentence}>
        <thead>
          <tr>
            <th scope="col">{words.step}</th>
            {[...series.map(({ label }) => label), ...more].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.toReversed().map((step) => {
            const link = step.counts && linkOf?.(step);
            return (
              <tr key={step.key}>
                <th scope="row">
                  {link ? (
                    <Link to={link.to as never} search={link.search as never}>
                      {step.label}
                    </Link>
                  ) : (
                    step.label
                  )}
                </th>
                {series.map(({ label }, place) => (
                  <td key={label}>{step.counts === null ? words.noCount : countText(step.counts[place] ?? 0)}</td>
                ))}
                {more.map((title, place) => (
                  <td key={title}>{step.counts === null ? words.noCount : step.more?.[place]}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
