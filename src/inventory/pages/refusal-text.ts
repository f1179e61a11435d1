import { texts } from '#platform/browser/texts';

const s = (count: number) => (count === 1 ? '' : 's');

/** Why something could not be done, and what to do then. */
export const text = texts(
  {
    refusals: {
      'name-taken': (name: string) => `There is “${name}” already. Choose another name.`,
      'number-taken': (number: string, model: string) => `${number} is a part number of ${model}.`,
      'number-twice': (number: string) => `${number} stands twice.`,
      'line-gone': 'The product line has been removed meanwhile. Choose another one.',
      'choice-gone': 'The division, post or successor that is chosen is not there any more. Choose another one.',
      'in-use': (names: string) => `Still needed: ${names}. Remove these first.`,
      'kind-in-use': (names: string) => `Built into other releases as a module: ${names}. Take it out there first.`,
      'successor-circle': 'The successors would run in a circle. Choose another successor.',
      'reason-missing': 'Write why the day moves earlier.',
      division: 'You may not change models of this division.',
      'has-models': (count: number) => `${count} model${s(count)} stand in this line. Move or remove them first.`,
      'changed-since': 'Somebody has changed this meanwhile.',
      'still-reading': 'An earlier upload is still being read. Try again when that is done.',
      'changed-models': (names: string, count: number) =>
        `Changed meanwhile: ${names}${count > 20 ? ' …' : ''}. Read the file again.`,
      'changed-after': (names: string, count: number) =>
        `Changed after the import: ${names}${count > 20 ? ' …' : ''}. Undo those changes first.`,
      expired: 'The preview is older than an hour. Choose the file again.',
      reload: 'Show what stands now',
      changedBy: (who: string, when: string) => `${who}, ${when}`,
      other: 'It could not be saved.',
      safe: 'What you have written is still here.',
      unreachable: 'The server cannot be reached. Check the network and try again.',
    },
  },
  {
    refusals: {
      'name-taken': (name) => `「${name}」はすでにあります。別の名前にしてください。`,
      'number-taken': (number, model) => `${number}は${model}の型番です。`,
      'number-twice': (number) => `${number}が2回あります。`,
      'line-gone': '製品シリーズが外されています。別のシリーズを選んでください。',
      'choice-gone': '選んだ事業部、担当の役職、後継機種のどれかが、もうありません。選び直してください。',
      'in-use': (names) => `${names}で使われています。先にそちらを外してください。`,
      'kind-in-use': (names) =>
        `モジュールとしてほかのリリースに含まれています（${names}）。先に構成から外してください。`,
      'successor-circle': '後継が一巡してしまいます。別の機種を選んでください。',
      'reason-missing': '日を早める理由を書いてください。',
      division: 'この部門の機種は変更できません。',
      'has-models': (count) => `このシリーズには${count}機種あります。先に移すか、外してください。`,
      'changed-since': 'ほかの人が先に変更しました。',
      'still-reading': '先に届いたファイルを読み込んでいます。終わってから、もう一度試してください。',
      'changed-models': (names, count) =>
        `読んだあとに変更されたものがあります：${names}${count > 20 ? ' ほか' : ''}。ファイルを選び直してください。`,
      'changed-after': (names, count) =>
        `取り込みのあとに変更されたものがあります：${names}${count > 20 ? ' ほか' : ''}。先にその変更を戻してください。`,
      expired: '確かめてから1時間を過ぎました。ファイルを選び直してください。',
      reload: 'いまの内容を見る',
      changedBy: (who, when) => `${who}（${when}）`,
      other: '保存できませんでした。',
      safe: '書いた内容は残っています。',
      unreachable: 'サーバーに届きません。ネットワークを確かめて、もう一度試してください。',
    },
  },
);
