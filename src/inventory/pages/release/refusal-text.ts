import { texts } from '#platform/browser/texts';

/** Why something about a release could not be done, and what to do then. */
export const text = texts(
  {
    taken: (name: string) => `There is ${name} already. Choose another version, month or region.`,
    'in-use': (names: string) => `It is needed by ${names}. Take it out there first.`,
    'part-itself': 'A release cannot contain itself. Choose another one.',
    'part-not-module': 'Only releases of modules can be contained. Choose another one.',
    'part-circle': 'The modules would contain each other in a circle. Choose another release.',
    'release-gone': 'This release has been removed meanwhile.',
    'model-gone': 'The model has been removed meanwhile.',
    'hardware-gone': 'This hardware has been removed meanwhile. Choose another one.',
    'hardware-of-another': 'This hardware belongs to another model. Choose another one.',
    'ended-before-released': 'The end lies before the release. Correct one of the days.',
  },
  {
    taken: (name) => `${name}はすでにあります。版、月、地域のどれかを変えてください。`,
    'in-use': (names) => `${names}で使われています。先にそちらから外してください。`,
    'part-itself': '自分自身は含められません。別のリリースを選んでください。',
    'part-not-module': '含められるのはモジュールのリリースだけです。別のリリースを選んでください。',
    'part-circle': 'モジュールが互いに含み合ってしまいます。別のリリースを選んでください。',
    'release-gone': 'このリリースは外されています。',
    'model-gone': '機種が外されています。',
    'hardware-gone': 'このハードウェアは外されています。別のものを選んでください。',
    'hardware-of-another': 'このハードウェアは別の機種のものです。別のものを選んでください。',
    'ended-before-released': '終了日がリリース日より前になっています。どちらかを直してください。',
  },
);
