import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { Fields, FormActions, TextField } from '#kit/Field';
import { PageHead } from '#kit/PageHead';
import { Panel } from '#kit/Panel';
import { useToast } from '#kit/Toast';
import { useLanguage, useText } from '#platform/browser/language';
import type { Maker } from '../model.ts';
import { text } from './maker-text.ts';
import { api } from './queries.ts';

const makerQuery = queryOptions({
  queryKey: ['maker'],
  queryFn: async ({ signal }) => (await api.describeMaker({}, { signal })).maker,
});

/** Whose products these are. */
export function MakerPage(): ReactNode {
  const words = useText(text);
  const { language } = useLanguage();
  const { data: maker } = useSuspenseQuery(makerQuery);
  const [names, setNames] = useState<Maker>(maker ?? { nameJa: '', nameEn: '' });
  const naming = useNaming();
  const shown = maker && (language === 'ja' ? maker.nameJa : maker.nameEn);
  const field = (key: keyof Maker) => ({
    name: key,
    label: words[key],
    hint: words.hint,
    lang: key === 'nameJa' ? 'ja' : 'en',
    value: names[key],
    maxLength: 200,
    required: true,
    autoComplete: 'organization',
    onChange: (event: { currentTarget: { value: string } }) => setNames({ ...names, [key]: event.currentTarget.value }),
  });
  return (
    <>
      <PageHead
        title={words.title}
        crumbs={[{ label: words.settings, to: '/settings' }]}
        answer={shown ? words.answer(shown) : words.unknown}
      />
      <Panel padded>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            naming.mutate({ names, before: maker });
          }}
        >
          <Fields>
            <TextField {...field('nameJa')} />
            <TextField {...field('nameEn')} error={naming.isError ? words.failed : undefined} />
          </Fields>
          <FormActions>
            <Button type="submit" weight="main" busy={naming.isPending}>
              {words.save}
            </Button>
          </FormActions>
        </form>
      </Panel>
    </>
  );
}

/** Saves the names; the toast takes a change back. The frame shows the new name at once. */
function useNaming() {
  const words = useText(text);
  const toast = useToast();
  const queries = useQueryClient();
  const naming = useMutation({
    mutationFn: ({ names }: { names: Maker; before: Maker | null }) => api.nameMaker(names),
    onSuccess: (_, { before }) =>
      toast(words.saved, before ? { undo: () => naming.mutate({ names: before, before: null }) } : undefined),
    onSettled: () => queries.invalidateQueries({ queryKey: ['maker'] }),
  });
  return naming;
}
