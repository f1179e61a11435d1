import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useText } from '#platform/browser/language';
import type { ReleasePage } from '../../contract/releases.ts';
import { EntryForm } from '../registers/EntryForm.tsx';
import { useSaid } from '../registers/use-taking-away.ts';
import { modulesQuery, releases } from './queries.ts';
import { text } from './release-text.ts';

/** Says that a release contains the release of a module. */
export function AddModule(props: { release: ReleasePage; opened: boolean; onClose: () => void }): ReactNode {
  const { release, opened, onClose } = props;
  const words = useText(text).modules;
  const said = useSaid();
  const [typed, setTyped] = useState('');
  const found = useQuery({ ...modulesQuery(useDeferredValue(typed.trim())), enabled: opened }).data?.items ?? [];
  const options = found
    .filter(({ id }) => id !== release.id)
    .map(({ id, model, version }) => ({ value: id, label: `${model.name} ${version}` }));
  // What was chosen stands in the field as a whole; asked for like that, it would not be found again.
  const search = (sought: string) => {
    if (options.every(({ label }) => label !== sought)) setTyped(sought);
  };
  return (
    <EntryForm
      title={words.add}
      opened={opened}
      onClose={onClose}
      fields={() => [
        {
          key: 'module',
          label: words.find,
          hint: words.findHint,
          needed: words.needed,
          nothing: words.nothing,
          as: 'pick',
          options,
          onSearch: search,
        },
        { key: 'note', label: words.note, as: 'line', optional: true, most: 2000 },
      ]}
      initial={{}}
      save={words.save}
      write={async ({ module: partId = '', note = '' }) => {
        const made = await releases.createReleasePart({ releaseId: release.id, partId, note });
        const name = options.find(({ value }) => value === partId)?.label ?? '';
        await said(words.added(name), () => releases.removeReleasePart(made));
      }}
    />
  );
}
