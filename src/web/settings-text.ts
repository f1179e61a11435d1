import { texts } from '#platform/browser/texts';

/** A line on what each page of the settings is for. */
export const text = texts(
  {
    answer: 'What Mamori knows about your organization, who may do what, and how it runs.',
    firstSteps: 'From an empty start to the first match result, with sample files',
    maker: 'The name of the company, as every page shows it',
    organization: 'Divisions, posts and who holds them, hand-over',
    people: 'Invitations, roles, sessions',
    singleSignOn: 'Signing in with the company’s account, roles by groups',
    audit: 'Who did what, when, with values before and after',
    jobs: 'Schedules, last runs, failures, retry',
    deliveries: 'The mail server, what was sent, what failed, sending again',
    me: 'Name, language, passkeys, authenticator app, sessions',
    keys: 'Access for programs, with scope and expiry',
    api: 'What programs can call, with a line to try it',
  },
  {
    answer: '組織の形、だれが何をできるか、Mamoriがどう動いているかを確かめ、変えられます。',
    firstSteps: '最初の照合結果までの手順。見本ファイルで試せます',
    maker: 'すべてのページに表示する会社の名称',
    organization: '部門、担当とその主担当・副担当、引き継ぎ',
    people: '招待、役割、サインイン中の端末',
    singleSignOn: '会社のアカウントでのサインイン、グループによる役割',
    audit: 'いつ、だれが、何を、どう変えたか',
    jobs: '予定、前回の結果、失敗、やり直し',
    deliveries: '送信サーバー、送ったメール、送れなかったメール、送り直し',
    me: '氏名、言語、パスキー、認証アプリ、サインイン中の端末',
    keys: 'プログラムから使うキー。できることと期限を決めます',
    api: 'プログラムからできること。試すための1行つきです',
  },
);
