import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { ExportButton } from '#kit/ExportButton';
import { LoadProblem } from '#kit/LoadProblem';
import { Panel } from '#kit/Panel';
import { type Column, Note, Table } from '#kit/Table';
import { useLanguage, useText } from '#platform/browser/language';
import type { Unmatched as Row } from '../../contract.ts';
import { text as matchingText } from '../../text.ts';
import { IdentityDialog } from '../identities/IdentityDialog.tsx';
import classes from '../match.module.css';
import { unmatchedQuery } from '../queries.ts';
import { text } from '../text.ts';
import { ComponentWords } from '../touching-columns.tsx';

/** Components that no record can be compared with, and why; the way to say what they are. */
export function Unmatched({ releaseId }: { releaseId: string }): ReactNode {
  const words = useText(text).release;
  const { language } = useLanguage();
  const found = useInfiniteQuery(unmatchedQuery(releaseId));
  const [asked, setAsked] = useState<Row['component'] | null>(null);
  const columns = useColumns(setAsked);
  const rows = found.data?.pages.flatMap(({ items }) => items);
  return (
    <Panel
      title={words.unmatched}
      aside={words.unmatchedNote}
      action={
        rows?.length ? (
          <ExportButton
            href={(format) =>
              `/api/releases/${releaseId}/unmatched/export?${new URLSearchParams({ format, language })}`
            }
          />
        ) : null
      }
    >
      <Table
        label={words.unmatched}
        columns={columns}
        rows={rows}
        idOf={({ component }) => String(component.id)}
        nameOf={({ component }) => component.name}
        more={{ load: found.hasNextPage ? () => found.fetchNextPage() : null, loading: found.isFetchingNextPage }}
        empty={<EmptyState why={words.allCompared} />}
        failed={
          found.isError && !found.data ? (
            <LoadProblem thrown={found.error} retry={() => void found.refetch()} />
          ) : undefined
        }
      />
      <IdentityDialog of={asked} onClose={() => setAsked(null)} />
    </Panel>
  );
}

function useColumns(onAsk: (component: Row['component']) => void): Column<Row>[] {
  const { columns, release: words, identity } = useText(text);
  const { whys } = useText(matchingText);
  return [
    {
      ...{ key: 'component', title: columns.component, phone: 'title' },
      cell: ({ component }) => (
        <Link to="." search={{ tab: 'components', row: String(component.id) } as never}>
          <ComponentWords component={component} />
        </Link>
      ),
    },
    {
      key: 'why',
      title: words.why,
      phone: 'main',
      cell: ({ why, ruledOut }) => (
        <span className={classes.why}>
          {whys[why]}
          {ruledOut > 0 ? <Note>{identity.ruledOutCount(ruledOut)}</Note> : null}
        </span>
      ),
    },
    {
      ...{ key: 'identity', title: words.identity },
      cell: ({ component }) => (
        <Button size="small" onClick={() => onAsk(component)}>
          {identity.open}
        </Button>
      ),
    },
  ];
}
