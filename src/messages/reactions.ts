import { every, on, type Reaction } from '#access';
import { deliverMail } from './deliver-mail.ts';

/** Each run takes whatever is due, so a lost or doubled event changes nothing. */
export const reactions: Reaction[] = [
  on('delivery.due', 'messages.deliver-mail', (tools) => deliverMail(tools)),
  every('* * * * *', 'messages.deliver-what-was-left', deliverMail),
];
