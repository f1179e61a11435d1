import type { Help } from '#platform/browser/help';

/** What the pages of matching are for, and what their words mean. */
export const help: Help = {
  words: {
    'match.applies': {
      ja: [
        '該当',
        '部品と版が、公表された範囲に入っています。機械による照合結果で、製品に影響があるかどうかは人が判定します。',
      ],
      en: [
        'Applies',
        'Part and version lie in the published range. The machine says so; whether the product can be harmed is for a person to decide.',
      ],
    },
    'match.may_apply': {
      ja: ['要確認', '版が分からないなど、足りない情報があって決められません。何が足りないかは根拠に書かれています。'],
      en: ['May apply', 'A fact is missing, such as the version. The evidence names it.'],
    },
    'match.does_not_apply': {
      ja: ['非該当', 'どの範囲にも入っていないか、組み込んでいないなど、より確かな情報で外れました。'],
      en: ['Does not apply', 'Outside every range, or set aside by better evidence, such as code that is not built.'],
    },
    'match.cannot_compare': {
      ja: [
        '照合不能',
        '身元が分からない、または版の順序が決まらないため、比べられません。該当しないという意味ではありません。',
      ],
      en: ['Cannot compare', 'No identity, or no order of versions. It does not mean that nothing applies.'],
    },
    'verdict.affected': {
      ja: [
        '影響あり',
        '人による判定の1つで、製品が被害を受けうることを表します。照合結果だけで「影響あり」になることはありません。',
      ],
      en: [
        'Affected',
        'A verdict that a person makes: the product can be harmed. No match result turns into it by itself.',
      ],
    },
    'verdict.not_affected': {
      ja: ['影響なし', '人による判定の1つで、製品が被害を受けないことを表します。5つの理由のどれかを付けます。'],
      en: [
        'Not affected',
        'A verdict that a person makes: the product cannot be harmed. One of five reasons goes with it.',
      ],
    },
    'verdict.scope': {
      ja: ['範囲', '判定が適用される範囲です。リリース、機種、製品シリーズ、全製品の順に、狭いものが優先されます。'],
      en: ['Counts for', 'A release, a model, a line or all products. The narrowest verdict wins.'],
    },
    carried_over: {
      ja: [
        '引き継ぎ（要確認）',
        '前の判定を後のリリースが引き継いだものです。だれかが確認するまで、そのリリースでは閉じません。',
      ],
      en: [
        'Carried over (to be confirmed)',
        'A later release inherited what was decided before. There it closes nothing until somebody confirms it.',
      ],
    },
    approval: {
      ja: ['承認', '2人目が判定を有効にすることです。必要とする設定では、承認されるまで有効になりません。'],
      en: [
        'Approval',
        'A second person lets a verdict count. Where the company asks for it, it does not count until then.',
      ],
    },
    evidence: {
      ja: ['根拠', '照合結果がなぜそうなったか。どの記録の、どの範囲と、どの版を比べたかを示します。'],
      en: ['Evidence', 'Why a match result is what it is: which record, which range, which version.'],
    },
    identification: {
      ja: ['身元の確認', '部品の名前がどの製品を指すか（確認）、指さないか（除外）についての、人の答えです。'],
      en: ['Identity of components', 'What a person says that the name of a component means, or does not mean.'],
    },
    proposal: {
      ja: ['候補', '部品が指すかもしれない製品です。段階7は名前が似ているだけで、照合には使いません。'],
      en: ['Proposal', 'A product that a component may be. Step 7 only looks alike and is never matched.'],
    },
    exploited: {
      ja: ['悪用確認', '実際に悪用されたと、CISAの一覧（KEV）に載っています。並び順は深刻度より先です。'],
      en: [
        'Known to be exploited',
        'Listed by CISA (KEV) as used in attacks. It stands before severity in every order.',
      ],
    },
  },
  pages: {
    '/today': {
      guide: 'analyst',
      words: ['match.applies', 'match.may_apply', 'match.cannot_compare', 'verdict.affected', 'exploited'],
      ja: {
        answers: '出荷済みの製品に、いま何が該当しているか。比べられなかったものと、情報源の新しさもここで分かります。',
        next: [
          '上の行から順に開いて、根拠を読みます。悪用確認のあるものが最初に並びます。',
          '赤い数字があるときは、その横のボタンから直します。直すまで、件数は実際より少ない可能性があります。',
          '情報源が赤いときは、記録を取り込み直します。新しい該当を見落としているおそれがあります。',
          '判定の確認や承認を待つものがあれば、一番上に並びます。ボタンから開いて、確認や承認をします。',
        ],
      },
      en: {
        answers:
          'What applies to products in the field now, what could not be compared, and how fresh the sources are.',
        next: [
          'Open the rows from the top and read their evidence. What is exploited stands first.',
          'Where a number is red, use the button beside it. Until then the other numbers may be too small.',
          'When a source is red, bring its records in again. New results may be missing.',
          'Verdicts that wait for you stand at the top. Open them by their button, and confirm or approve them.',
        ],
      },
    },
    '/vulnerabilities': {
      guide: 'analyst',
      words: ['match.applies', 'match.may_apply', 'exploited'],
      ja: {
        answers: '自社の製品に関わる脆弱性と、取り込んだすべての脆弱性を、番号や題名から探せます。',
        next: [
          '問い合わせを受けたときは、CVEやJVNの番号で検索します。',
          '「すべて」に切り替えると、自社に関わらないものも探せます。',
          '自社だけが知っている情報は、自社の記録として書きます。',
        ],
      },
      en: {
        answers:
          'Which vulnerabilities touch our products, and everything else that was brought in, by number or title.',
        next: [
          'When somebody asks about one, search for its CVE or JVN number.',
          'Switch to all to find what does not touch us.',
          'What only we know goes into a record of our own.',
        ],
      },
    },
    '/vulnerabilities/identities': {
      guide: 'analyst',
      words: ['identification', 'proposal'],
      ja: {
        answers: '部品の名前がどの製品を指すかについて、人が確認したこと、除外したことの一覧です。',
        next: [
          '答えは、リリースの「照合できない部品」や根拠の「身元を確認する」から書きます。同じ名前の部品すべてに使われます。',
          '間違いに気づいたときは、行のメニューから取り消します。照合はすぐにやり直されます。',
          '書き出したCSVは、ほかの拠点のMamoriに取り込めます。取り込めない行は理由と一緒に示されます。',
        ],
      },
      en: {
        answers: 'What people have confirmed or ruled out about which product the name of a component means.',
        next: [
          'Answer in a release, where a component cannot be compared or in the evidence. It holds for every component of the name.',
          'Found a mistake? Take it back in the menu of its row; matching follows at once.',
          'The file that you write here can be brought into another Mamori. Rows that are not taken are shown with the reason.',
        ],
      },
    },
    '/vulnerabilities/verdicts': {
      guide: 'analyst',
      words: ['verdict.affected', 'verdict.not_affected', 'verdict.scope', 'carried_over', 'approval'],
      ja: {
        answers: 'だれが、いつ、何を、なぜ判定したか。確認や承認を待っているものと、日ごとの一覧もここで分かります。',
        next: [
          '「引き継ぎ（要確認）」を開き、後のリリースでも同じ判定でよいものを選んで確認します。',
          '有効期限の近い判定は、理由がいまも正しいかを確かめて、判定し直します。',
          '脆弱性対応責任者は「日ごとの判定」でその日の内容を確認し、署名します。',
        ],
      },
      en: {
        answers: 'Who decided what, when and why; what waits to be confirmed or approved; and all of it day by day.',
        next: [
          'Open what is to be confirmed, tick what still holds in the later release, and confirm it.',
          'Where the last day is near, look whether the reason still holds, and decide anew.',
          'The responsible person looks at what was decided on a day, and signs it.',
        ],
      },
    },
    '/vulnerabilities/$name': {
      guide: 'analyst',
      words: ['match.applies', 'match.may_apply', 'match.does_not_apply', 'evidence'],
      ja: {
        answers: 'この脆弱性について各情報源が何と言い、どこが食い違い、自社のどの機種とリリースに関わるか。',
        next: [
          '食い違いの印がある行を読み比べます。',
          'リリースを開くと、そのリリースの根拠が横に開きます。',
          '該当箇所の一覧は、書き出して関係者に渡せます。',
          '影響が分かったら、リリースを選んでまとめて判定します。すべての該当箇所を一度に判定することもできます。',
        ],
      },
      en: {
        answers:
          'What each source says about this vulnerability, where they differ, and which models and releases it touches.',
        next: [
          'Compare the rows that are marked as differing.',
          'Open a release, and its evidence opens beside the list.',
          'Take the list of places along as a file for those who have to know.',
          'When you know whether it does harm, tick releases and decide them together, or decide all places at once.',
        ],
      },
    },
  },
};
