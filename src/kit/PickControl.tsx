import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { fold } from '#platform/browser/fold';
import type { ControlProps } from './Field.tsx';
import { MantineParts } from './MantineParts.tsx';
import type { PickOptions } from './PickField.tsx';

/** The control inside a PickField; it is loaded with the first of them. */
export function PickControl(props: PickOptions & { control: ControlProps; clearable: boolean }): ReactNode {
  const { control, name, options, value, onChange, nothing, onSearch, clearable } = props;
  const readings = new Map(options.map((option) => [option.value, fold(`${option.label} ${option.reading ?? ''}`)]));
  return (
    <MantineParts>
      <Select
        {...control}
        error={control['aria-invalid'] ?? false}
        mt={6}
        name={name}
        data={options.map((option) => ({ value: option.value, label: option.label }))}
        value={value}
        onChange={onChange}
        searchable
        {...(onSearch ? { onSearchChange: onSearch } : {})}
        clearable={clearable}
        nothingFoundMessage={nothing}
        filter={({ options: all, search }) =>
          all.filter((option) => 'value' in option && readings.get(option.value)?.includes(fold(search)))
        }
      />
    </MantineParts>
  );
}
