import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon } from '#kit/Icon';
import { clientOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import classes from './NoticesLink.module.css';
import { useOpenPlaces } from './places.tsx';
import { text } from './text.ts';

async function countUnread(): Promise<number> {
  const { messages } = await import('#messages/contract');
  return (await clientOf(messages).countUnread()).unread;
}

/** The way to one's notices, with a dot and a number when some were not read. */
export function NoticesLink(): ReactNode {
  const words = useText(text);
  const place = useOpenPlaces().find(({ key }) => key === 'notices');
  // Asked when somebody comes back to the window, never by a timer: calls without a person would keep a session alive.
  const { data: unread = 0 } = useQuery({
    queryKey: ['notices', 'unread'],
    queryFn: countUnread,
    enabled: place !== undefined,
  });
  if (!place) return null;
  return (
    <Link to={place.to} className={classes.link} aria-label={words.notices(unread)}>
      <Icon name={place.icon} />
      {unread > 0 ? <span className={classes.count}>{unread > 99 ? '99+' : unread}</span> : null}
    </Link>
  );
}
