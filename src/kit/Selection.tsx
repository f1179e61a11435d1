import { type ChangeEventHandler, type ReactNode, useRef } from 'react';
import { useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import { Button } from './Button.tsx';
import { range } from './range.ts';
import classes from './Table.module.css';
import ticks from './Tick.module.css';
import { text } from './text.ts';

/** Which rows are ticked and what can be done with them together. */
export interface Selection {
  ids: string[];
  onChange: (ids: string[]) => void;
  /** Buttons for the rows that are ticked. */
  actions: ReactNode;
  /** Offers to take all rows that match, also those not loaded. */
  every?: { total: number; select: () => void };
}

/**
 * The ticks of a table; Shift takes everything between the last tick and this one.
 * @param ids  of the rows in their order; '' for a row that has no tick
 */
export function useSelection(selection: Selection | undefined, ids: string[]) {
  const words = useText(text).table;
  const last = useRef(-1);
  if (!selection) return undefined;

  const selected = new Set(selection.ids);
  const tickable = ids.filter((id) => id !== '');
  const change = (index: number, extend: boolean) => {
    if (!ids[index]) return;
    const on = !selected.has(ids[index]);
    const from = extend && last.current >= 0 ? last.current : index;
    const touched = new Set(range(ids, from, index).filter((id) => id !== ''));
    const rest = selection.ids.filter((id) => !touched.has(id));
    last.current = index;
    selection.onChange(on ? [...rest, ...touched] : rest);
  };
  const ticked = tickable.filter((id) => selected.has(id)).length;
  return {
    has: (index: number) => selected.has(ids[index] ?? ''),
    toggleAt: (index: number) => change(index, false),
    all: (
      <Tick
        label={words.selectAll}
        checked={ticked > 0 && ticked === tickable.length}
        partly={ticked > 0 && ticked < tickable.length}
        onChange={() => selection.onChange(ticked === tickable.length ? [] : tickable)}
      />
    ),
    one: (index: number, name: string) =>
      ids[index] ? (
        <Tick
          label={words.select(name)}
          checked={selected.has(ids[index])}
          onChange={(event) => change(index, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
        />
      ) : null,
  };
}

/** Above the header while something is ticked; it replaces nothing. */
export function BulkBar(props: { selection: Selection }): ReactNode {
  const words = useText(text).table;
  const { ids, onChange, actions, every } = props.selection;
  if (ids.length === 0) return null;
  return (
    <div className={classes.bulk}>
      <b role="status">{words.selected(countText(ids.length))}</b>
      <span className={classes.bulkActions}>
        {actions}
        {every && every.total > ids.length ? (
          <Button size="small" weight="quiet" onClick={every.select}>
            {words.selectEvery(countText(every.total))}
          </Button>
        ) : null}
        <Button size="small" weight="quiet" onClick={() => onChange([])}>
          {words.deselect}
        </Button>
      </span>
    </div>
  );
}

function Tick(props: {
  label: string;
  checked: boolean;
  partly?: boolean;
  onChange: ChangeEventHandler<HTMLInputElement>;
}): ReactNode {
  const { label, checked, partly = false, onChange } = props;
  const showPartly = (input: HTMLInputElement | null) => {
    if (input) input.indeterminate = partly;
  };
  return (
    <input
      ref={showPartly}
      type="checkbox"
      className={ticks.tick}
      aria-label={label}
      checked={checked}
      onChange={onChange}
    />
  );
}
