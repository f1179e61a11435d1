import { countText } from '#platform/browser/numbers';
import { texts } from '#platform/browser/texts';

const n = countText;

/** The words of the lists of vulnerabilities. */
export const listText = texts(
  {
    title: 'Vulnerabilities',
    answer: (applies: number, may: number) =>
      `${n(applies)} ${applies === 1 ? 'applies' : 'apply'} to releases in the field, ${n(may)} may apply.`,
    tabs: { label: 'Which vulnerabilities', touching: 'Touching us', all: 'All that is known', trend: 'Trend' },
    search: 'Id, title, vendor, product',
    filters: {
      match: 'Match result',
      severity: 'Severity',
      exploited: 'Exploited',
      releases: 'Releases',
      source: 'Source',
      state: 'State',
      newDays: 'First seen',
      week: 'New in the week',
    },
    exploitedOnly: 'Exploited only',
    allReleases: 'Also those not in the field',
    newIn: (days: number) => `In the last ${days} days`,
    inWeek: (day: string) => `Week of ${day}`,
    sorts: { urgency: 'Most urgent', published: 'Newest', changed: 'Last changed' },
    sort: 'Order',
    empty: 'Nothing matches these conditions.',
    clear: 'Clear the conditions',
    nothingTouches: 'Nothing that is known touches our releases.',
    nothingKnown: 'No record has come in yet.',
    bringIn: 'Bring in records',
    own: 'Write an own record',
    imports: 'Records that came in',
    phrases: 'Version phrases',
  },
  {
    title: '脆弱性',
    answer: (applies, may) => `出荷済みの製品に該当する脆弱性は${n(applies)}件、確認が必要なものは${n(may)}件です。`,
    tabs: { label: 'どの脆弱性か', touching: '自社に関わるもの', all: 'すべて', trend: '推移' },
    search: '番号、題名、ベンダー、製品',
    filters: {
      match: '照合結果',
      severity: '深刻度',
      exploited: '悪用',
      releases: 'リリース',
      source: '情報源',
      state: '状態',
      newDays: '最初の検出',
      week: '新しくなった週',
    },
    exploitedOnly: '悪用確認だけ',
    allReleases: '出荷済みでないものも含む',
    newIn: (days) => `${days}日以内`,
    inWeek: (day) => `${day}の週`,
    sorts: { urgency: '急ぐ順', published: '公表の新しい順', changed: '更新の新しい順' },
    sort: '並び順',
    empty: 'この条件に合うものはありません。',
    clear: '条件をすべて外す',
    nothingTouches: 'いま分かっている脆弱性に、自社のリリースに関わるものはありません。',
    nothingKnown: '脆弱性情報をまだ取り込んでいません。',
    bringIn: '脆弱性情報を取り込む',
    own: '自社の記録を書く',
    imports: '脆弱性情報の取り込み',
    phrases: '読み取れない版の表記',
  },
);
