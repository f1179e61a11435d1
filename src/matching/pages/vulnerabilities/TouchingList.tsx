import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useText } from '#platform/browser/language';
import { touchingQuery } from '../queries.ts';
import { text } from '../text.ts';
import { useTouchingColumns } from '../touching-columns.tsx';
import { ListTable } from './ListTable.tsx';
import { askedList, type ListState } from './list-state.ts';

/** Vulnerabilities that touch us, exploited first. */
export function TouchingList({ state }: { state: ListState }): ReactNode {
  const words = useText(text).list;
  const found = useInfiniteQuery(touchingQuery(askedList(state)));
  const columns = useTouchingColumns('new');
  return (
    <ListTable
      {...{ label: words.tabs.touching, columns, found, state }}
      nameOf={({ vulnerability }) => vulnerability.name}
    />
  );
}
