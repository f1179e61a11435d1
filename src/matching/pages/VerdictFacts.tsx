import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FactList } from '#kit/Facts';
import { Time } from '#kit/Time';
import { useText } from '#platform/browser/language';
import type { Verdict } from '#verdicts/model';
import { text as verdictText } from '#verdicts/text';
import { ReleaseWords } from './touching-columns.tsx';
import { Remaining } from './VerdictStamp.tsx';
import classes from './verdict.module.css';
import { decidingText } from './words/deciding.ts';

/** What a verdict says, why, for what, by whom and until when. */
export function VerdictFacts({ of }: { of: Verdict }): ReactNode {
  const words = useText(decidingText).place;
  const { justifications, scopes, columns } = useText(verdictText);
  const { author, approval, fixedIn } = of;
  return (
    <FactList
      facts={[
        of.justification ? [columns.justification, justifications[of.justification]] : null,
        [words.reason, <ReasonWords key="reason" of={of} />],
        fixedIn ? [words.fixedIn, <ReleaseWords key="fixed" release={fixedIn} />] : null,
        [words.scope, scopes[of.for.scope]],
        [words.decided, <By key="by" name={author?.name ?? words.machine} at={of.decidedAt} />],
        approval?.by ? [words.approved, <By key="approved" name={approval.by.name} at={approval.at} />] : null,
        of.until ? [words.until, <Remaining key="until" until={of.until} />] : null,
        of.evidence ? [words.evidence, of.evidence] : null,
      ]}
    />
  );
}

/** The sentence that was chosen, and what was written beside it. */
export function ReasonWords({ of }: { of: Pick<Verdict, 'reason' | 'note'> }): ReactNode {
  const { reasons } = useText(verdictText);
  return (
    <>
      {of.reason ? reasons[of.reason] : null} {of.note}
    </>
  );
}

function By({ name, at }: { name: string; at: string }): ReactNode {
  return (
    <span className={classes.row}>
      {name}
      <Time at={at} />
    </span>
  );
}

/** For what it counts, by name; what has a page leads there. */
export function PlaceWords({ of }: { of: Verdict['for'] }): ReactNode {
  const { scopes } = useText(verdictText);
  const { scope, release, model, line } = of;
  if (release)
    return (
      <Link
        to={'/products/$model/$release' as never}
        params={{ model: release.model.slug, release: release.slug } as never}
      >
        <ReleaseWords release={release} />
      </Link>
    );
  if (scope === 'model' && model)
    return (
      <Link to={'/products/$model' as never} params={{ model: model.slug } as never}>
        {model.name}
      </Link>
    );
  return scope === 'line' && line ? line.name : scopes[scope];
}
