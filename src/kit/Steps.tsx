import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import classes from './Steps.module.css';

/** A way through levels, the last one being what it leads to: MR-1167 1.4.7 › rootfs › openssl. */
export function Steps({ names }: { names: readonly string[] }): ReactNode {
  const last = names.length - 1;
  return names.map((name, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the same name can stand twice on one way
    <span key={at} className={classes.step} translate="no">
      {at > 0 ? <Icon name="right" size={12} /> : null}
      {at === last ? <b>{name}</b> : name}
    </span>
  ));
}
