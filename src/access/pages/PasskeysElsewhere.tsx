import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useText } from '#platform/browser/language';
import { waysInQuery } from './queries.ts';
import classes from './SignInPage.module.css';
import { signInText } from './sign-in-text.ts';

/** Where passkeys cannot be made at this address: why, or where the same page stands where they can. */
export function PasskeysElsewhere(): ReactNode {
  const words = useText(signInText);
  const passkeys = useQuery(waysInQuery).data?.passkeys;
  if (!passkeys) return null;
  if ('obstacle' in passkeys) return <p className={classes.note}>{words.passkeyObstacle[passkeys.obstacle]}</p>;
  const { origin, pathname, search, hash } = window.location;
  if (passkeys.origins.includes(origin)) return null;
  const there = passkeys.origins[0] ?? '';
  return (
    <p className={`${classes.note} ${classes.elsewhere}`}>
      <span>{words.passkeyElsewhere(there.replace(/^https?:\/\//, ''))}</span>
      <a href={`${there}${pathname}${search}${hash}`}>{words.passkeyGo}</a>
    </p>
  );
}
