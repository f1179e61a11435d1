import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { ErrorSummary } from '#kit/ErrorSummary';
import { CheckField, ChoiceField, Fields, FormActions, TextArea, TextField } from '#kit/Field';
import { PickField } from '#kit/PickField';
import { Problem } from '#kit/Problem';
import { useSubmit } from '#kit/Submit';
import { useToast } from '#kit/Toast';
import { problemOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import { tlps } from '../model.ts';
import { factsOf, type OwnDraft } from './own-draft.ts';
import { everything, readersQuery, records } from './queries.ts';
import { text } from './text.ts';

type At = { revision: number; name: string } | null;

/** The form of an own record. Who may read it is said when it is written first; the wall keeps it afterwards. */
export function OwnRecordForm({ initial, at }: { initial: OwnDraft; at: At }): ReactNode {
  const words = useText(text).own;
  const [draft, setDraft] = useState(initial);
  const [restricted, setRestricted] = useState(false);
  const [reader, setReader] = useState<string | null>(null);
  const done = useDone();
  const refusedWords = useRefused();
  const { submit, faults, errors, refused, busy } = useSubmit<'titleJa' | 'reader'>(
    async () => {
      const facts = factsOf(draft);
      const written = at
        ? await records.updateOwnRecord({ ...at, facts })
        : await records.createOwnRecord({ facts, readerIds: restricted && reader ? [reader] : null });
      await done(written.name, words.saved(written.name));
    },
    () => ({
      ...(draft.titleJa.trim() || draft.titleEn.trim() ? {} : { titleJa: words.needTitle }),
      ...(restricted && !reader ? { reader: words.needReader } : {}),
    }),
  );
  const field = (name: Exclude<keyof OwnDraft, 'tlp'>) => ({
    ...{ name, label: words.fields[name], value: draft[name] },
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setDraft((before) => ({ ...before, [name]: value }));
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} />
      {refused ? (
        <Problem what={words.refused} safe={refusedWords(refused)} id={problemOf(refused)?.requestId} />
      ) : null}
      <Fields>
        <TextField {...field('titleJa')} hint={words.hints.titleJa} lang="ja" maxLength={300} error={faults.titleJa} />
        <TextField {...field('titleEn')} lang="en" maxLength={300} optional />
        <TextArea {...field('overview')} optional maxLength={20_000} />
        <TextArea {...field('products')} hint={words.hints.products} optional />
        <TextField {...field('technologies')} hint={words.hints.technologies} optional />
        <TextField {...field('vector')} hint={words.hints.vector} optional maxLength={300} />
        <TextField {...field('names')} hint={words.hints.names} optional />
        <TextArea {...field('references')} hint={words.hints.references} optional />
        <ChoiceField
          name="tlp"
          label={words.fields.tlp}
          options={tlps.map((value) => ({ value, label: words.tlps[value], hint: words.tlpHints[value] }))}
          value={draft.tlp}
          onChange={(tlp) => setDraft((before) => ({ ...before, tlp }))}
        />
        {at ? null : (
          <>
            <CheckField
              label={words.restricted}
              hint={words.hints.readers}
              checked={restricted}
              onChange={(event) => setRestricted(event.currentTarget.checked)}
            />
            {restricted ? <Reader value={reader} onChange={setReader} error={faults.reader} /> : null}
          </>
        )}
      </Fields>
      <FormActions>
        <Button type="submit" weight="main" busy={busy}>
          {words.save}
        </Button>
        {at ? (
          <Button
            onClick={async () => {
              await records.withdrawOwnRecord({ ...at, withdrawn: true });
              await done(at.name, words.withdrawn(at.name));
            }}
          >
            {words.withdraw}
          </Button>
        ) : null}
      </FormActions>
    </form>
  );
}

function useDone(): (name: string, said: string) => Promise<void> {
  const toast = useToast();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async (name, said) => {
    toast(said);
    await queries.invalidateQueries({ queryKey: everything });
    await navigate({ to: '/vulnerabilities/$name' as never, params: { name } as never });
  };
}

function useRefused(): (thrown: unknown) => string {
  const words = useText(text).own;
  return (thrown) => {
    const { details } = problemOf(thrown) ?? {};
    if (details?.field === 'products') return words.badProduct(String(details.product ?? ''));
    if (details?.field === 'vector') return words.badVector;
    return details?.reason === 'changed-since' ? words.changedSince : '';
  };
}

function Reader(props: {
  value: string | null;
  onChange: (id: string | null) => void;
  error: string | undefined;
}): ReactNode {
  const words = useText(text).own;
  const [typed, setTyped] = useState('');
  const people = useQuery(readersQuery(typed)).data ?? [];
  return (
    <PickField
      name="reader"
      label={words.fields.readers}
      error={props.error}
      options={people.map(({ id, name }) => ({ value: id, label: name }))}
      value={props.value}
      onChange={props.onChange}
      onSearch={setTyped}
      nothing={words.missing}
    />
  );
}
