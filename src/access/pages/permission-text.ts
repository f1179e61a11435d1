import type { Language } from '#platform/browser/texts';
import type { Permission } from '../model.ts';

/** Each permission in words; one that is missing does not compile. */
export const permissionWords: Record<Permission, Record<Language, string>> = {
  'person:read': { en: 'Read people and roles', ja: '利用者と役割を見る' },
  'person:write': { en: 'Invite people, change roles', ja: '利用者を招待し、役割を変える' },
  'sign-in:write': { en: 'Change single sign-on', ja: 'シングルサインオンの設定を変える' },
  'audit:read': { en: 'Read the audit trail', ja: '操作履歴を見る' },
  'job:read': { en: 'See jobs and sending', ja: 'ジョブと送信を見る' },
  'job:write': { en: 'Start and retry jobs and sending', ja: 'ジョブと送信をやり直す' },
  'view:write': { en: 'Remove views that others share', ja: 'ほかの人が共有した表示を削除する' },
  'organization:read': { en: 'Read the organization', ja: '組織を見る' },
  'organization:write': { en: 'Change the organization', ja: '組織を変える' },
  'product:read': { en: 'Read products', ja: '製品を見る' },
  'product:write': { en: 'Change products', ja: '製品を変える' },
  'vulnerability:read': { en: 'See vulnerabilities and match results', ja: '脆弱性と照合結果を見る' },
  'vulnerability:write': {
    en: 'Bring in records, set version ranges, write own records',
    ja: '脆弱性情報を取り込み、版の範囲を決め、自社の記録を書く',
  },
  'verdict:read': { en: 'Read verdicts', ja: '判定を見る' },
  'verdict:write': { en: 'Decide verdicts', ja: '判定する' },
  'verdict:approve': {
    en: 'Approve verdicts of others, sign the daily list',
    ja: 'ほかの人の判定を承認し、日次の一覧に署名する',
  },
};
