import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { fold } from '#platform/browser/fold';
import { Field, type FieldWords } from './Field.tsx';

/** A choice among many, found by typing a part of it in any width of letters or kana. null is none. */
export function PickField(
  props: FieldWords & {
    name: string;
    options: { value: string; label: string; reading?: string }[];
    value: string | null;
    onChange: (value: string | null) => void;
    /** Shown when nothing has the typed part in its name. */
    nothing: string;
    /** What is typed, when the server has more options than were given. */
    onSearch?: (typed: string) => void;
  },
): ReactNode {
  const { name, options, value, onChange, nothing, onSearch, ...words } = props;
  const readings = new Map(options.map((option) => [option.value, fold(`${option.label} ${option.reading ?? ''}`)]));
  return (
    <Field {...words} id={name}>
      {(control) => (
        <Select
          {...control}
          error={Boolean(words.error)}
          mt={6}
          name={name}
          data={options.map((option) => ({ value: option.value, label: option.label }))}
          value={value}
          onChange={onChange}
          searchable
          {...(onSearch ? { onSearchChange: onSearch } : {})}
          clearable={words.optional ?? false}
          nothingFoundMessage={nothing}
          filter={({ options: all, search }) =>
            all.filter((option) => 'value' in option && readings.get(option.value)?.includes(fold(search)))
          }
        />
      )}
    </Field>
  );
}
