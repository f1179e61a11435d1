import { texts } from '#platform/browser/texts';

/** Why something about an entry of a register could not be done, and what to do then. */
export const text = texts(
  {
    taken: (name: string) => `${name} is registered already. Write something else here, or change that one.`,
    'in-use': (names: string) => `It is used by ${names}. Take it out there first.`,
    'changed-since': (by: string) => `${by} has changed it meanwhile. Close, look at the new state, and change again.`,
    'model-gone': 'The model has been removed meanwhile.',
    'release-gone': 'This release has been removed meanwhile.',
    'hardware-gone': 'This hardware has been removed meanwhile. Choose another one.',
    'partner-gone': 'The partner has been removed meanwhile.',
    'hardware-of-another': 'This hardware belongs to another model. Choose another one.',
    'part-itself': 'A release cannot contain itself. Choose another one.',
    'part-not-module': 'Only releases of modules can be contained. Choose another one.',
    'part-circle': 'The modules would contain each other in a circle. Choose another release.',
    'needs-itself': 'A model cannot need itself. Choose another one.',
    'ended-before-released': 'The end lies before the release. Correct one of the days.',
    'until-before-since': 'The end lies before the beginning. Correct one of the days.',
  },
  {
    taken: (name) => `${name}はすでに登録されています。別の内容にするか、登録済みのものを変更してください。`,
    'in-use': (names) => `${names}で使われています。先にそちらから外してください。`,
    'changed-since': (by) => `${by}さんが先に変更しました。閉じて新しい内容を確かめてから、もう一度変更してください。`,
    'model-gone': '機種が外されています。',
    'release-gone': 'このリリースは外されています。',
    'hardware-gone': 'このハードウェア版は外されています。別のものを選んでください。',
    'partner-gone': '取引先が外されています。',
    'hardware-of-another': 'このハードウェア版は別の機種のものです。別のものを選んでください。',
    'part-itself': '自分自身は含められません。別のリリースを選んでください。',
    'part-not-module': '含められるのはモジュールのリリースだけです。別のリリースを選んでください。',
    'part-circle': 'モジュールが互いに含み合ってしまいます。別のリリースを選んでください。',
    'needs-itself': '自分自身は選べません。別の機種を選んでください。',
    'ended-before-released': '終了日がリリース日より前になっています。どちらかを直してください。',
    'until-before-since': '終了が開始より前になっています。どちらかを直してください。',
  },
);
