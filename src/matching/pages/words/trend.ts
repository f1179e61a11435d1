import { countText } from '#platform/browser/numbers';
import { texts } from '#platform/browser/texts';

const n = countText;

/** The words of what is new and what is open, week by week. */
export const trendText = texts(
  {
    newTitle: 'Are new matches increasing?',
    openTitle: 'Are open matches decreasing?',
    newSentence: (now: number, before: number) =>
      now > before
        ? `They are increasing: ${n(now)} in the last four full weeks, ${n(before)} in the four before.`
        : now < before
          ? `They are decreasing: ${n(now)} in the last four full weeks, ${n(before)} in the four before.`
          : `They stay the same: ${n(now)} in the last four full weeks, as many as in the four before.`,
    openSentence: (now: number, before: number) =>
      now < before
        ? `They are decreasing: ${n(now)} apply now, ${n(before)} did four weeks ago.`
        : now > before
          ? `They are increasing: ${n(now)} apply now, ${n(before)} did four weeks ago.`
          : `They stay the same: ${n(now)} apply now, as many as four weeks ago.`,
    tooEarly: (now: number) => `The history is too short to tell. ${n(now)} apply now.`,
    tooEarlyNew: 'The history is too short to tell. The first week holds what was found at the start.',
    newSaid: (total: number, since: string) =>
      `${n(total)} vulnerabilities came to apply or to need a look since ${since}.`,
    openSaid: (parts: readonly string[]) => `Applying now: ${parts.join(', ')}.`,
    part: (severity: string, count: number) => `${severity} ${n(count)}`,
    bySeverity: 'Severity as it is now. A match stays open until it no longer applies.',
    unit: 'count',
    week: (day: string) => `Week of ${day}`,
    weekTitle: 'Week',
    still: 'Still there',
    running: (day: string) => `until ${day}`,
    unknown: (day: string) => `No records before ${day}`,
    numbers: 'Table of numbers',
    noCount: 'not known',
    sinceOnly: (day: string) => `The history begins on ${day}.`,
    counted:
      'Of the vulnerabilities that touch releases in the field. A click on a week shows those that are still there.',
    empty: 'There is no trend to show yet.',
    emptyNext: 'It begins with the first match: that needs releases with their SBOM, and records of vulnerabilities.',
    toProducts: 'Register products and SBOMs',
    toRecords: 'Bring in records',
  },
  {
    newTitle: '新しい該当は増えているか',
    openTitle: '該当したままのものは減っているか',
    newSentence: (now, before) =>
      now > before
        ? `増えています。直近の4週間で${n(now)}件、その前の4週間は${n(before)}件でした。`
        : now < before
          ? `減っています。直近の4週間で${n(now)}件、その前の4週間は${n(before)}件でした。`
          : `変わりません。直近の4週間で${n(now)}件、その前の4週間も同じです。`,
    openSentence: (now, before) =>
      now < before
        ? `減っています。いま${n(now)}件、4週間前は${n(before)}件でした。`
        : now > before
          ? `増えています。いま${n(now)}件、4週間前は${n(before)}件でした。`
          : `変わりません。いま${n(now)}件で、4週間前と同じです。`,
    tooEarly: (now) => `記録の期間が短く、まだ判断できません。いま該当しているのは${n(now)}件です。`,
    tooEarlyNew: '記録の期間が短く、まだ判断できません。最初の週は、はじめての照合で見つかったものを含みます。',
    newSaid: (total, since) => `${since}から、新しく該当または要確認になった脆弱性は${n(total)}件です。`,
    openSaid: (parts) => `いま該当しているのは、${parts.join('、')}です。`,
    part: (severity, count) => `${severity}${n(count)}件`,
    bySeverity: '深刻度は現在の値です。該当しなくなるまで数えます。',
    unit: '件',
    week: (day) => `${day}の週`,
    weekTitle: '週',
    still: 'うち今も残るもの',
    running: (day) => `${day}まで`,
    unknown: (day) => `${day}より前の記録はありません`,
    numbers: '数値の表',
    noCount: '不明',
    sinceOnly: (day) => `${day}からの記録です。`,
    counted: '出荷済みリリースに関わる脆弱性の件数です。週を選ぶと、今も残るものを一覧で見られます。',
    empty: '推移はまだありません。',
    emptyNext: 'はじめて照合したときから残ります。部品表のあるリリースと、脆弱性情報の両方が必要です。',
    toProducts: '製品と部品表を登録する',
    toRecords: '脆弱性情報を取り込む',
  },
);
