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
import { useToast } from '#kit/Toast';
import { problemOf } from '#platform/browser/client';
import { useLanguage, useText } from '#platform/browser/language';
import { AskDialog } from './AskDialog.tsx';
import { joined } from './joined.ts';
import { ProofProvider } from './Proof.tsx';
import { ProviderForm } from './ProviderForm.tsx';
import { providerText } from './provider-text.ts';
import { api, type Provider, providersKey, providersQuery } from './queries.ts';
import { useChange } from './use-change.ts';
import { detailOf, useRefusal } from './use-refusal.ts';

/** The providers by which people sign in, and which groups give which roles. */
export function SingleSignOnPage(): ReactNode {
  const words = useText(providerText);
  const providers = useQuery(providersQuery);
  const columns = useProviderColumns();
  const [asked, setAsked] = useState<
    'add' | { edit: Provider } | { remove: Provider } | { disable: Provider; refused: unknown } | null
  >(null);
  const close = () => setAsked(null);
  const offering = useOffering();
  const toast = useToast();
  const refusal = useRefusal();
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
                  run: () =>
                    offering.mutate(
                      { provider, disabled: !provider.disabled },
                      {
                        onError: (refused) =>
                          isLastWay(refused) ? setAsked({ disable: provider, refused }) : toast(refusal(refused)),
                      },
                    ),
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
      {asked !== null && asked !== 'add' && 'disable' in asked ? (
        <DisableDialog provider={asked.disable} refused={asked.refused} onClose={close} />
      ) : null}
    </ProofProvider>
  );
}

const set = (
  { hasSecret: _has, redirectUri: _uri, slug: _slug, ...provider }: Provider,
  disabled: boolean,
  confirmed = false,
) => api.changeProvider({ ...provider, disabled, confirmed });

const isLastWay = (thrown: unknown) =>
  problemOf(thrown) !== null && detailOf(thrown, 'obstacle') === 'last-way-of-others';

/** Offers a provider on the sign-in page, or no longer. */
function useOffering() {
  const words = useText(providerText);
  return useChange({
    run: ({ provider, disabled }: { provider: Provider; disabled: boolean }) => set(provider, disabled),
    stale: [providersKey],
    said: (_, { provider }) => words.done.changed(provider.name),
    undo:
      (_, { provider, disabled }) =>
      () =>
        set(provider, !disabled, true),
    refused: 'form',
  });
}

function RemoveDialog({ provider, onClose }: { provider: Provider; onClose: () => void }): ReactNode {
  const words = useText(providerText);
  const removing = useChange({
    run: (confirmed: boolean) => api.removeProvider({ id: provider.id, confirmed }),
    stale: [providersKey],
    said: () => words.done.removed(provider.name),
    done: onClose,
    refused: 'form',
  });
  const [refused, setRefused] = useState<unknown>(null);
  const lost = useLost(refused);
  const change = {
    ...removing,
    mutate: () =>
      removing.mutate(lost !== null, { onError: (thrown) => (isLastWay(thrown) ? setRefused(thrown) : null) }),
  };
  return (
    <AskDialog
      title={words.removeTitle(provider.name)}
      verb={lost === null ? words.remove : words.removeAnyway}
      change={change}
      onClose={onClose}
    >
      {lost ?? words.removeHint}
    </AskDialog>
  );
}

/** Asked only when somebody would be shut out; otherwise disabling can be undone. */
function DisableDialog(props: { provider: Provider; refused: unknown; onClose: () => void }): ReactNode {
  const words = useText(providerText);
  const { provider, onClose } = props;
  const disabling = useChange({
    run: () => set(provider, true, true),
    stale: [providersKey],
    said: () => words.done.changed(provider.name),
    done: onClose,
    refused: 'form',
  });
  return (
    <AskDialog
      title={words.disableTitle(provider.name)}
      verb={words.disableAnyway}
      change={disabling}
      onClose={onClose}
    >
      {useLost(props.refused)}
    </AskDialog>
  );
}

/** Who would be shut out, as the refusal names them; null when nobody is known to be. */
function useLost(refused: unknown): string | null {
  const words = useText(providerText);
  const { language } = useLanguage();
  if (refused === null) return null;
  const names = (detailOf(refused, 'names') as string[]) ?? [];
  const count = Number(detailOf(refused, 'people') ?? names.length);
  return words.lastWay(joined(count > names.length ? [...names, words.andMore] : names, language), count);
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
