import { texts } from '#platform/browser/texts';

/** The header of the exported trail. */
export const exportText = texts(
  {
    file: 'audit-trail',
    at: 'When',
    who: 'Who',
    kind: 'By',
    kinds: { person: 'person', key: 'API key', system: 'the system', outsider: 'somebody without sign-in' },
    action: 'Action',
    subjectKind: 'Kind of subject',
    subject: 'Subject',
    subjectId: 'Subject id',
    before: 'Before',
    after: 'After',
    ip: 'Address',
    requestId: 'Request id',
    id: 'Line',
  },
  {
    file: '操作履歴',
    at: '日時',
    who: '操作した人',
    kind: '区分',
    kinds: { person: '人', key: 'APIキー', system: '自動', outsider: 'サインインなし' },
    action: '操作',
    subjectKind: '対象の種類',
    subject: '対象',
    subjectId: '対象ID',
    before: '変更前',
    after: '変更後',
    ip: '接続元',
    requestId: '要求ID',
    id: '行ID',
  },
);
