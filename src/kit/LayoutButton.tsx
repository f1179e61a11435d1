import { type ReactNode, useId } from 'react';
import { useText } from '#platform/browser/language';
import { Button, IconButton } from './Button.tsx';
import { CheckField } from './Field.tsx';
import classes from './LayoutButton.module.css';
import { type Density, type LaidList, useChangeLayout, useLaidList } from './layout.ts';
import { usePopup } from './popup.ts';
import ticks from './Tick.module.css';
import { text } from './view-text.ts';

/** Opens the choice of columns and of the height of rows, for a list on the page. On a phone rows are blocks, so there is none. */
export function LayoutButton(props: { list: string }): ReactNode {
  const words = useText(text).layout;
  const list = useLaidList(props.list);
  const { button, popup } = usePopup('end');
  return (
    <span className={classes.place}>
      <IconButton {...button} icon="columns" label={words.open} aria-haspopup="dialog" />
      <div {...popup} role="dialog" aria-label={words.open} className={classes.surface}>
        {list ? <Layout of={list} /> : null}
      </div>
    </span>
  );
}

function Layout({ of }: { of: LaidList }): ReactNode {
  const words = useText(text).layout;
  const change = useChangeLayout();
  const shown = of.columns.filter((column) => column.shown).map(({ key }) => key);
  return (
    <>
      <fieldset className={classes.group}>
        <legend>{words.rows}</legend>
        {(['normal', 'compact'] as const).map((density) => (
          <Choice key={density} of={of} density={density} onChoose={() => change.density(of, density)} />
        ))}
      </fieldset>
      <fieldset className={classes.group}>
        <legend>{words.columns}</legend>
        {of.columns.map(({ key, title, fixed }) => (
          <CheckField
            key={key}
            label={
              <>
                {title}
                {fixed ? <span className={classes.always}>{words.always}</span> : null}
              </>
            }
            checked={shown.includes(key)}
            disabled={fixed}
            onChange={(event) =>
              change.columns(of, event.currentTarget.checked ? [...shown, key] : shown.filter((one) => one !== key))
            }
          />
        ))}
      </fieldset>
      {shown.length < of.columns.length ? (
        <Button size="small" weight="quiet" onClick={() => change.columns(of, null)}>
          {words.reset}
        </Button>
      ) : null}
    </>
  );
}

function Choice(props: { of: LaidList; density: Density; onChoose: () => void }): ReactNode {
  const words = useText(text).layout;
  const id = useId();
  return (
    <label htmlFor={id} className={classes.choice}>
      <input
        id={id}
        type="radio"
        className={ticks.tick}
        name={`density ${props.of.list}`}
        checked={props.of.density === props.density}
        onChange={props.onChoose}
      />
      {words[props.density]}
    </label>
  );
}
