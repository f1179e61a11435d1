import { texts } from '#platform/browser/texts';
import { text } from './text.ts';

/** The words for what messages writes into the audit trail. */
export const deeds = texts(
  {
    actions: {
      'delivery.retry': 'Sent again',
      'delivery.cancel': 'Sending cancelled',
      'mail.test': 'Test mail sent',
    },
    subjects: { delivery: 'Mail' },
    fields: { state: 'State' },
    values: { ...text.en.states } as Record<string, string>,
    jobs: { 'messages.deliver-mail': 'Send mail', 'messages.deliver-what-was-left': 'Send mail that was left' },
  },
  {
    actions: {
      'delivery.retry': 'メールを送り直し',
      'delivery.cancel': '送信を取りやめ',
      'mail.test': 'テストメールを送信',
    },
    subjects: { delivery: '送信メール' },
    fields: { state: '状態' },
    values: { ...text.ja.states } as Record<string, string>,
    jobs: { 'messages.deliver-mail': 'メールの送信', 'messages.deliver-what-was-left': '残っているメールの送信' },
  },
);
