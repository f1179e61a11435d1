import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { Chip } from '#kit/Chip';
import { EmptyState } from '#kit/EmptyState';
import { Id } from '#kit/Id';
import { LoadProblem } from '#kit/LoadProblem';
import { MoreMenu } from '#kit/MoreMenu';
import { PageHead } from '#kit/PageHead';
import { Panel } from '#kit/Panel';
import { type Column, Table } from '#kit/Table';
import { Time } from '#kit/Time';
import { useLanguage, useText } from '#platform/browser/language';
import { AskDialog } from './AskDialog.tsx';
import { accountText } from './account-text.ts';
import { joined } from './joined.ts';
import { KeyDialog, NewKey } from './KeyDialog.tsx';
import { ProofProvider } from './Proof.tsx';
import { permissionWords } from './permission-text.ts';
import { accountKey, api, type Key, keysQuery } from './queries.ts';
import { useChange } from './use-change.ts';

/** The person's API keys: made, shown once, revoked. */
export function KeysPage(): ReactNode {
  const words = useText(accountText);
  const columns = useKeyColumns();
  const keys = useQuery(keysQuery);
  const [asked, setAsked] = useState<'make' | { revoke: Key } | { shown: string } | null>(null);
  const close = () => setAsked(null);
  const make = (
    <Button weight="main" icon="plus" onClick={() => setAsked('make')}>
      {words.keys.make}
    </Button>
  );
  return (
    <ProofProvider>
      <PageHead
        title={words.keys.title}
        crumbs={[{ label: words.settings, to: '/settings' }]}
        answer={words.keys.answer}
        actions={make}
      />
      <Panel>
        <Table
          label={words.keys.label}
          columns={columns}
          rows={keys.data}
          idOf={({ id }) => id}
          nameOf={({ name }) => name}
          actions={(key) => (
            <MoreMenu
              label={words.keys.actions(key.name)}
              items={[{ label: words.keys.revoke, icon: 'close', run: () => setAsked({ revoke: key }) }]}
            />
          )}
          empty={<EmptyState why={words.keys.none} next={words.keys.noneNext} />}
          failed={keys.isError ? <LoadProblem thrown={keys.error} retry={() => keys.refetch()} /> : undefined}
        />
      </Panel>
      {asked === 'make' ? <KeyDialog onMade={(shown) => setAsked({ shown })} onClose={close} /> : null}
      {asked !== null && asked !== 'make' && 'shown' in asked ? <NewKey secret={asked.shown} onClose={close} /> : null}
      {asked !== null && asked !== 'make' && 'revoke' in asked ? (
        <RevokeDialog apiKey={asked.revoke} onClose={close} />
      ) : null}
    </ProofProvider>
  );
}

function RevokeDialog(props: { apiKey: Key; onClose: () => void }): ReactNode {
  const words = useText(accountText).keys;
  const { id, name } = props.apiKey;
  const revoking = useChange({
    run: () => api.revokeKey({ id }),
    stale: [accountKey],
    said: () => words.revoked(name),
    done: props.onClose,
    refused: 'form',
  });
  return (
    <AskDialog title={words.revokeTitle(name)} verb={words.revoke} change={revoking} onClose={props.onClose}>
      {words.revokeHint}
    </AskDialog>
  );
}

function useKeyColumns(): Column<Key>[] {
  const words = useText(accountText).keys;
  const { language } = useLanguage();
  const isOver = (at: string) => Temporal.Instant.compare(Temporal.Instant.from(at), Temporal.Now.instant()) <= 0;
  return [
    { key: 'name', title: words.columns.name, phone: 'title', cell: ({ name }) => name },
    { key: 'key', title: words.columns.key, cell: ({ hint }) => <Id mono>{hint}…</Id> },
    {
      key: 'scopes',
      title: words.columns.scopes,
      cell: ({ scopes }) =>
        joined(
          scopes.map((scope) => permissionWords[scope][language]),
          language,
        ),
    },
    {
      key: 'expires',
      title: words.columns.expires,
      cell: ({ expiresAt }) =>
        isOver(expiresAt) ? (
          <Chip tone="alert" icon="warning">
            {words.expired}
          </Chip>
        ) : (
          <Time at={expiresAt} />
        ),
    },
    {
      key: 'used',
      title: words.columns.used,
      cell: ({ usedAt }) => (usedAt ? <Time at={usedAt} /> : words.never),
    },
  ];
}
