import { countText } from '#platform/browser/numbers';
import { texts } from '#platform/browser/texts';
import { andMore, manyText } from './many-text.ts';

const s = (count: number) => (count === 1 ? '' : 's');

/** The words for changing many models at once. */
export const text = texts(
  {
    ...manyText.en('model'),
    change: 'Change together',
    export: 'Export these',
    exportNote: 'Only the models that are ticked.',
    tooManyToExport: 'Select at most 200 models to export only them.',
    facts: {
      division: 'Division',
      owner: 'Owner',
      tags: 'Technologies',
      safety: 'Effect on life or body',
      support: 'End of security support',
    },
    titles: {
      division: 'Set the division',
      owner: 'Set the owner',
      tags: 'Add or take away technologies',
      safety: 'Set the effect on life or body',
      support: 'Set the end of security support',
    },
    fields: {
      division: 'Division',
      owner: 'Owner (post)',
      nobody: 'Nothing has this name',
      emptyDivision: 'Left empty, the models belong to no division.',
      emptyOwner: 'Left empty, the models have no owner.',
      add: 'Add',
      remove: 'Take away',
      day: 'Day',
      dayHint: 'Left empty, no end is given.',
      reason: 'Why it moves earlier',
      reasonHint: 'Stands in the history of each model.',
    },
    earlier: (names: string[], count: number) =>
      `For ${countText(count)} the day moves earlier: ${andMore.en(names, count)}. Write why.`,
    say: 'Say what to add or to take away.',
    done: (count: number) => `Changed ${countText(count)} model${s(count)}`,
    failed: 'The models could not be selected. Try again.',
    tooMany: (most: number) => `One change touches at most ${countText(most)} models. Narrow the conditions.`,
  },
  {
    ...manyText.ja('機種', 'この内容'),
    change: 'まとめて変更する',
    export: '選んだ機種を書き出す',
    exportNote: '選んだ機種だけを書き出します。',
    tooManyToExport: '選んだ機種だけを書き出せるのは200機種までです。',
    facts: {
      division: '担当部門',
      owner: '主担当',
      tags: '技術タグ',
      safety: '生命・身体への影響',
      support: 'セキュリティサポート終了日',
    },
    titles: {
      division: '担当部門を決める',
      owner: '主担当を決める',
      tags: '技術タグを足す・外す',
      safety: '生命・身体への影響を決める',
      support: 'セキュリティサポート終了日を決める',
    },
    fields: {
      division: '担当部門',
      owner: '主担当（担当）',
      nobody: 'この名前のものはありません',
      emptyDivision: '空欄にすると、どの部門のものでもなくなります。',
      emptyOwner: '空欄にすると、主担当がいなくなります。',
      add: '足すタグ',
      remove: '外すタグ',
      day: '終了日',
      dayHint: '空欄にすると、未定に戻ります。',
      reason: '日を早める理由',
      reasonHint: '各機種の履歴に残ります。',
    },
    earlier: (names, count) =>
      `${countText(count)}機種は日が早まります：${andMore.ja(names, count)}。理由を書いてください。`,
    say: '足すタグか外すタグを書いてください。',
    done: (count) => `${countText(count)}機種を変更しました`,
    failed: '機種を選べませんでした。もう一度試してください。',
    tooMany: (most) => `一度に変更できるのは${countText(most)}機種までです。条件で絞ってください。`,
  },
);
