import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { ChoiceField, Fields, FormActions, TextField } from '#kit/Field';
import { LoadProblem } from '#kit/LoadProblem';
import { Panel } from '#kit/Panel';
import { useText } from '#platform/browser/language';
import type { Locale } from '../model.ts';
import { accountText } from './account-text.ts';
import { accountKey, api, meKey, profileQuery } from './queries.ts';
import { useChange } from './use-change.ts';
import { useRefusal } from './use-refusal.ts';

/** One's own name and language. */
export function ProfilePanel(): ReactNode {
  const words = useText(accountText);
  const profile = useQuery(profileQuery);
  return (
    <Panel title={words.profile.title} padded>
      {profile.isError ? <LoadProblem thrown={profile.error} retry={() => profile.refetch()} /> : null}
      {profile.data?.person ? <ProfileForm key={profile.data.person.id} person={profile.data.person} /> : null}
    </Panel>
  );
}

type Me = { name: string; email: string; locale: Locale };

function ProfileForm({ person }: { person: Me }): ReactNode {
  const { profile: words, save, saved } = useText(accountText);
  const refusal = useRefusal();
  const [name, setName] = useState(person.name);
  const [locale, setLocale] = useState<Locale>(person.locale);
  const saving = useChange({
    run: (change: { name: string; locale: Locale }) => api.changeMe(change),
    stale: [meKey, accountKey],
    said: () => saved,
    undo: () => () => {
      setName(person.name);
      setLocale(person.locale);
      return api.changeMe({ name: person.name, locale: person.locale });
    },
    refused: 'form',
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate({ name, locale });
      }}
    >
      <Fields>
        <TextField
          name="my-name"
          label={words.name}
          autoComplete="name"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          maxLength={100}
          error={saving.error ? refusal(saving.error) : undefined}
        />
        <TextField name="my-email" label={words.email} hint={words.emailHint} value={person.email} readOnly />
        <ChoiceField
          name="my-language"
          label={words.language}
          value={locale}
          onChange={setLocale}
          options={(['ja', 'en'] as const).map((value) => ({ value, label: words.languages[value] }))}
        />
      </Fields>
      <FormActions>
        <Button type="submit" busy={saving.isPending} disabled={name === person.name && locale === person.locale}>
          {save}
        </Button>
      </FormActions>
    </form>
  );
}
