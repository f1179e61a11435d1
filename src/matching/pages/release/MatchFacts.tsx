import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { severities } from '#intelligence/model';
import { text as intelligenceText } from '#intelligence/text';
import { Facts } from '#kit/Facts';
import { useLanguage, useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import type { ReleaseCounts } from '../../contract.ts';
import { text as matchingText } from '../../text.ts';
import classes from '../match.module.css';
import { text } from '../text.ts';
import { useEvidenceWords } from './KernelFiles.tsx';

/** How many of which result, each leading to them: 「該当 14、要確認 2」. */
export function ResultLinks({ counts }: { counts: ReleaseCounts }): ReactNode {
  const words = useText(text).release;
  const results = useText(matchingText).results;
  const { language } = useLanguage();
  const said = [
    ['applies', results.applies, counts.applies, { match: 'applies' }],
    ['may-apply', results['may-apply'], counts.mayApply, { match: 'may-apply' }],
    ['cannot-compare', results['cannot-compare'], counts.cannotCompare, { match: 'cannot-compare' }],
    ['does-not-apply', words.settled, counts.settled, { match: 'does-not-apply' }],
    ['closed', words.closed, counts.closed, { standing: 'closed' }],
    ['inherited', words.toConfirm, counts.inherited, { verdict: 'inherited' }],
  ] as const;
  const shown = said.filter(([key, , count]) => count > 0 || key === 'applies' || key === 'may-apply');
  return shown.map(([key, label, count, by], at) => (
    <Fragment key={key}>
      {at > 0 ? (language === 'ja' ? '、' : ', ') : ''}
      <Narrowed by={by}>
        {label} {countText(count)}
      </Narrowed>
    </Fragment>
  ));
}

/** By severity, how many are exploited, what of the kernel is not built. */
export function MatchFacts({ counts }: { counts: ReleaseCounts }): ReactNode {
  const words = useText(text).release;
  return (
    <div className={classes.matchFacts}>
      <Facts
        facts={[
          [words.bySeverity, <Severities key="severities" counts={counts} />],
          [words.exploited, <Exploited key="exploited" count={counts.exploited} />],
          counts.kernel ? [words.kernel, <Kernel key="kernel" kernel={counts.kernel} />] : null,
        ]}
      />
    </div>
  );
}

function Severities({ counts }: { counts: ReleaseCounts }): ReactNode {
  const words = useText(text).release;
  const names = useText(intelligenceText).severities;
  const shown = severities.toReversed().filter((severity) => counts.bySeverity[severity] > 0);
  if (shown.length === 0) return words.none;
  return (
    <span className={classes.pair}>
      {shown.map((severity) => (
        <Narrowed key={severity} by={{ severity }}>
          {names[severity]} {countText(counts.bySeverity[severity])}
        </Narrowed>
      ))}
    </span>
  );
}

function Exploited({ count }: { count: number }): ReactNode {
  const words = useText(text).release;
  return count > 0 ? <Narrowed by={{ exploited: 'only' }}>{words.count(count)}</Narrowed> : words.none;
}

function Kernel({ kernel }: { kernel: NonNullable<ReleaseCounts['kernel']> }): ReactNode {
  const words = useText(text).release;
  const files = kernel.evidence.map(useEvidenceWords());
  return <Narrowed by={{ reason: 'not-built' }}>{words.notBuilt(kernel.all, kernel.notBuilt, files)}</Narrowed>;
}

function Narrowed({ by, children }: { by: object; children: ReactNode }): ReactNode {
  return (
    <Link to="." search={by as never} resetScroll={false}>
      {children}
    </Link>
  );
}
