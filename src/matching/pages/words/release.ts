import { countText } from '#platform/browser/numbers';
import { texts } from '#platform/browser/texts';

const n = countText;

/** The words of what touches a release. */
export const releaseText = texts(
  {
    tab: 'Match results',
    filters: { match: 'Match result', severity: 'Severity', exploited: 'Exploited' },
    search: 'Id, title, product',
    counts: (applies: number, may: number, cannot: number, settled: number) =>
      [
        `applies ${n(applies)}`,
        `may apply ${n(may)}`,
        cannot > 0 ? `cannot compare ${n(cannot)}` : '',
        settled > 0 ? `does not apply in this release ${n(settled)}` : '',
      ]
        .filter(Boolean)
        .join(', '),
    label: 'Match results of this release',
    empty: 'No vulnerability that is known touches this release.',
    emptyNext: (at: string | null) =>
      at === null ? 'It has not been matched yet: it needs an SBOM or hand-entered parts.' : `Last matched ${at}.`,
    unmatched: 'Components that cannot be compared',
    unmatchedNote: 'never counted as zero',
    why: 'Why',
    allCompared: 'Every component of this release can be compared with records.',
  },
  {
    tab: '照合結果',
    filters: { match: '照合結果', severity: '深刻度', exploited: '悪用' },
    search: '番号、題名、製品',
    counts: (applies, may, cannot, settled) =>
      [
        `該当 ${n(applies)}`,
        `要確認 ${n(may)}`,
        cannot > 0 ? `照合不能 ${n(cannot)}` : '',
        settled > 0 ? `このリリースでは非該当 ${n(settled)}` : '',
      ]
        .filter(Boolean)
        .join('、'),
    label: 'このリリースの照合結果',
    empty: 'このリリースに該当する脆弱性は、いま分かっている範囲ではありません。',
    emptyNext: (at) =>
      at === null ? 'まだ照合していません。部品表か、手で入力した部品が必要です。' : `最後に照合したのは${at}です。`,
    unmatched: '照合できない部品',
    unmatchedNote: '0件とは数えません',
    why: '理由',
    allCompared: 'このリリースの部品は、すべて照合できます。',
  },
);
