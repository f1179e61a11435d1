import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useDeferredValue, useId, useRef, useState } from 'react';
import { type FieldWords, TextField } from '#kit/Field';
import { useText } from '#platform/browser/language';
import type { ComponentIdentity } from '../../contract/release-components.ts';
import { text } from './components-text.ts';
import { suggestionsQuery } from './queries.ts';
import classes from './release.module.css';

/** A name of a part, with the known parts of that name below it; choosing one gives its whole identity. */
export function SuggestField(
  props: FieldWords & {
    name: string;
    value: string;
    onChange: (value: string) => void;
    onChoose: (component: ComponentIdentity) => void;
  },
): ReactNode {
  const { name, value, onChange, onChoose, ...words } = props;
  const listId = useId();
  const label = useText(text).hand.suggestions;
  const input = useRef<HTMLInputElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const found = useQuery(suggestionsQuery(useDeferredValue(value.trim()))).data?.items ?? [];
  const shown = isOpen && value.trim().length > 1 ? found : [];

  const choose = (component: ComponentIdentity) => {
    onChoose(component);
    setOpen(false);
    setAt(-1);
    input.current?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = shown[at];
    if (step && found.length > 0) {
      event.preventDefault();
      setOpen(true);
      setAt((before) => Math.max(-1, Math.min(found.length - 1, before + step)));
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      choose(chosen);
    } else if (event.key === 'Escape' && shown.length > 0) {
      // The drawer around it stays.
      event.stopPropagation();
      setOpen(false);
    }
  };

  return (
    <div className={classes.suggest}>
      <TextField
        {...words}
        ref={input}
        name={name}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-activedescendant={shown[at] ? `${listId}-${at}` : undefined}
        autoComplete="off"
        data-autofocus
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          setOpen(true);
          setAt(-1);
        }}
        onKeyDown={onKey}
        onBlur={() => setOpen(false)}
      />
      <div id={listId} role="listbox" aria-label={label} className={classes.suggestions} hidden={shown.length === 0}>
        {shown.map((component, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active one
          <div
            key={component.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            // Before the field loses the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(component)}
          >
            <b>{component.name}</b> {component.version}
            <span translate="no">{component.purl ?? component.cpes[0] ?? component.supplier}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
