import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { Drawer } from '#kit/Drawer';
import { CheckField, Fields, FormActions, TextField } from '#kit/Field';
import { useText } from '#platform/browser/language';
import { GroupRoles } from './GroupRoles.tsx';
import classes from './people.module.css';
import { draftOf, inputOf } from './provider-draft.ts';
import { providerText } from './provider-text.ts';
import { api, type Provider, providersKey, providersQuery } from './queries.ts';
import { useChange } from './use-change.ts';
import { useRefusal } from './use-refusal.ts';

/** Adds a provider, or changes the one that is given; it is asked before it is saved. */
export function ProviderForm(props: { provider: Provider | null; onClose: () => void }): ReactNode {
  const words = useText(providerText);
  const form = words.form;
  const refusal = useRefusal();
  const { provider } = props;
  const [draft, setDraft] = useState(() => draftOf(provider));
  const saving = useChange({
    run: async () => {
      const input = inputOf(draft, provider);
      if (provider === null) await api.addProvider({ ...input, slug: draft.slug });
      else await api.changeProvider({ ...input, id: provider.id, disabled: provider.disabled, confirmed: false });
    },
    stale: [providersKey],
    said: () => (provider === null ? words.done.added(draft.name) : words.done.changed(draft.name)),
    done: props.onClose,
    refused: 'form',
  });
  const text = (key: 'name' | 'slug' | 'issuer' | 'clientId' | 'clientSecret' | 'scopes' | 'groupsClaim') => ({
    name: `provider-${key}`,
    value: draft[key],
    onChange: (event: { currentTarget: { value: string } }) => setDraft({ ...draft, [key]: event.currentTarget.value }),
  });
  const tick = (key: 'inOwnNetwork' | 'createsPeople' | 'linksByEmail' | 'trustsEmail') => ({
    name: `provider-${key}`,
    checked: draft[key],
    onChange: (event: { currentTarget: { checked: boolean } }) =>
      setDraft({ ...draft, [key]: event.currentTarget.checked }),
  });
  // The address of this page may be another name of the same machine; only the house's own comes back.
  const redirectOfNew = useQuery(providersQuery).data?.redirectUri.replace('{provider}', draft.slug || '…');
  const redirect = provider?.redirectUri ?? redirectOfNew;
  return (
    <Drawer title={provider === null ? form.add : form.change(provider.name)} opened onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate(undefined);
        }}
      >
        <Fields>
          <TextField label={form.name} {...text('name')} required maxLength={100} />
          {provider === null ? (
            <TextField
              label={form.slug}
              hint={form.slugHint}
              {...text('slug')}
              required
              pattern="[a-z0-9][a-z0-9\-]{0,39}"
            />
          ) : null}
          <p>
            {form.redirect} <code className={classes.link}>{redirect}</code>
          </p>
          <TextField type="url" label={form.issuer} hint={form.issuerHint} {...text('issuer')} required />
          <TextField label={form.clientId} {...text('clientId')} required />
          <TextField
            type="password"
            autoComplete="off"
            label={form.secret}
            hint={provider?.hasSecret ? form.secretKept : form.secretNone}
            optional
            {...text('clientSecret')}
          />
          <TextField label={form.scopes} {...text('scopes')} required />
          <CheckField label={form.ownNetwork} hint={form.ownNetworkHint} {...tick('inOwnNetwork')} />
          <CheckField label={form.creates} hint={form.createsHint} {...tick('createsPeople')} />
          <CheckField label={form.links} hint={form.linksHint} {...tick('linksByEmail')} />
          <CheckField label={form.trusts} hint={form.trustsHint} {...tick('trustsEmail')} />
          <TextField label={form.groupsClaim} hint={form.groupsHint} optional {...text('groupsClaim')} />
          {draft.groupsClaim ? (
            <GroupRoles lines={draft.groupRoles} onChange={(groupRoles) => setDraft({ ...draft, groupRoles })} />
          ) : null}
          {saving.error ? (
            <p className={classes.failed} role="alert">
              {refusal(saving.error)}
            </p>
          ) : null}
        </Fields>
        <FormActions>
          <Button weight="main" type="submit" busy={saving.isPending}>
            {form.submit}
          </Button>
          <Button onClick={props.onClose}>{form.cancel}</Button>
        </FormActions>
      </form>
    </Drawer>
  );
}
