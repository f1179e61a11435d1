import type { ReactNode } from 'react';
import { severities, type VulnerabilityRef } from '#intelligence/model';
import { text as intelligenceText } from '#intelligence/text';
import { useText } from '#platform/browser/language';
import classes from './match.module.css';
import { text } from './text.ts';

/** Rising bars, the word and the score; the version of CVSS in the tooltip. */
export function Severity({ of }: { of: Pick<VulnerabilityRef, 'severity' | 'score' | 'scoreVersion'> }): ReactNode {
  const words = useText(intelligenceText).severities;
  const { severity, score, scoreVersion } = of;
  const level = severities.indexOf(severity);
  return (
    <span
      className={classes.severity}
      data-severity={severity}
      title={scoreVersion ? `CVSS ${scoreVersion}` : undefined}
    >
      <svg viewBox="0 0 15 12" aria-hidden="true">
        {[1, 2, 3, 4].map((bar) => (
          <rect
            key={bar}
            x={(bar - 1) * 4}
            y={12 - bar * 3}
            width="3"
            height={bar * 3}
            rx="0.5"
            fill="currentColor"
            opacity={bar <= level ? 1 : 0.22}
          />
        ))}
      </svg>
      <b>{words[severity]}</b>
      {score === null ? null : <span>{score.toFixed(1)}</span>}
    </span>
  );
}

/** 悪用確認, beside an id: a fact with its date, no colour. */
export function Exploited({ on }: { on: string | null }): ReactNode {
  const words = useText(text);
  if (on === null) return null;
  return (
    <span className={classes.exploited} title={words.exploitedOn(on)}>
      {words.exploited}
    </span>
  );
}
