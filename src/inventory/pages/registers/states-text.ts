import { countText } from '#platform/browser/numbers';
import { texts } from '#platform/browser/texts';
import { andMore, manyText } from '../together/many-text.ts';

const s = (count: number) => (count === 1 ? '' : 's');

/** The words for setting the state of many releases at once. */
export const text = texts(
  {
    ...manyText.en('release'),
    open: 'Set the state',
    title: 'Set the state of releases',
    state: 'State',
    choose: 'Choose a state.',
    endedOn: 'Ended on',
    endedOnHint: 'Left empty, each keeps the day that it has.',
    leaving: (releases: number, units: number) =>
      `${countText(releases)} of them (${countText(units)} units) no longer ${releases === 1 ? 'counts' : 'count'} as shipped: what they match leaves Today.`,
    entering: (releases: number, units: number) =>
      `${countText(releases)} of them (${countText(units)} units) now ${releases === 1 ? 'counts' : 'count'} as shipped: what they match comes to Today.`,
    early: (names: string[], count: number) =>
      `${countText(count)} would end before the release: ${andMore.en(names, count)}. Write another day, or deselect them.`,
    done: (count: number, state: string) => `${countText(count)} release${s(count)} set to “${state}”`,
  },
  {
    ...manyText.ja('リリース', 'この状態'),
    open: '状態を変更する',
    title: 'リリースの状態を変更する',
    state: '状態',
    choose: '状態を選んでください。',
    endedOn: '終了日',
    endedOnHint: '空欄にすると、それぞれの終了日のままにします。',
    leaving: (releases, units) =>
      `うち${countText(releases)}リリース（${countText(units)}台）は出荷済みに数えなくなり、その該当は本日の対応から外れます。`,
    entering: (releases, units) =>
      `うち${countText(releases)}リリース（${countText(units)}台）は出荷済みに数えるようになり、その該当が本日の対応に出ます。`,
    early: (names, count) =>
      `${countText(count)}リリースは終了日がリリース日より前になります：${andMore.ja(names, count)}。日を直すか、選択から外してください。`,
    done: (count, state) => `${countText(count)}リリースを「${state}」にしました`,
  },
);
