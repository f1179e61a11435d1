import { countText } from '#platform/browser/numbers';
import { texts } from '#platform/browser/texts';

const n = countText;

/** The words of scan and intel on the command line. */
export const text = texts(
  {
    head: (file: string, parts: number) => `${file}: ${n(parts)} components`,
    counts: (applies: number, may: number, cannot: number) =>
      `${n(applies)} vulnerabilities apply, ${n(may)} may apply, ${n(cannot)} cannot be compared`,
    unidentified: (count: number, some: string) => `${n(count)} components cannot be looked up: ${some}`,
    unrated: (count: number, match: string) =>
      `${n(count)} ${count === 1 ? 'vulnerability' : 'vulnerabilities'} without a rating: no severity of --fail-on counts them, --fail-on ${match} does.`,
    exploited: 'exploited',
    read: (read: number, created: number, changed: number, unchanged: number) =>
      `${n(read)} records: ${n(created)} new, ${n(changed)} changed, ${n(unchanged)} known already`,
    snapshot: (vulnerabilities: number, records: number) =>
      `Snapshot: ${n(vulnerabilities)} vulnerabilities of ${n(records)} records`,
    refusedAmong: (count: number) =>
      `${n(count)} records or files could not be read; ./mamori intel import names them.`,
    scores: (count: number) => `${n(count)} EPSS scores`,
    refused: (count: number) => `${n(count)} could not be read:`,
    matched: (applies: number, may: number) =>
      `Releases in the field: ${n(applies)} vulnerabilities apply, ${n(may)} may apply`,
    source: (name: string, records: number, hours: number, stale: boolean) =>
      `${name.padEnd(12)} ${n(records).padStart(9)} records, ${hours < 1 ? 'within the hour' : `${n(hours)} h ago`}${stale ? '  STOPPED' : ''}`,
    noSources: 'No record has come in yet.',
  },
  {
    head: (file, parts) => `${file}：部品 ${n(parts)}件`,
    counts: (applies, may, cannot) => `該当 ${n(applies)}件、要確認 ${n(may)}件、照合不能 ${n(cannot)}件`,
    unidentified: (count, some) => `身元の分からない部品 ${n(count)}件：${some}`,
    unrated: (count, match) =>
      `評価のない脆弱性 ${n(count)}件は、--fail-onの深刻度では数えていません。--fail-on ${match} とすると数えます。`,
    exploited: '悪用確認',
    read: (read, created, changed, unchanged) =>
      `${n(read)}件：新規 ${n(created)}、変更 ${n(changed)}、取り込み済み ${n(unchanged)}`,
    snapshot: (vulnerabilities, records) => `スナップショット：脆弱性 ${n(vulnerabilities)}件（記録 ${n(records)}件）`,
    refusedAmong: (count) => `読めなかった記録やファイル ${n(count)}件（./mamori intel import で内訳が分かります）`,
    scores: (count) => `EPSS ${n(count)}件`,
    refused: (count) => `読めなかったもの ${n(count)}件：`,
    matched: (applies, may) => `出荷済みリリース：該当 ${n(applies)}件、要確認 ${n(may)}件`,
    source: (name, records, hours, stale) =>
      `${name.padEnd(12)} ${n(records).padStart(9)}件、${hours < 1 ? '1時間以内' : `${n(hours)}時間前`}${stale ? '　取り込みが止まっています' : ''}`,
    noSources: '脆弱性情報をまだ取り込んでいません。',
  },
);
