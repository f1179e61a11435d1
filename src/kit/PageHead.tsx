import { Link } from '@tanstack/react-router';
import { createContext, Fragment, type ReactNode, useContext, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useText } from '#platform/browser/language';
import { IconButton } from './Button.tsx';
import classes from './PageHead.module.css';
import { text } from './text.ts';

/** Where the frame of the page shows the way here; the shell provides the element. */
export const CrumbPlace = createContext<HTMLElement | null>(null);

/** Opens what the frame can tell about the page; null where it has nothing to tell. */
export const HelpOffer = createContext<(() => void) | null>(null);

export interface Crumb {
  label: string;
  to: string;
}

/**
 * The head of a page: its name, one sentence that answers its question, at most three actions.
 * Also names the browser's tab, and shows the way here in the top bar when there is one.
 */
export function PageHead(props: {
  title: string;
  /** Beside the title: a date, a mark. */
  aside?: ReactNode;
  answer?: ReactNode;
  actions?: ReactNode;
  /** The pages above this one, the outermost first. */
  crumbs?: Crumb[];
  /** What this page is called behind them, when its title says more. */
  here?: string;
}): ReactNode {
  useEffect(() => {
    document.title = `${props.title} · Mamori`;
  }, [props.title]);

  return (
    <header className={classes.head}>
      {props.crumbs ? <Crumbs crumbs={props.crumbs} here={props.here ?? props.title} /> : null}
      <div className={classes.words}>
        <div className={classes.title}>
          <h1>{props.title}</h1>
          {props.aside}
          <HelpButton />
        </div>
        {props.answer ? <p className={classes.answer}>{props.answer}</p> : null}
      </div>
      {props.actions ? <div className={classes.actions}>{props.actions}</div> : null}
    </header>
  );
}

function HelpButton(): ReactNode {
  const words = useText(text);
  const open = useContext(HelpOffer);
  if (!open) return null;
  return (
    <span className={classes.help}>
      <IconButton icon="help" label={words.help} onClick={open} />
    </span>
  );
}

function Crumbs(props: { crumbs: Crumb[]; here: string }): ReactNode {
  const place = useContext(CrumbPlace);
  if (!place) return null;
  return createPortal(
    <ol className={classes.crumbs}>
      {props.crumbs.map((crumb) => (
        <Fragment key={crumb.to}>
          <li>
            <Link to={crumb.to} activeOptions={{ exact: true }}>
              {crumb.label}
            </Link>
          </li>
          <li aria-hidden="true">/</li>
        </Fragment>
      ))}
      <li aria-current="page">{props.here}</li>
    </ol>,
    place,
  );
}
