import { texts } from '#platform/browser/texts';

/** The heads of the columns in the file of all people. */
export const exportText = texts(
  {
    file: 'people',
    name: 'Name',
    email: 'Email address',
    roles: 'Roles',
    comma: ', ',
    secondFactor: 'Passkey or app',
    seenAt: 'Last seen',
    state: 'State',
    active: 'can sign in',
    disabled: 'disabled',
    yes: 'yes',
    no: 'no',
    id: 'Id',
  },
  {
    file: '利用者',
    name: '氏名',
    email: 'メールアドレス',
    roles: '役割',
    comma: '、',
    secondFactor: 'パスキー・認証アプリ',
    seenAt: '最後に使った日時',
    state: '状態',
    active: 'サインインできる',
    disabled: '停止中',
    yes: 'あり',
    no: 'なし',
    id: 'ID',
  },
);
