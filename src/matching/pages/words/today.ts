import { countText } from '#platform/browser/numbers';
import { texts } from '#platform/browser/texts';

const n = countText;

/** The words of what presses today. */
export const todayText = texts(
  {
    title: 'Today',
    answer: (fresh: number, all: number, exploited: number) =>
      fresh > 0
        ? `${n(fresh)} ${fresh === 1 ? 'vulnerability newly applies' : 'vulnerabilities newly apply'} to releases in the field.${exploited > 0 ? ` In all, ${n(exploited)} ${exploited === 1 ? 'is' : 'are'} known to be exploited.` : ''}`
        : `No new vulnerability applies. ${n(all)} from before still ${all === 1 ? 'does' : 'do'}.`,
    stale: (count: number) => ` ${n(count)} ${count === 1 ? 'source has' : 'sources have'} stopped.`,
    nothing: 'Nothing that is known applies to releases in the field.',
    list: 'What touches releases in the field',
    counts: (applies: number, may: number) => `applies ${n(applies)}, may apply ${n(may)}`,
    all: 'See all',
    empty: 'No vulnerability touches a release in the field.',
    emptyNext: (at: string) => `Last looked at ${at}. The sources at the right say how fresh that is.`,
    first: 'Nothing has been matched yet.',
    firstNext: 'Matching needs two things: releases with their SBOM, and records of vulnerabilities.',
    toProducts: 'Register products and SBOMs',
    toRecords: 'Bring in records',
    lacking: 'What cannot be compared, and what is missing',
    lackingNote: 'never counted as zero',
    unidentified: 'Components without usable identity',
    unidentifiedSub:
      'Counted once in each model. No record can be compared with them until somebody says what they are.',
    toUnidentified: 'Find them',
    phrases: 'Version phrases that were not understood',
    phrasesSub: 'Each of them holds back a match result of ours.',
    toPhrases: 'Say what they mean',
    withoutSbom: 'Releases in the field without SBOM',
    withoutSbomSub: 'They have no hand-entered parts either: nobody knows what is in them.',
    toWithoutSbom: 'Enter parts',
    sources: 'Freshness of sources',
    fresh: (fresh: number, all: number) => `${n(fresh)} of ${n(all)} fresh`,
    noSources: 'No record has come in yet.',
    hours: (hours: number) =>
      hours < 1 ? 'within the hour' : hours < 48 ? `${n(hours)} h ago` : `${n(Math.floor(hours / 24))} days ago`,
    staleSource: 'has stopped',
    records: (count: number) => `${n(count)} records`,
  },
  {
    title: '本日の対応',
    answer: (fresh, all, exploited) =>
      fresh > 0
        ? `出荷済みの製品に、新しく該当した脆弱性が${n(fresh)}件あります。${exploited > 0 ? `悪用が確認されているものは、全体で${n(exploited)}件です。` : ''}`
        : `新しい該当はありません。以前からの該当が${n(all)}件あります。`,
    stale: (count) => `情報源が${n(count)}つ止まっています。`,
    nothing: '出荷済みの製品に該当する脆弱性は、いま分かっている範囲ではありません。',
    list: '出荷済みリリースの照合結果',
    counts: (applies, may) => `該当 ${n(applies)}、要確認 ${n(may)}`,
    all: 'すべて見る',
    empty: '出荷済みリリースに該当する脆弱性はありません。',
    emptyNext: (at) => `最後に確かめたのは${at}です。情報源の新しさは右に表示しています。`,
    first: 'まだ照合していません。',
    firstNext: '照合には、部品表のあるリリースと、脆弱性情報の両方が必要です。',
    toProducts: '製品と部品表を登録する',
    toRecords: '脆弱性情報を取り込む',
    lacking: '照合不能と、情報の足りないもの',
    lackingNote: '0件とは数えません',
    unidentified: '身元の分からない部品',
    unidentifiedSub: '機種ごとに数えた合計です。何であるかが決まるまで、脆弱性情報と照合できません。',
    toUnidentified: '部品を特定する',
    phrases: '読み取れない版の表記',
    phrasesSub: '自社の照合結果が、この表記のために決まりません。',
    toPhrases: '範囲を書く',
    withoutSbom: '部品表のない出荷済みリリース',
    withoutSbomSub: '部品表も、手で入力した部品もありません。',
    toWithoutSbom: '手で入力する',
    sources: '情報源の新しさ',
    fresh: (fresh, all) => `${n(all)}件中${n(fresh)}件が最新`,
    noSources: '脆弱性情報をまだ取り込んでいません。',
    hours: (hours) => (hours < 1 ? '1時間以内' : hours < 48 ? `${n(hours)}時間前` : `${n(Math.floor(hours / 24))}日前`),
    staleSource: '取り込みが止まっています',
    records: (count) => `${n(count)}件`,
  },
);
