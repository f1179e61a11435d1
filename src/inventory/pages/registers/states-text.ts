import { countText } from '#platform/browser/numbers';
import { texts } from '#platform/browser/texts';

const s = (count: number) => (count === 1 ? '' : 's');
const andMore = (names: string[], count: number) => `${names.join(', ')}${count > names.length ? ' …' : ''}`;
const hoka = (names: string[], count: number) => `${names.join('、')}${count > names.length ? 'ほか' : ''}`;

/** The words for setting the state of many releases at once. */
export const text = texts(
  {
    open: 'Set the state',
    title: 'Set the state of releases',
    of: (count: number) => `${countText(count)} release${s(count)} selected`,
    state: 'State',
    choose: 'Choose a state.',
    endedOn: 'Ended on',
    endedOnHint: 'Left empty, each keeps the day that it has.',
    counting: 'Checking what will change',
    nothing: 'All of them are like that already.',
    effect: (changed: number, same: number) =>
      `${countText(changed)} release${s(changed)} will change.${same > 0 ? ` ${countText(same)} ${same === 1 ? 'is' : 'are'} like that already.` : ''}`,
    leaving: (releases: number, units: number) =>
      `${countText(releases)} of them (${countText(units)} units) no longer ${releases === 1 ? 'counts' : 'count'} as shipped: what they match leaves Today.`,
    entering: (releases: number, units: number) =>
      `${countText(releases)} of them (${countText(units)} units) now ${releases === 1 ? 'counts' : 'count'} as shipped: what they match comes to Today.`,
    foreign: (names: string[], count: number) =>
      `You may not change ${countText(count)} of them, of another division: ${andMore(names, count)}. Deselect them.`,
    early: (names: string[], count: number) =>
      `${countText(count)} would end before the release: ${andMore(names, count)}. Write another day, or deselect them.`,
    submit: (count: number) => `Change ${countText(count)} release${s(count)}`,
    cancel: 'Cancel',
    done: (count: number, state: string) => `${countText(count)} release${s(count)} set to “${state}”`,
    changedSince: (names: string, count: number) =>
      `It cannot be undone: ${names}${count > 20 ? ' …' : ''} changed afterwards.`,
  },
  {
    open: '状態を変更する',
    title: 'リリースの状態を変更する',
    of: (count) => `${countText(count)}リリースを選択中`,
    state: '状態',
    choose: '状態を選んでください。',
    endedOn: '終了日',
    endedOnHint: '空欄にすると、それぞれの終了日のままにします。',
    counting: '何が変わるかを確かめています',
    nothing: 'どのリリースもすでにこの状態です。',
    effect: (changed, same) =>
      `${countText(changed)}リリースが変わります。${same > 0 ? `${countText(same)}リリースはすでにこの状態です。` : ''}`,
    leaving: (releases, units) =>
      `うち${countText(releases)}リリース（${countText(units)}台）は出荷済みに数えなくなり、その該当は本日の対応から外れます。`,
    entering: (releases, units) =>
      `うち${countText(releases)}リリース（${countText(units)}台）は出荷済みに数えるようになり、その該当が本日の対応に出ます。`,
    foreign: (names, count) =>
      `${countText(count)}リリースはほかの部門のもので、変更できません：${hoka(names, count)}。選択から外してください。`,
    early: (names, count) =>
      `${countText(count)}リリースは終了日がリリース日より前になります：${hoka(names, count)}。日を直すか、選択から外してください。`,
    submit: (count) => `${countText(count)}リリースを変更する`,
    cancel: 'やめる',
    done: (count, state) => `${countText(count)}リリースを「${state}」にしました`,
    changedSince: (names, count) =>
      `元に戻せません。あとから変更されたものがあります：${names}${count > 20 ? 'ほか' : ''}。`,
  },
);
