import { queryOptions, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue } from 'react';
import { Button, ButtonAnchor } from '#kit/Button';
import { Label } from '#kit/Chip';
import { EmptyState } from '#kit/EmptyState';
import { FilterBar } from '#kit/FilterBar';
import { Id } from '#kit/Id';
import { PageHead } from '#kit/PageHead';
import { Panel, Stack } from '#kit/Panel';
import { Problem } from '#kit/Problem';
import { Skeleton } from '#kit/Skeleton';
import { row, useUrlState, word } from '#kit/UrlState';
import { useText } from '#platform/browser/language';
import { type ApiDocument, type ApiOperation, bySteps, matches, operationsOf } from '../api-document.ts';
import { ApiDetails } from './ApiDetails.tsx';
import classes from './api.module.css';
import { text } from './text.ts';

const view = { q: word(), operation: row() };
const address = '/api/openapi.json';

const documentQuery = queryOptions({
  queryKey: ['api-document'],
  queryFn: async ({ signal }) => {
    const answer = await fetch(address, { signal });
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    return operationsOf((await answer.json()) as ApiDocument);
  },
  // It changes with the release, and the pages with it.
  staleTime: Number.POSITIVE_INFINITY,
});

/** What programs can call: by step, with access, parameters, shapes and a line to try it with. */
export function ApiPage(): ReactNode {
  const words = useText(text).api;
  const [state, setState] = useUrlState(view);
  const query = useDeferredValue(state.q);
  const all = useQuery(documentQuery);
  const found = all.data?.filter((operation) => matches(operation, query) || operation.id === state.operation);

  return (
    <>
      <PageHead
        title={words.title}
        crumbs={[{ label: useText(text).settings, to: '/settings' }]}
        answer={all.data ? words.answer(all.data.length) : words.loading}
        actions={
          <ButtonAnchor icon="file" href={address}>
            {words.document}
          </ButtonAnchor>
        }
      />
      <Stack>
        <Panel title={words.start} padded>
          <Beginning />
        </Panel>
        <FilterBar
          search={{ label: words.find, value: state.q, onChange: (q) => setState({ q }, 'same') }}
          filters={[]}
          result={found ? words.operations(found.length) : null}
        />
        {all.isPending ? <Skeleton rows={8} /> : null}
        {all.isError ? (
          <Problem what={words.failed} action={<Button onClick={() => all.refetch()}>{words.retry}</Button>} />
        ) : null}
        {found?.length === 0 ? (
          <EmptyState
            why={words.nothing}
            action={<Button onClick={() => setState({ q: '', operation: null })}>{words.clear}</Button>}
          />
        ) : null}
        {[...bySteps(found ?? [])].map(([step, operations]) => (
          <Panel key={step} title={step} aside={words.operations(operations.length)}>
            <ul className={classes.operations}>
              {operations.map((operation) => (
                <Operation
                  key={operation.id}
                  operation={operation}
                  isOpen={operation.id === state.operation}
                  onOpen={(isOpen) => setState({ operation: isOpen ? operation.id : null })}
                />
              ))}
            </ul>
          </Panel>
        ))}
      </Stack>
    </>
  );
}

function Beginning(): ReactNode {
  const words = useText(text).api;
  return (
    <div className={classes.beginning}>
      <p>{words.keys}</p>
      <pre>Authorization: Bearer mmr_…</pre>
      <p>{words.problems}</p>
      <pre>{'{ "status": 404, "code": "not-found", "detail": "…", "requestId": "…" }'}</pre>
      <p>{words.lists}</p>
    </div>
  );
}

function Operation(props: { operation: ApiOperation; isOpen: boolean; onOpen: (isOpen: boolean) => void }): ReactNode {
  const { operation, isOpen, onOpen } = props;
  const id = `operation-${operation.id}`;
  return (
    <li>
      <h3 className={classes.head}>
        <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={() => onOpen(!isOpen)}>
          <span className={classes.method}>{operation.method}</span>
          <Id>{operation.path}</Id>
          <span className={classes.summary} lang="en">
            {operation.summary}
          </span>
          <Label>{operation.access}</Label>
        </button>
      </h3>
      <div id={id} hidden={!isOpen}>
        {isOpen ? <ApiDetails operation={operation} /> : null}
      </div>
    </li>
  );
}
