import { texts } from '#platform/browser/texts';

/** The words that leave the house or are kept, and those of the lists; the pages have more in pages/text.ts. */
export const text = texts(
  {
    mail: {
      greeting: (name: string) => `Dear ${name},`,
      walledTitle: 'A notice waits for you',
      walledBody: 'A notice waits for you in Mamori. Sign in to read it.',
      foot: 'Mamori sent this automatically. Replies are not read.',
    },
    failed: {
      title: 'A mail could not be sent',
      body: 'The mail server refused a mail, or it could not be sent for three days. Look at the reason, correct the address or tell the receiver by other means.',
    },
    test: {
      title: 'Mail arrives',
      body: 'You asked Mamori for this mail to see whether mail arrives. Nothing else is to be done.',
    },
    states: {
      waiting: 'Waiting to go out',
      'waiting-for-settings': 'Waiting for a mail server',
      sending: 'Being sent',
      sent: 'Sent',
      failed: 'Not sent',
      cancelled: 'Cancelled',
    },
    notices: { file: 'notices', at: 'When', title: 'Title', body: 'Text', readAt: 'Read' },
    deliveries: {
      file: 'deliveries',
      createdAt: 'Created',
      receiver: 'Receiver',
      address: 'Address',
      subject: 'Subject',
      state: 'State',
      attempts: 'Attempts',
      finishedAt: 'Finished',
      lastError: 'Reason',
    },
  },
  {
    mail: {
      greeting: (name) => `${name}さん`,
      walledTitle: '通知が1件あります',
      walledBody: 'Mamoriに通知が1件あります。サインインして確かめてください。',
      foot: 'このメールはMamoriから自動で送信しています。返信しても、だれにも届きません。',
    },
    failed: {
      title: '送れなかったメールがあります',
      body: '送信サーバーに断られたか、3日間送れなかったメールがあります。理由を確かめ、宛先を直すか、別の方法で知らせてください。',
    },
    test: {
      title: 'メールは届いています',
      body: 'メールが届くことを確かめるために、あなたが送ったメールです。ほかにすることはありません。',
    },
    states: {
      waiting: '送信待ち',
      'waiting-for-settings': '送信サーバーの設定待ち',
      sending: '送信中',
      sent: '送信済み',
      failed: '送信失敗',
      cancelled: '取りやめ',
    },
    notices: { file: '通知', at: '日時', title: '件名', body: '本文', readAt: '既読' },
    deliveries: {
      file: '送信メール',
      createdAt: '作成',
      receiver: '宛名',
      address: '宛先',
      subject: '件名',
      state: '状態',
      attempts: '試した回数',
      finishedAt: '完了',
      lastError: '理由',
    },
  },
);
