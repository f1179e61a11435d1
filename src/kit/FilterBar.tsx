import { type ReactNode, useEffect, useState } from 'react';
import { fold } from '#platform/browser/fold';
import { useText } from '#platform/browser/language';
import { CheckField } from './Field.tsx';
import classes from './FilterBar.module.css';
import { Icon } from './Icon.tsx';
import { usePopup } from './popup.ts';
import { text } from './text.ts';
import { FirstView, type ListViews, SavedTabs } from './ViewTabs.tsx';

/** A condition on the rows: any of some words. */
export interface Filter {
  key: string;
  label: string;
  options: { value: string; label: string }[];
  selected: string[];
  onChange: (selected: string[]) => void;
  /** Always on the bar, also when it lets everything through. */
  always?: boolean;
}

/** The conditions above a list: search, chips "label value ×", 「＋条件を足す」, and at the right what came out. */
export function FilterBar(props: {
  search?: { label: string; value: string; onChange: (value: string) => void };
  filters: Filter[];
  /** The list below, when its conditions can be saved and no ViewTabs stand above. */
  views?: ListViews;
  /** What matches, in words: 「該当 14、要確認 2」. */
  result?: ReactNode;
  /** At the far right: 「すべて開く」. */
  children?: ReactNode;
}): ReactNode {
  const words = useText(text).filter;
  const [added, setAdded] = useState<string | null>(null);
  const active = props.filters.filter((filter) => filter.selected.length > 0);
  const shown = props.filters.filter((filter) => filter.always || filter.selected.length > 0 || filter.key === added);
  const hidden = props.filters.filter((filter) => !shown.includes(filter));

  return (
    <>
      {props.views ? <SavedTabs {...props.views} /> : null}
      {/* biome-ignore lint/a11y/useSemanticElements: a search landmark would promise a search of the whole app */}
      <div className={classes.bar} role="group" aria-label={words.bar} data-filters>
        {props.search ? <Search search={props.search} /> : null}
        {shown.map((filter) => (
          <FilterChip
            key={filter.key}
            filter={filter}
            startOpen={added === filter.key}
            onClosed={() => setAdded(null)}
          />
        ))}
        {hidden.length > 0 ? <AddFilter filters={hidden} onAdd={setAdded} /> : null}
        {active.length > 1 ? (
          <button type="button" className={classes.clear} onClick={() => clearAll(active)}>
            {words.clear}
          </button>
        ) : null}
        <span className={classes.result}>{props.result}</span>
        {props.views ? <FirstView {...props.views} /> : null}
        {props.children}
      </div>
    </>
  );
}

function clearAll(filters: Filter[]): void {
  for (const filter of filters) filter.onChange([]);
}

function Search(props: { search: { label: string; value: string; onChange: (value: string) => void } }): ReactNode {
  const { label, value, onChange } = props.search;
  return (
    <span className={classes.search}>
      <Icon name="search" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </span>
  );
}

function FilterChip(props: { filter: Filter; startOpen: boolean; onClosed: () => void }): ReactNode {
  const words = useText(text).filter;
  const { filter, startOpen } = props;
  const { button, popup, open } = usePopup('start', (opened) => opened || props.onClosed());
  const chosen = filter.options.filter((option) => filter.selected.includes(option.value));
  useEffect(() => {
    if (startOpen) open();
  }, [startOpen, open]);

  return (
    <span className={classes.chip}>
      <button {...button} type="button" className={classes.value} aria-haspopup="dialog">
        {filter.label}
        <b>{chosen.length > 0 ? chosen.map((option) => option.label).join('・') : words.any}</b>
        {chosen.length === 0 ? <Icon name="down" size={12} /> : null}
      </button>
      {chosen.length > 0 ? (
        <button
          type="button"
          className={classes.remove}
          aria-label={words.remove(filter.label)}
          onClick={() => filter.onChange([])}
        >
          <Icon name="close" size={12} />
        </button>
      ) : null}
      <div {...popup} role="dialog" aria-label={filter.label} className={classes.surface}>
        <Options filter={filter} />
      </div>
    </span>
  );
}

function Options({ filter }: { filter: Filter }): ReactNode {
  return (
    <div className={classes.options}>
      {filter.options.map((option) => (
        <CheckField
          key={option.value}
          label={option.label}
          checked={filter.selected.includes(option.value)}
          onChange={(event) => {
            const others = filter.selected.filter((value) => value !== option.value);
            filter.onChange(event.currentTarget.checked ? [...others, option.value] : others);
          }}
        />
      ))}
    </div>
  );
}

function AddFilter(props: { filters: Filter[]; onAdd: (key: string) => void }): ReactNode {
  const words = useText(text).filter;
  const { button, popup, close } = usePopup('start', () => setTyped(''));
  const [typed, setTyped] = useState('');
  const matching = props.filters.filter((filter) => fold(filter.label).includes(fold(typed)));
  const add = (key: string) => {
    close();
    props.onAdd(key);
  };
  return (
    <>
      <button {...button} type="button" className={classes.add} aria-haspopup="dialog">
        <Icon name="plus" size={12} />
        {words.add}
      </button>
      <div {...popup} role="dialog" aria-label={words.add} className={classes.surface}>
        <input
          className={classes.find}
          aria-label={words.find}
          placeholder={words.find}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing && matching[0]) add(matching[0].key);
          }}
        />
        <ul className={classes.found}>
          {matching.map((filter) => (
            <li key={filter.key}>
              <button type="button" onClick={() => add(filter.key)}>
                {filter.label}
              </button>
            </li>
          ))}
        </ul>
        {matching.length === 0 ? <p className={classes.nothing}>{words.none}</p> : null}
      </div>
    </>
  );
}
