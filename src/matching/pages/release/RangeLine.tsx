import type { ReactNode } from 'react';
import type { Range } from '#intelligence/pure';
import { useLanguage, useText } from '#platform/browser/language';
import { compareVersions } from '#versions/version-key';
import { rangeText } from '../../range-text.ts';
import { text } from '../text.ts';
import classes from './range.module.css';

const width = 360;
const [start, end, middle] = [60, 300, 180];

/** Where a version stands to the bounds: before, on or in, behind them. */
function placeOf(version: string, { from, to, scheme }: Range): number {
  const order = (bound: string) => compareVersions(scheme ?? 'generic', version, bound);
  const [low, high] = [from && order(from.version), to && order(to.version)];
  if (low === 0) return start;
  if (high === 0) return end;
  if (low !== null && low < 0) return start - 34;
  if (high !== null && high > 0) return end + 34;
  return middle;
}

/** Beside the ends the words would run out of the drawing. */
function labelPlace(x: number): { x: number; textAnchor: 'start' | 'middle' | 'end' } {
  if (x <= start) return { x: 4, textAnchor: 'start' };
  return x >= end ? { x: width - 4, textAnchor: 'end' } : { x, textAnchor: 'middle' };
}

/** The range as a line: a closed end is a bar, an open end a ring, ours a dot. */
export function RangeLine({ range, version }: { range: Range; version: string | null }): ReactNode {
  const words = useText(text).evidence;
  const { language } = useLanguage();
  const { from, to } = range;
  const ours = version === null ? null : placeOf(version, range);
  return (
    <svg className={classes.line} viewBox={`0 0 ${width} 64`} role="img" aria-label={rangeText(range, language)}>
      <path d={`M0 34H${width}`} className={classes.axis} />
      <path d={`M${from ? start : 0} 34H${to ? end : width}`} className={classes.span} />
      {from ? <End x={start} included={from.included} label={from.version} /> : null}
      {to ? <End x={end} included={to.included} label={to.included ? to.version : words.fixedEnd(to.version)} /> : null}
      {ours === null ? null : (
        <>
          <circle cx={ours} cy="34" r="5" className={classes.ours} />
          <text {...labelPlace(ours)} y="20" className={classes.oursText}>
            {words.ours} {version}
          </text>
        </>
      )}
    </svg>
  );
}

function End({ x, included, label }: { x: number; included: boolean; label: string }): ReactNode {
  return (
    <>
      {included ? (
        <path d={`M${x} 26V42`} className={classes.bar} />
      ) : (
        <circle cx={x} cy="34" r="4.5" className={classes.ring} />
      )}
      <text x={x} y="58" textAnchor="middle" className={classes.bound}>
        {label}
      </text>
    </>
  );
}
