import { countText } from '#platform/browser/numbers';
import { texts } from '#platform/browser/texts';

const n = countText;

/** The words of what touches a release. */
export const releaseText = texts(
  {
    tab: 'Match results',
    filters: {
      match: 'Match result',
      severity: 'Severity',
      exploited: 'Exploited',
      reason: 'Why it does not apply',
      verdict: 'Verdict',
      standing: 'Standing',
    },
    undecided: 'Undecided',
    standings: { open: 'Open', closed: 'Closed by a verdict', settled: 'Does not apply in this release' },
    closed: 'closed by verdicts',
    toConfirm: 'to be confirmed',
    reasons: { 'not-built': 'Not built', 'condition-contradicted': 'What it needs is not there' },
    search: 'Id, title, product',
    settled: 'does not apply in this release',
    bySeverity: 'Open, by severity',
    exploited: 'Of these exploited',
    kernel: 'Kernel',
    none: 'none',
    count: (count: number) => n(count),
    kinds: { 'kernel-config': 'config', 'built-objects': 'built objects', 'module-symvers': 'Module.symvers' },
    evidence: (kind: string, day: string) => `${kind}, ${day}`,
    notBuilt: (all: number, notBuilt: number, files: readonly string[]) =>
      `${n(notBuilt)} of ${n(all)} are not built (${files.join('; ')})`,
    label: 'Match results of this release',
    empty: 'No vulnerability that is known touches this release.',
    emptyNext: (at: string | null) =>
      at === null ? 'It has not been matched yet: it needs an SBOM or hand-entered parts.' : `Last matched ${at}.`,
    unmatched: 'Components that cannot be compared',
    unmatchedNote: 'never counted as zero',
    why: 'Why',
    identity: 'Identity',
    allCompared: 'Every component of this release can be compared with records.',
  },
  {
    tab: '照合結果',
    filters: {
      match: '照合結果',
      severity: '深刻度',
      exploited: '悪用',
      reason: '非該当の理由',
      verdict: '判定',
      standing: '対応状況',
    },
    undecided: '未判定',
    standings: { open: '未対応', closed: '判定で終了', settled: 'リリースで解消' },
    closed: '判定で終了',
    toConfirm: '引き継ぎ（要確認）',
    reasons: { 'not-built': '未ビルド', 'condition-contradicted': '必要な組み合わせがない' },
    search: '番号、題名、製品',
    settled: 'このリリースでは非該当',
    bySeverity: '深刻度ごとの件数',
    exploited: 'うち悪用確認',
    kernel: 'カーネル',
    none: 'なし',
    count: (count) => `${n(count)}件`,
    kinds: { 'kernel-config': 'config', 'built-objects': 'ビルド対象の一覧', 'module-symvers': 'Module.symvers' },
    evidence: (kind, day) => `${kind} ${day}`,
    notBuilt: (all, notBuilt, files) => `${n(all)}件中${n(notBuilt)}件は未ビルド（${files.join('、')}）`,
    label: 'このリリースの照合結果',
    empty: 'このリリースに該当する脆弱性は、いま分かっている範囲ではありません。',
    emptyNext: (at) =>
      at === null ? 'まだ照合していません。部品表か、手で入力した部品が必要です。' : `最後に照合したのは${at}です。`,
    unmatched: '照合できない部品',
    unmatchedNote: '0件とは数えません',
    why: '理由',
    identity: '身元',
    allCompared: 'このリリースの部品は、すべて照合できます。',
  },
);
