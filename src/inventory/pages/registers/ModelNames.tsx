import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { EmptyState } from '#kit/EmptyState';
import { useText } from '#platform/browser/language';
import type { ModelPage } from '../../contract.ts';
import { EntryPanel } from './EntryPanel.tsx';
import { NameForm } from './NameForm.tsx';
import { useNameColumns } from './name-columns.tsx';
import { namesOfQuery, registers } from './queries.ts';
import { text } from './text.ts';
import { useTakingAway } from './use-taking-away.ts';

/** Under which names a model is sold by partners, or whose model it is. */
export function ModelNames({ model, mayChange }: { model: ModelPage; mayChange: boolean }): ReactNode {
  const { names: words } = useText(text);
  const found = useQuery(namesOfQuery(model.id));
  const takeAway = useTakingAway(registers.removeSoldAs, registers.restoreSoldAs);
  return (
    <EntryPanel
      title={words.panel}
      add={words.add}
      mayChange={mayChange}
      columns={useNameColumns('one-model')}
      found={found}
      rows={found.data?.items}
      idOf={({ id }) => id}
      nameOf={({ name }) => name}
      changes
      takeAway={takeAway}
      empty={<EmptyState why={words.none} next={words.noneNext} />}
      form={(subject) => <NameForm model={model} {...subject} />}
    />
  );
}
