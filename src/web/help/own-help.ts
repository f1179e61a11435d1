import type { Help } from '#platform/browser/help';

/** The help of the frame's own pages. */
export const help: Help = {
  words: {},
  pages: {
    '/settings': {
      guide: 'administrator',
      words: [],
      ja: {
        answers: 'あなたが開ける設定の一覧です。役割によって並ぶものが変わります。',
        next: ['必要な設定が見当たらないときは、システム管理者に役割の追加を依頼してください。'],
      },
      en: {
        answers: 'The settings that you may open; your role decides which.',
        next: ['When one is missing, ask your system administrator for the role.'],
      },
    },
    '/first-steps': {
      guide: 'administrator',
      words: ['sbom', 'record', 'match.applies'],
      ja: {
        answers: '何もない状態から最初の照合結果まで、どこまで進み、次に何をするか。',
        next: [
          '番号に色の付いた手順から進めます。移動した先のページの下に、戻るための帯が出ます。',
          '見本ファイルは、そのまま取り込めます。試したあとは、取り込みを元に戻せます。',
          'いま必要のない手順は「あとで」にします。いつでも再開できます。',
        ],
      },
      en: {
        answers: 'How far you are from an empty start to the first match result, and what comes next.',
        next: [
          'Go on with the step whose number is filled. A strip at the foot of its page leads back here.',
          'The sample files can be imported as they are, and imports can be undone.',
          'Put off what you do not need now; it can be taken up at any time.',
        ],
      },
    },
    '/guides/$guide': {
      guide: null,
      words: [],
      ja: {
        answers: '仕事の流れに沿った手引きです。画面の図は、デモの画面です。',
        next: ['上のリンクから、ほかの手引きへ移れます。'],
      },
      en: {
        answers: 'A guide that follows the work. Its pictures are made from the demonstration.',
        next: ['The links at its head lead to the other guides.'],
      },
    },
  },
};
