import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import classes from './Button.module.css';
import { Icon, type IconName } from './Icon.tsx';

interface Look {
  /** `main` once per page; `quiet` looks like a link; `danger` is for what cannot be undone. */
  weight?: 'main' | 'plain' | 'quiet' | 'danger' | undefined;
  size?: 'small' | 'normal' | 'large' | undefined;
  icon?: IconName | undefined;
}

function Face(props: Look & { busy?: boolean | undefined; children?: ReactNode }): ReactNode {
  const { icon, busy, size, children } = props;
  const iconSize = size === 'small' ? 14 : 16;
  return (
    <>
      {busy ? <span className={classes.busy} aria-hidden="true" /> : icon ? <Icon name={icon} size={iconSize} /> : null}
      {children}
    </>
  );
}

/** A button named by the verb of its result. While `busy` it says so and cannot be pressed again. */
export function Button(props: Look & { busy?: boolean | undefined } & ComponentPropsWithRef<'button'>): ReactNode {
  const { weight = 'plain', size = 'normal', icon, busy, children, type = 'button', disabled, ...rest } = props;
  return (
    <button
      {...rest}
      type={type}
      className={classes.button}
      data-weight={weight}
      data-size={size}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
    >
      <Face size={size} icon={icon} busy={busy}>
        {children}
      </Face>
    </button>
  );
}

/** Looks like a button, loads a file or leaves the app. */
export function ButtonAnchor(props: Look & ComponentPropsWithRef<'a'>): ReactNode {
  const { weight = 'plain', size = 'normal', icon, children, ...rest } = props;
  return (
    <a {...rest} className={classes.button} data-weight={weight} data-size={size}>
      <Face size={size} icon={icon}>
        {children}
      </Face>
    </a>
  );
}

/** Looks like a button, goes to another page: `<ButtonLink to="/products">`. */
export const ButtonLink = createLink(ButtonAnchor);

/** A button of one icon; the label is its name and its tooltip. */
export function IconButton(props: { icon: IconName; label: string } & ComponentPropsWithRef<'button'>): ReactNode {
  const { icon, label, ...rest } = props;
  return (
    <button {...rest} type="button" className={classes.icon} aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  );
}
