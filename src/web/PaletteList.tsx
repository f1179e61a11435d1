import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Icon, type IconName } from '#kit/Icon';
import { KeyCaps } from '#kit/Keys';
import { useText } from '#platform/browser/language';
import classes from './Palette.module.css';
import type { Entry } from './palette.ts';
import { text } from './text.ts';

const icons: Record<Entry['kind'], IconName> = { found: 'product', pages: 'file', actions: 'check', recent: 'history' };

/** The field and the lines below it: arrows move, Enter chooses, Esc closes (the dialog's own doing). */
export function PaletteList(props: {
  typed: string;
  onTyped: (typed: string) => void;
  entries: Entry[];
  onChoose: (entry: Entry) => void;
  search: 'searching' | 'failed' | 'done';
}): ReactNode {
  const words = useText(text).palette;
  const { entries, onChoose } = props;
  const [activeId, setActiveId] = useState<string>();
  const listId = useId();
  const active = entries.find(({ id }) => id === activeId) ?? entries[0];
  // What is found later comes above; Enter still opens what was marked before.
  useEffect(() => setActiveId(active?.id), [active?.id]);
  const optionId = (entry: Entry) => `${listId}${entries.indexOf(entry)}`;

  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = active ? entries.indexOf(active) : 0;
    if (step && entries.length > 0) setActiveId(entries[(at + step + entries.length) % entries.length]?.id);
    else if (event.key === 'Enter' && active) onChoose(active);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div className={classes.field}>
        <Icon name="search" />
        <input
          data-autofocus
          role="combobox"
          aria-label={words.label}
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={active ? optionId(active) : undefined}
          autoComplete="off"
          placeholder={words.hint}
          value={props.typed}
          onChange={(event) => {
            props.onTyped(event.currentTarget.value);
            setActiveId(undefined);
          }}
          onKeyDown={onKey}
        />
        <KeyCaps keys="Escape" />
      </div>
      <div id={listId} role="listbox" aria-label={words.label} className={classes.list}>
        {(['recent', 'found', 'pages', 'actions'] as const).map((kind) => (
          <Kind key={kind} kind={kind} entries={entries.filter((entry) => entry.kind === kind)}>
            {(entry) => (
              <Line key={entry.id} id={optionId(entry)} entry={entry} active={entry === active} onChoose={onChoose} />
            )}
          </Kind>
        ))}
      </div>
      <p className={classes.state} role="status">
        {stateWords(words, props)}
      </p>
    </>
  );
}

function stateWords(
  words: { searching: string; failed: string; none: (query: string) => string; results: (count: number) => string },
  { search, entries, typed }: { search: 'searching' | 'failed' | 'done'; entries: Entry[]; typed: string },
): string {
  if (search === 'failed') return words.failed;
  if (search === 'searching') return words.searching;
  return entries.length === 0 ? words.none(typed) : words.results(entries.length);
}

function Kind(props: { kind: Entry['kind']; entries: Entry[]; children: (entry: Entry) => ReactNode }): ReactNode {
  const words = useText(text).palette;
  const id = useId();
  if (props.entries.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox has no element of its own
    <div role="group" aria-labelledby={id}>
      <p id={id} className={classes.kind}>
        {words[props.kind]}
      </p>
      {props.entries.map(props.children)}
    </div>
  );
}

function Line(props: { id: string; entry: Entry; active: boolean; onChoose: (entry: Entry) => void }): ReactNode {
  const { entry, active } = props;
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) line.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard for all options
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
    <div
      ref={line}
      id={props.id}
      role="option"
      aria-selected={active}
      className={classes.line}
      onClick={() => props.onChoose(entry)}
    >
      <Icon name={entry.icon ?? icons[entry.kind]} />
      <span className={classes.title}>{entry.title}</span>
      {entry.detail ? <span className={classes.detail}>{entry.detail}</span> : null}
      {entry.keys ? <KeyCaps keys={entry.keys} /> : null}
    </div>
  );
}
