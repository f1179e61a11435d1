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
import { type Column, None, Table } from '#kit/Table';
import { useLanguage, useText } from '#platform/browser/language';
import { AskDialog } from './AskDialog.tsx';
import { joined } from './joined.ts';
import { ProofProvider } from './Proof.tsx';
import { ProviderForm } from './ProviderForm.tsx';
import { providerText } from './provider-text.ts';
import { api, type Provider, providersKey, providersQuery } from './queries.ts';
import { useChange } from './use-change.ts';

/** The providers by which people sign in, and which groups give which roles. */
export function SingleSignOnPage(): ReactNode {
  const words = useText(providerText);
  const providers = useQuery(providersQuery);
  const columns = useProviderColumns();
  const [asked, setAsked] = useState<'add' | { edit: Provider } | { remove: Provider } | null>(null);
  const close = () => setAsked(null);
  const offering = useOffering();
  const add = (
    <Button weight="main" icon="plus" onClick={() => setAsked('add')}>
      {words.add}
    </Button>
  );
  return (
    <ProofProvider>
      <PageHead
        title={words.title}
        crumbs={[{ label: words.settings, to: '/settings' }]}
        answer={
          providers.data ? words.answer(providers.data.items.filter(({ disabled }) => !disabled).length) : words.loading
        }
        actions={add}
      />
      <Panel>
        <Table
          label={words.label}
          columns={columns}
          rows={providers.data?.items}
          idOf={({ id }) => id}
          nameOf={({ name }) => name}
          onOpen={(provider) => setAsked({ edit: provider })}
          actions={(provider) => (
            <MoreMenu
              label={words.actions(provider.name)}
              items={[
                { label: words.edit, icon: 'edit', run: () => setAsked({ edit: provider }) },
                {
                  label: provider.disabled ? words.enable : words.disable,
                  run: () => offering.mutate({ provider, disabled: !provider.disabled }),
                },
                { label: words.remove, icon: 'close', run: () => setAsked({ remove: provider }) },
              ]}
            />
          )}
          empty={<EmptyState why={words.none} next={words.noneNext} />}
          failed={
            providers.isError ? <LoadProblem thrown={providers.error} retry={() => providers.refetch()} /> : undefined
          }
        />
      </Panel>
      {asked === 'add' ? <ProviderForm provider={null} onClose={close} /> : null}
      {asked !== null && asked !== 'add' && 'edit' in asked ? (
        <ProviderForm provider={asked.edit} onClose={close} />
      ) : null}
      {asked !== null && asked !== 'add' && 'remove' in asked ? (
        <RemoveDialog provider={asked.remove} onClose={close} />
      ) : null}
    </ProofProvider>
  );
}

/** Offers a provider on the sign-in page, or no longer. */
function useOffering() {
  const words = useText(providerText);
  const set = ({ hasSecret: _has, redirectUri: _uri, slug: _slug, ...provider }: Provider, disabled: boolean) =>
    api.changeProvider({ ...provider, disabled });
  return useChange({
    run: ({ provider, disabled }: { provider: Provider; disabled: boolean }) => set(provider, disabled),
    stale: [providersKey],
    said: (_, { provider }) => words.done.changed(provider.name),
    undo:
      (_, { provider, disabled }) =>
      () =>
        set(provider, !disabled),
  });
}

function RemoveDialog({ provider, onClose }: { provider: Provider; onClose: () => void }): ReactNode {
  const words = useText(providerText);
  const removing = useChange({
    run: () => api.removeProvider({ id: provider.id }),
    stale: [providersKey],
    said: () => words.done.removed(provider.name),
    done: onClose,
    refused: 'form',
  });
  return (
    <AskDialog title={words.removeTitle(provider.name)} verb={words.remove} change={removing} onClose={onClose}>
      {words.removeHint}
    </AskDialog>
  );
}

function useProviderColumns(): Column<Provider>[] {
  const words = useText(providerText);
  const { language } = useLanguage();
  return [
    {
      key: 'name',
      title: words.columns.name,
      phone: 'title',
      cell: ({ name, disabled }) => (
        <>
          {name} {disabled ? <Chip>{words.disabled}</Chip> : null}
        </>
      ),
    },
    { key: 'issuer', title: words.columns.issuer, cell: ({ issuer }) => <Id mono>{issuer}</Id> },
    { key: 'redirect', title: words.columns.redirect, cell: ({ redirectUri }) => <Id mono>{redirectUri}</Id> },
    {
      key: 'groups',
      title: words.columns.groups,
      cell: ({ groupRoles }) =>
        groupRoles.length > 0 ? joined([...new Set(groupRoles.map(({ group }) => group))], language) : <None />,
    },
  ];
}
