import { texts } from '#platform/browser/texts';

const noun = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** The words of the pages of messages. */
export const text = texts(
  {
    notDone: 'This could not be done. Nothing was changed.',
    notices: {
      title: 'Notices',
      answer: (unread: number) =>
        unread === 0 ? 'You have read all notices.' : `You have not read ${noun(unread, 'notice', 'notices')}.`,
      loading: 'What Mamori has told you.',
      label: 'Notices',
      views: 'Views',
      all: 'All',
      unread: 'Unread',
      notice: 'Notice',
      at: 'When',
      state: 'State',
      isUnread: 'Unread',
      isRead: 'Read',
      walled: 'Named people only',
      markRead: 'Mark as read',
      markUnread: 'Mark as unread',
      markAll: 'Mark all as read',
      marked: (count: number) => `${noun(count, 'notice', 'notices')} marked as read`,
      markedUnread: (count: number) => `${noun(count, 'notice', 'notices')} marked as unread`,
      none: 'There are no notices for you.',
      noneNext: 'When a post is handed to you, a reply is due or something fails, it is told here.',
      allRead: 'You have read everything.',
      showAll: 'Show all notices',
    },
    mail: {
      title: 'Sending',
      settings: 'Settings',
      label: 'Deliveries',
      ok: (from: string) => `Mail goes out from ${from}. Nothing has failed.`,
      waiting: (count: number) => `${noun(count, 'mail is', 'mails are')} on the way.`,
      failed: (count: number) =>
        `${noun(count, 'mail was', 'mails were')} not sent. Look at the reason and send again, or tell the receiver by other means.`,
      loading: 'What leaves Mamori by mail, and whether it was sent.',
      unset: 'No mail server is set.',
      unsetWaiting: (count: number) =>
        count === 0
          ? 'Mails will wait here until it is set. Nothing is lost.'
          : `${noun(count, 'mail waits', 'mails wait')} here until it is set. Nothing is lost.`,
      unsetNext:
        'Set MAMORI_SMTP_URL and MAMORI_MAIL_FROM and start Mamori again. What has waited for less than three days then goes out by itself.',
      find: 'Receiver, address, subject',
      state: 'State',
      retry: 'Send again',
      cancel: 'Do not send',
      retried: (count: number) => `${noun(count, 'mail goes', 'mails go')} out again`,
      cancelled: (count: number) => `${noun(count, 'mail', 'mails')} cancelled`,
      test: 'Send me a test mail',
      tested: 'A test mail is on its way to you',
      actions: (subject: string) => `Actions for “${subject}”`,
      next: 'Next attempt',
      none: 'No mail has been written yet.',
      noneNext: 'Send yourself a test mail to see whether mail arrives.',
      nothing: 'No mail matches these conditions.',
      clear: 'Clear conditions',
    },
  },
  {
    notDone: '実行できませんでした。何も変わっていません。',
    notices: {
      title: '通知',
      answer: (unread) => (unread === 0 ? '通知はすべて読みました。' : `まだ読んでいない通知が${unread}件あります。`),
      loading: 'Mamoriからあなたへの通知です。',
      label: '通知',
      views: '表示',
      all: 'すべて',
      unread: '未読',
      notice: '通知',
      at: '日時',
      state: '状態',
      isUnread: '未読',
      isRead: '既読',
      walled: '関係者限り',
      markRead: '既読にする',
      markUnread: '未読に戻す',
      markAll: 'すべて既読にする',
      marked: (count) => `${count}件を既読にしました`,
      markedUnread: (count) => `${count}件を未読に戻しました`,
      none: 'あなたへの通知はまだありません。',
      noneNext: '担当を引き継いだとき、返事の期限が近いとき、失敗があったときに、ここに知らせます。',
      allRead: '未読の通知はありません。',
      showAll: 'すべての通知を表示する',
    },
    mail: {
      title: '送信',
      settings: '設定',
      label: '送信したメール',
      ok: (from) => `メールは ${from} から送っています。送れなかったものはありません。`,
      waiting: (count) => `${count}件を送っています。`,
      failed: (count) =>
        `送れなかったメールが${count}件あります。理由を確かめて送り直すか、別の方法で知らせてください。`,
      loading: 'Mamoriから送るメールと、その結果です。',
      unset: '送信サーバーが設定されていません。',
      unsetWaiting: (count) =>
        count === 0
          ? '設定するまで、メールはここで待ちます。失われることはありません。'
          : `設定するまで、メール${count}件がここで待っています。失われることはありません。`,
      unsetNext:
        'MAMORI_SMTP_URL と MAMORI_MAIL_FROM を設定して、Mamoriを起動し直してください。3日以内に作られたメールは、そのあと自動で送ります。',
      find: '宛名、宛先、件名',
      state: '状態',
      retry: '送り直す',
      cancel: '送らない',
      retried: (count) => `${count}件を送り直します`,
      cancelled: (count) => `${count}件を取りやめました`,
      test: '自分にテストメールを送る',
      tested: 'テストメールを送ります',
      actions: (subject) => `「${subject}」の操作`,
      next: '次に試す時刻',
      none: 'メールはまだありません。',
      noneNext: '自分にテストメールを送ると、届くかどうかを確かめられます。',
      nothing: '条件に合うメールはありません。',
      clear: '条件を外す',
    },
  },
);
