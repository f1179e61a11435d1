import type { Help } from '#platform/browser/help';

/** What the pages of messages are for, and what their words mean. */
export const help: Help = {
  words: {
    notice: {
      ja: ['通知', 'Mamoriから社内の人への知らせです。お客様へのお知らせとは別のものです。'],
      en: ['Notice', 'What Mamori tells a person inside the company. Customers never get one.'],
    },
    delivery: {
      ja: ['送信', '外へ出すメール1通と、その結果です。'],
      en: ['Delivery', 'One mail to one address, with its state.'],
    },
  },
  pages: {
    '/notices': {
      guide: 'analyst',
      words: ['notice'],
      ja: {
        answers: '自分あての知らせです。新しいものが上に並びます。',
        next: ['通知を開くと、対象のページへ移ります。', '読んだものは、まとめて既読にできます。'],
      },
      en: {
        answers: 'What you were told, newest first.',
        next: ['Open a notice to go to what it is about.', 'Mark all of them as read at once.'],
      },
    },
    '/settings/deliveries': {
      guide: 'administrator',
      words: ['delivery'],
      ja: {
        answers: 'メールがどのサーバーから送られ、どれが届き、どれが送れなかったか。',
        next: [
          '送信サーバーが未設定のときは、設定してからテストメールを送ります。',
          '送れなかったメールは、理由を直してから送り直します。',
        ],
      },
      en: {
        answers: 'Which server sends mail, what was sent, and what failed.',
        next: [
          'When no server is set, set one and send a test mail.',
          'Send failed mails again once their reason is gone.',
        ],
      },
    },
  },
};
