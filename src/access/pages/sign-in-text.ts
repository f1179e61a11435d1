import { texts } from '#platform/browser/texts';

/** The words of signing in, of the first run and of invitations. */
export const signInText = texts(
  {
    title: 'Sign in',
    passkey: 'Sign in with a passkey',
    passkeyHint: 'By fingerprint, face or PIN of this device.',
    passkeyElsewhere: (host: string) => `Passkeys work at ${host}.`,
    passkeyGo: 'Open the same page there',
    passkeyObstacle: {
      'address-is-a-number':
        'Passkeys cannot be used at this address, because it is a number. Your system administrator can give Mamori a host name.',
      'not-encrypted': 'Passkeys cannot be used at this address, because it is not encrypted (https).',
    },
    or: 'or',
    email: 'Email address',
    passwordOf: 'Password',
    submit: 'Sign in',
    by: (name: string) => `Sign in with ${name}`,
    lost: 'Forgotten your password, or locked out? Ask your system administrator for a new link.',
    firstRun:
      'There is no system administrator yet. Open the link that was printed when Mamori was started; starting it again prints a new one.',
    signedIn: (name: string) => `You are signed in as ${name}.`,
    goOn: 'Go on',
    code: {
      title: 'One more step',
      answer: 'Enter the code that your authenticator app shows now.',
      label: 'Code',
      hint: 'Six digits. Without the app: one of your recovery codes.',
      submit: 'Sign in',
      back: 'Begin again',
    },
    problem: {
      'provider-unknown': 'This way to sign in does not exist here. Choose another one.',
      'provider-unreachable': 'The provider cannot be reached at the moment. Try again, or choose another way.',
      'provider-denied': 'The provider did not let you through. Try again, or choose another way.',
      'journey-unknown': 'That took too long, or it was begun in another window. Sign in once more from here.',
      'answer-refused':
        'The provider’s answer could not be trusted. Sign in once more; if this happens again, tell your system administrator.',
      'person-disabled': 'Your account is disabled. Ask your system administrator.',
      'person-unknown': 'You have no account here yet. Ask your system administrator for an invitation.',
      'email-missing':
        'The provider did not vouch for your email address, so we do not know who you are here. Ask your system administrator for an invitation.',
      'email-known':
        'Somebody here has your email address. Sign in another way, then link this provider under My settings.',
      'account-other':
        'Whoever has your email address here signs in by another account of this provider. Use that one, or ask your system administrator.',
      'too-many': 'Too many attempts from here. Wait a few minutes, then try again.',
      'account-taken': 'This account of the provider belongs to somebody else here.',
      'account-differs': 'That was another account of the provider than yours here.',
      'proof-needed': 'Too much time has passed. Show again who you are, then repeat it.',
    },
    password: {
      choose: 'Password',
      show: 'Show',
      rule: (min: number) =>
        `At least ${min} characters, any you like. A few words in a row are easy to remember and hard to guess.`,
      missing: (count: number) => `${count} more to go.`,
      enough: (count: number) => `${count} characters.`,
    },
    newcomer: {
      name: 'Name',
      email: 'Email address',
      how: 'How do you want to sign in?',
      byPasskey: 'By passkey',
      byPasskeyHint: 'Fingerprint, face or PIN of this device. Nothing to remember, nothing to be stolen.',
      byPassword: 'By password',
      byPasswordHint: 'You can add an authenticator app afterwards.',
      passkeyName: 'This device',
      emailWrong: 'Write the address like name@example.com.',
      nameMissing: 'Enter your name.',
      passwordMissing: 'Choose a password.',
    },
    first: {
      title: 'Set up Mamori',
      answer: 'You become the first system administrator. You invite the others afterwards.',
      submit: 'Become the system administrator',
      checking: 'The link is being checked.',
    },
    invitation: {
      title: 'Welcome to Mamori',
      answer: (role: string) => `You are invited as: ${role}. Say how you want to sign in.`,
      again: 'Say how you want to sign in from now on. The ways you had before stop working.',
      submit: 'Accept the invitation',
      submitAgain: 'Set it up',
    },
    linkGone: {
      title: 'This link does not work any more',
      toSignIn: 'Go to signing in',
    },
  },
  {
    title: 'サインイン',
    passkey: 'パスキーでサインインする',
    passkeyHint: 'この端末の指紋、顔、PINを使います。',
    passkeyElsewhere: (host) => `パスキーは、アドレスが${host}のときに使えます。`,
    passkeyGo: 'このページをそちらで開く',
    passkeyObstacle: {
      'address-is-a-number':
        'このアドレスは数字なので、パスキーを使えません。システム管理者が名前を付けると使えるようになります。',
      'not-encrypted': 'このアドレスは暗号化（https）されていないので、パスキーを使えません。',
    },
    or: 'または',
    email: 'メールアドレス',
    passwordOf: 'パスワード',
    submit: 'サインインする',
    by: (name) => `${name}でサインインする`,
    lost: 'パスワードを忘れたときや、サインインできないときは、システム管理者に新しいリンクを依頼してください。',
    firstRun:
      'まだシステム管理者がいません。Mamoriを起動したときに表示されたリンクを開いてください。起動し直すと、新しいリンクが表示されます。',
    signedIn: (name) => `${name}としてサインインしています。`,
    goOn: '続ける',
    code: {
      title: '2段階目の確認',
      answer: '認証アプリにいま出ているコードを入力してください。',
      label: 'コード',
      hint: '6桁の数字です。アプリがないときは、回復コードを1つ使えます。',
      submit: 'サインインする',
      back: '最初からやり直す',
    },
    problem: {
      'provider-unknown': 'このサインインの方法はありません。ほかの方法を選んでください。',
      'provider-unreachable': 'プロバイダーにいま届きません。もう一度試すか、ほかの方法を選んでください。',
      'provider-denied': 'プロバイダーで許可されませんでした。もう一度試すか、ほかの方法を選んでください。',
      'journey-unknown': '時間が経ちすぎたか、別のウィンドウで始めたものです。ここからもう一度サインインしてください。',
      'answer-refused':
        'プロバイダーの返事を信用できませんでした。もう一度サインインしてください。続くときは、システム管理者に伝えてください。',
      'person-disabled': 'アカウントが停止されています。システム管理者に確認してください。',
      'person-unknown': 'まだアカウントがありません。システム管理者に招待を依頼してください。',
      'email-missing':
        'プロバイダーがメールアドレスを確認済みとしていないため、だれかを判断できません。システム管理者に招待を依頼してください。',
      'email-known':
        '同じメールアドレスの利用者がいます。ほかの方法でサインインし、「自分の設定」でこのプロバイダーを結び付けてください。',
      'account-other':
        'このメールアドレスの利用者は、プロバイダーの別のアカウントでサインインしています。そのアカウントを使うか、システム管理者に確認してください。',
      'too-many': 'ここから試した回数が多すぎます。数分待って、やり直してください。',
      'account-taken': 'プロバイダーのこのアカウントは、ほかの利用者のものです。',
      'account-differs': 'プロバイダーで使ったのは、あなたのものとして登録されているアカウントではありません。',
      'proof-needed': '時間が経ちました。もう一度本人確認をして、やり直してください。',
    },
    password: {
      choose: 'パスワード',
      show: '表示',
      rule: (min) =>
        `${min}文字以上。使える文字に決まりはありません。いくつかの言葉をつなげると、覚えやすく、推測されにくくなります。`,
      missing: (count) => `あと${count}文字です。`,
      enough: (count) => `${count}文字です。`,
    },
    newcomer: {
      name: '氏名',
      email: 'メールアドレス',
      how: 'サインインの方法',
      byPasskey: 'パスキー',
      byPasskeyHint: 'この端末の指紋、顔、PINを使います。覚えるものも、盗まれるものもありません。',
      byPassword: 'パスワード',
      byPasswordHint: 'あとから認証アプリを足せます。',
      passkeyName: 'この端末',
      emailWrong: 'メールアドレスは name@example.com のように入力してください。',
      nameMissing: '氏名を入力してください。',
      passwordMissing: 'パスワードを決めてください。',
    },
    first: {
      title: 'Mamoriを使い始める',
      answer: 'あなたが最初のシステム管理者になります。ほかの人は、そのあとで招待できます。',
      submit: 'システム管理者になる',
      checking: 'リンクを確かめています。',
    },
    invitation: {
      title: 'Mamoriへようこそ',
      answer: (role) => `「${role}」として招待されています。サインインの方法を決めてください。`,
      again: 'これからのサインインの方法を決めてください。前の方法は使えなくなります。',
      submit: '招待を受ける',
      submitAgain: 'この方法にする',
    },
    linkGone: {
      title: 'このリンクはもう使えません',
      toSignIn: 'サインインのページへ移動する',
    },
  },
);
