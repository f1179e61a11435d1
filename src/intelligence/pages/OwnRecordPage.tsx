import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { EmptyState } from '#kit/EmptyState';
import { PageHead } from '#kit/PageHead';
import { Panel } from '#kit/Panel';
import { Skeleton } from '#kit/Skeleton';
import { useUrlState, word } from '#kit/UrlState';
import { useText } from '#platform/browser/language';
import { OwnRecordForm } from './OwnRecordForm.tsx';
import { draftOf, emptyDraft } from './own-draft.ts';
import { ownRecordQuery } from './queries.ts';
import { text } from './text.ts';

const params = { record: word() };

/** 自社の記録: what the maker writes itself about a vulnerability. */
export function OwnRecordPage(): ReactNode {
  const all = useText(text);
  const words = all.own;
  const [{ record }] = useUrlState(params);
  const found = useQuery(ownRecordQuery(record));
  const known = found.data;
  return (
    <>
      <PageHead
        title={known?.name ?? words.create}
        answer={words.answer}
        crumbs={[{ label: all.crumb, to: '/vulnerabilities' }]}
      />
      {found.isError ? <EmptyState why={words.missing} /> : null}
      {record !== '' && !known && !found.isError ? <Skeleton rows={6} /> : null}
      {record === '' ? (
        <Panel padded>
          <OwnRecordForm initial={emptyDraft} at={null} />
        </Panel>
      ) : null}
      {known ? (
        <Panel padded>
          <OwnRecordForm
            key={known.revision}
            initial={draftOf(known.facts)}
            at={{ revision: known.revision, name: known.name }}
          />
        </Panel>
      ) : null}
    </>
  );
}
