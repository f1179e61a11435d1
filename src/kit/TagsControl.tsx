import { TagsInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { fold } from '#platform/browser/fold';
import type { ControlProps } from './Field.tsx';
import { MantineParts } from './MantineParts.tsx';
import classes from './TagsControl.module.css';
import type { TagsOptions } from './TagsField.tsx';

const mostOffered = 20;

/** The control inside a TagsField; it is loaded with the first of them. */
export function TagsControl(props: TagsOptions & { control: ControlProps }): ReactNode {
  const { control, name, value, onChange, suggestions, between, maxLength } = props;
  const suggestedByFolded = new Map(suggestions.map((tag) => [fold(tag), tag]));
  const asSuggested = (tag: string) => suggestedByFolded.get(fold(tag)) ?? tag;
  return (
    <MantineParts>
      <TagsInput
        {...control}
        error={control['aria-invalid'] ?? false}
        mt={6}
        classNames={{ input: classes.box ?? '', inputField: classes.typed ?? '' }}
        name={name}
        size="sm"
        data={suggestions}
        value={value}
        onChange={(tags) => onChange(tags.map(asSuggested))}
        splitChars={between}
        maxLength={maxLength}
        limit={mostOffered}
        isDuplicate={(typed, current) => current.some((tag) => fold(tag) === fold(typed))}
        filter={({ options, search, limit }) =>
          options.filter((option) => 'label' in option && fold(option.label).includes(fold(search))).slice(0, limit)
        }
        acceptValueOnBlur
      />
    </MantineParts>
  );
}
