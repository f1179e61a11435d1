import type { Help } from '#platform/browser/help';

/** What the pages of organization are for, and what their words mean. */
export const help: Help = {
  words: {
    division: {
      ja: ['部門', '担当と機種を持つ、会社の中の単位です。'],
      en: ['Division', 'A part of the company that owns posts and models.'],
    },
    post: {
      ja: ['担当', '人が替わっても残る仕事です。製品の責任は、人ではなく担当に置きます。'],
      en: ['Post', 'A task that stays when people change. Models belong to posts, not to people.'],
    },
    holder: {
      ja: ['主担当', 'その担当を受け持つ人です。'],
      en: ['Holder', 'The person who holds a post.'],
    },
    deputy: {
      ja: ['副担当', '主担当が不在の間、代わりに対応する人です。'],
      en: ['Deputy', 'Acts while the holder is away.'],
    },
    absence: {
      ja: ['不在（休職など）', '長く職場を離れる期間です。その間は副担当が対応します。'],
      en: ['Absence', 'A long time away; the deputy acts.'],
    },
    hand_over: {
      ja: ['引き継ぎ', 'ある日から、担当をほかの人にまとめて渡すことです。'],
      en: ['Hand-over', 'Posts pass from one person to others on a day.'],
    },
    duty: {
      ja: ['担当している業務', 'その担当が受け持つ機種などです。残っている間は、担当を削除できません。'],
      en: ['Duty', 'What a post answers for. A post with duties cannot be removed.'],
    },
  },
  pages: {
    '/settings/maker': {
      guide: 'administrator',
      words: [],
      ja: {
        answers: '会社の名称です。サインインの画面や、書き出す部品表の供給者名に使われます。',
        next: ['日本語と英語の両方を、登記や製品表示のとおりに書きます。'],
      },
      en: {
        answers: 'The name of the company, as the sign-in page and exported bills of materials show it.',
        next: ['Write it in both languages as it stands on your products.'],
      },
    },
    '/settings/organization': {
      guide: 'administrator',
      words: ['division', 'post', 'holder', 'deputy', 'duty'],
      ja: {
        answers: 'どの部門にどの担当があり、いまだれが対応するか。だれもいない担当は赤く出ます。',
        next: [
          '主担当のいない担当があるときは、行を開いて人を決めます。',
          '異動があるときは「引き継ぎ」で、担当をまとめて渡します。',
        ],
      },
      en: {
        answers: 'Which divisions have which posts, and who acts today. Posts without anybody are red.',
        next: [
          'Where a post has no holder, open it and choose somebody.',
          'When people move, use the hand-over for all their posts at once.',
        ],
      },
    },
    '/settings/organization/hand-over': {
      guide: 'administrator',
      words: ['hand_over', 'post', 'holder', 'deputy'],
      ja: {
        answers: '異動や退職のとき、1人が持つ担当をほかの人にまとめて渡します。',
        next: [
          '渡す人、受ける人、開始日を選ぶと、替わる担当の一覧が出ます。',
          '引き継いだあとでも、1回の操作で元に戻せます。',
        ],
      },
      en: {
        answers: 'Gives all posts of somebody who moves or leaves to other people.',
        next: [
          'Choose who gives, who takes and from which day; what changes is listed first.',
          'One undo takes the whole hand-over back.',
        ],
      },
    },
    '/settings/organization/people/$personId': {
      guide: 'administrator',
      words: ['holder', 'deputy', 'absence', 'duty'],
      ja: {
        answers: 'この人が受け持つ担当と、そこにかかる業務、不在の期間が分かります。',
        next: [
          '長く休むときは、不在を記録します。副担当が対応者になります。',
          '担当を渡すときは、引き継ぎへ進みます。',
        ],
      },
      en: {
        answers: 'Which posts somebody holds, what hangs on them, and when they are away.',
        next: ['Enter an absence, and the deputy acts.', 'Go on to the hand-over to give the posts to others.'],
      },
    },
  },
};
