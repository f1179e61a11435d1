import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '#platform/browser/language';
import type { Today } from '../../contract.ts';
import { newForDays } from '../../model.ts';
import { sourcesQuery } from '../queries.ts';
import { text } from '../text.ts';

/** What presses today in one or two sentences; each number leads to what it counts. */
export function Answer({ today }: { today: Today }): ReactNode {
  const words = useText(text).today;
  const stale = (useQuery(sourcesQuery).data?.sources ?? []).filter(({ isStale }) => isStale).length;
  const { vulnerabilities, newApplies, applies, exploited } = today;
  return (
    <>
      {vulnerabilities === 0 ? (
        words.nothing
      ) : newApplies > 0 ? (
        <Counted
          sentence={words.newly(newApplies)}
          to="/vulnerabilities"
          search={{ match: 'applies', newDays: `${newForDays}` }}
        />
      ) : (
        <Counted sentence={words.before(applies)} to="/vulnerabilities" search={{ match: 'applies' }} />
      )}
      {exploited > 0 ? (
        <Counted sentence={words.exploited(exploited)} to="/vulnerabilities" search={{ exploited: 'only' }} />
      ) : null}
      {stale > 0 ? <Counted sentence={words.stale(stale)} to="/vulnerabilities/imports" search={{}} /> : null}
    </>
  );
}

function Counted(props: { sentence: string; to: string; search: object }): ReactNode {
  const [before = '', counted = '', after = ''] = props.sentence.split(/[[\]]/);
  return (
    <>
      {before}
      <Link to={props.to as never} search={props.search as never}>
        {counted}
      </Link>
      {after}
    </>
  );
}
