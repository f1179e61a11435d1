import type { Tools } from '#access';
import * as store from './store/delivery.ts';

/** Whether mail goes out, from whom and through which server, and what of it needs somebody. */
export async function describeMail({ db, viewer, house }: Pick<Tools, 'db' | 'viewer' | 'house'>) {
  const counts = await store.countDeliveries(db, viewer, ['waiting', 'waiting-for-settings', 'sending', 'failed']);
  return {
    // The user and password of the URL stay here.
    server: house.mail ? (URL.parse(house.mail.smtpUrl)?.host ?? '') : null,
    from: house.mail?.from ?? null,
    waiting: (counts.get('waiting') ?? 0) + (counts.get('sending') ?? 0),
    waitingForSettings: counts.get('waiting-for-settings') ?? 0,
    failed: counts.get('failed') ?? 0,
  };
}
