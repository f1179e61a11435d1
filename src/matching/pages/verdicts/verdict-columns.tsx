import type { ReactNode } from 'react';
import { type Column, Lines } from '#kit/Table';
import { Time } from '#kit/Time';
import { useText } from '#platform/browser/language';
import type { Verdict } from '#verdicts/model';
import { text as verdictText } from '#verdicts/text';
import { productWords } from '../product-words.ts';
import { PlaceWords, ReasonWords } from '../VerdictFacts.tsx';
import { Remaining, VerdictStamp } from '../VerdictStamp.tsx';
import { VulnerabilityName } from '../VulnerabilityName.tsx';
import classes from '../verdict.module.css';
import { decidingText } from '../words/deciding.ts';
import { verdictsText } from '../words/verdicts.ts';

/** The columns of the list of verdicts. */
export function useVerdictColumns(): Column<Verdict>[] {
  const { columns } = useText(verdictsText);
  const { justifications, scopes } = useText(verdictText);
  return [
    {
      ...{ key: 'vulnerability', title: columns.vulnerability, phone: 'title' },
      cell: ({ vulnerability, product }) => <VulnerabilityName of={vulnerability} sub={productWords(product)} />,
    },
    {
      ...{ key: 'counts', title: columns.counts, phone: 'main' },
      cell: (row) => (
        <Lines main={<PlaceWords of={row.for} />} sub={row.for.scope === 'all' ? null : scopes[row.for.scope]} />
      ),
    },
    {
      ...{ key: 'verdict', title: columns.verdict, phone: 'corner' },
      cell: (row) => (
        <Lines
          main={<VerdictStamp {...row} isOpen={row.state !== 'standing'} />}
          sub={row.justification ? justifications[row.justification] : null}
        />
      ),
    },
    { key: 'reason', title: columns.reason, phone: 'line', cell: (row) => <ReasonWords of={row} /> },
    {
      ...{ key: 'decided', title: columns.decided, phone: 'line' },
      cell: (row) => <Lines main={<Time at={row.decidedAt} />} sub={<Author of={row} />} />,
    },
    { key: 'state', title: columns.state, phone: 'line', cell: (row) => <StateWords of={row} /> },
  ];
}

function Author({ of }: { of: Verdict }): ReactNode {
  const { machine } = useText(decidingText).place;
  return of.author?.name ?? machine;
}

/** What has become of it, and what still waits. */
function StateWords({ of }: { of: Verdict }): ReactNode {
  const words = useText(verdictsText);
  const { states } = useText(verdictText);
  return (
    <Lines
      main={<span className={of.state === 'waiting' ? classes.wait : undefined}>{states[of.state]}</span>}
      sub={
        <>
          {of.inherited > 0 ? <span className={classes.sub}>{words.toConfirm(of.inherited)}</span> : null}
          {of.until && of.state === 'standing' ? <Remaining until={of.until} /> : null}
        </>
      }
    />
  );
}
