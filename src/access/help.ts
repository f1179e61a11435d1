import type { Help } from '#platform/browser/help';

/** What the pages of access are for, and what their words mean. */
export const help: Help = {
  words: {
    passkey: {
      ja: ['パスキー', '端末の中の鍵で、パスワードなしでサインインします。'],
      en: ['Passkey', 'A key inside your device that signs you in without a password.'],
    },
    totp: {
      ja: ['認証アプリ', '30秒ごとに変わるコードを表示するアプリです。パスワードのあとに入力します。'],
      en: ['Authenticator app', 'Shows a new code every 30 seconds, asked for after the password.'],
    },
    recovery_code: {
      ja: ['回復コード', '端末をなくした日のための、1回ずつ使えるコードです。'],
      en: ['Recovery code', 'One of ten, each good once, for the day the device is lost.'],
    },
    session: {
      ja: ['サインイン中の端末', 'いまサインインしているブラウザーです。ここから終わらせることができます。'],
      en: ['Session', 'A browser that is signed in. It can be ended from here.'],
    },
    api_key: {
      ja: ['APIキー', 'プログラムが、あなたの代わりに使うキーです。'],
      en: ['API key', 'Lets a program act for a person, within scopes.'],
    },
    scope: {
      ja: ['できること', 'そのキーで許す操作の上限です。あなた自身の権限を超えることはありません。'],
      en: ['Scope', 'What a key may do at most; never more than you may.'],
    },
    single_sign_on: {
      ja: ['シングルサインオン', '会社のアカウントでサインインします。'],
      en: ['Single sign-on', 'Sign-in with the company’s own account.'],
    },
    provider: {
      ja: ['プロバイダー', '会社のアカウントを管理し、サインインを代行するところです。'],
      en: ['Provider', 'Where people sign in instead of here.'],
    },
    invitation: {
      ja: ['招待', '1人分のアカウントを作るためのリンクです。一度だけ使えます。'],
      en: ['Invitation', 'A link that makes one account, once.'],
    },
    audit_trail: {
      ja: ['操作履歴', 'いつ、だれが、何を、どう変えたかの記録です。'],
      en: ['Audit trail', 'Who did what, when, with the values before and after.'],
    },
    seal: {
      ja: ['封印', '操作履歴のまとまりに付ける署名です。あとから書き換えると分かります。'],
      en: ['Seal', 'A signature over a batch of the trail. It shows when a line was changed.'],
    },
  },
  pages: {
    '/settings/people': {
      guide: 'administrator',
      words: ['invitation', 'session'],
      ja: {
        answers: 'だれがMamoriを使え、どの役割を持っているか。',
        next: [
          '新しい人は招待します。出てきたリンクを本人に渡します。',
          'サインインできなくなった人には、新しいリンクを作ります。',
          '退職する人は、担当を引き継いでから停止します。',
        ],
      },
      en: {
        answers: 'Who can use Mamori, and with which roles.',
        next: [
          'Invite somebody new and hand them the link.',
          'Make a new link for somebody who cannot sign in.',
          'For somebody who leaves, hand over their posts first and then disable the account.',
        ],
      },
    },
    '/settings/single-sign-on': {
      guide: 'administrator',
      words: ['single_sign_on', 'provider'],
      ja: {
        answers: '会社のアカウントでサインインできるようにし、グループごとに役割を決めます。',
        next: [
          'プロバイダーの管理画面で、表示されたリダイレクト先を登録します。',
          'つながったことを確かめてから、グループごとの役割を決めます。',
        ],
      },
      en: {
        answers: 'Lets people sign in with the company’s account, and gives roles by its groups.',
        next: ['Enter the address shown here at the provider.', 'Once it answers, connect groups with roles.'],
      },
    },
    '/settings/audit': {
      guide: 'administrator',
      words: ['audit_trail', 'seal'],
      ja: {
        answers: 'いつ、だれが、何を、どう変えたか。',
        next: [
          '人、操作、期間で絞り込み、行を開くと変更の前と後が分かります。',
          '監査に渡すときは、絞り込んだまま書き出します。書き換えがないことは ./mamori audit verify で確かめます。',
        ],
      },
      en: {
        answers: 'Who did what and when, with the values before and after.',
        next: [
          'Narrow it by person, deed and days; open a row for before and after.',
          'Export what is filtered for an audit. ./mamori audit verify shows that nothing was changed.',
        ],
      },
    },
    '/settings/me': {
      guide: null,
      words: ['passkey', 'totp', 'recovery_code', 'session'],
      ja: {
        answers: '自分の氏名と言語、サインインの方法、サインイン中の端末です。',
        next: [
          'パスキーを2つ以上の端末に作っておくと、1台をなくしてもサインインできます。',
          '覚えのない端末があるときは、サインアウトさせてからパスワードを変えます。',
        ],
      },
      en: {
        answers: 'Your name and language, how you sign in, and where you are signed in.',
        next: [
          'Make passkeys on two devices, so that losing one does not lock you out.',
          'End a session that you do not know and change your password.',
        ],
      },
    },
    '/settings/keys': {
      guide: 'developer',
      words: ['api_key', 'scope'],
      ja: {
        answers: 'プログラムやCIが使うキーです。できることと期限を決めて作ります。',
        next: [
          '使う場所ごとに1つずつ作り、必要なことだけを許します。',
          'キーが表示されるのは作ったときだけです。漏れたおそれがあるときは、すぐに無効にします。',
        ],
      },
      en: {
        answers: 'Keys for programs and CI, each with a scope and an end.',
        next: [
          'Make one for each place, allowing only what it needs.',
          'A key is shown once. Revoke it as soon as it may have leaked.',
        ],
      },
    },
    '/sign-in': {
      guide: null,
      words: ['passkey', 'totp', 'recovery_code'],
      ja: {
        answers: 'Mamoriにサインインする画面です。',
        next: [
          'パスキーがあれば、それだけでサインインできます。',
          'どの方法も使えないときは、システム管理者に新しいリンクを依頼してください。',
        ],
      },
      en: {
        answers: 'Where you sign in to Mamori.',
        next: [
          'With a passkey nothing else is needed.',
          'When no way works, ask your system administrator for a new link.',
        ],
      },
    },
    '/first-run': {
      guide: null,
      words: ['passkey'],
      ja: {
        answers: '最初のシステム管理者を登録する画面です。リンクは一度だけ使えます。',
        next: ['氏名とメールアドレスを入力し、サインインの方法を選びます。'],
      },
      en: {
        answers: 'Makes the first system administrator. The link works once.',
        next: ['Enter your name and email address, and choose how to sign in.'],
      },
    },
    '/invitation': {
      guide: null,
      words: ['invitation', 'passkey'],
      ja: {
        answers: '招待を受けてアカウントを作る画面です。リンクは一度だけ使えます。',
        next: ['サインインの方法を選びます。', 'リンクが使えないときは、招待した人に新しいリンクを依頼してください。'],
      },
      en: {
        answers: 'Takes an invitation and makes your account. The link works once.',
        next: ['Choose how to sign in.', 'When the link does not work, ask whoever invited you for a new one.'],
      },
    },
  },
};
