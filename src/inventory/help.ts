import type { Help } from '#platform/browser/help';
import { words } from './help-words.ts';

/** What the pages of inventory are for. */
export const help: Help = {
  words,
  pages: {
    '/products': {
      guide: 'analyst',
      words: ['product_line', 'model', 'part_number', 'support_end.security', 'without_identity'],
      ja: {
        answers: '何を作り、だれが答え、いつまでサポートするか。部品表のない製品と、身元の分からない部品も数えます。',
        next: [
          '該当や要確認の数を押すと、その製品に関わる脆弱性だけが並びます。',
          '型番しか分からないときは「型番から探す」で機種を見つけます。',
          '赤い数字のタブを開き、主担当、部品表、サポート期間の足りないものを埋めます。',
          'まとめて登録、変更するときは「Excelから取り込む」を使います。',
        ],
      },
      en: {
        answers: 'What we make, who answers for it, until when it is supported, and what is not known about it.',
        next: [
          'Press a number of what applies or may apply to see those vulnerabilities alone.',
          'With only a part number in hand, use “Find by part number”.',
          'Open the tab with the red number and fill in owners, SBOMs and support periods.',
          'Use “Import from Excel” to register or change many at once.',
        ],
      },
    },
    '/products/import': {
      guide: 'analyst',
      words: ['part_number', 'model', 'market'],
      ja: {
        answers: 'Excelの一覧から、製品をまとめて登録、変更します。取り込む前に、変わる内容を確かめられます。',
        next: [
          '見本ファイルか、いまの製品の一覧を書き出して、列の名前を変えずに書き足します。',
          '直すところが出たら、ファイルを直して選び直します。それまで何も変わりません。',
          '取り込んだあとでも、下の一覧から元に戻せます。',
        ],
      },
      en: {
        answers: 'Registers and changes products from a list. What would change is shown first.',
        next: [
          'Start from the sample, or from the list as it is now, and keep the names of the columns.',
          'Correct what is listed in the file and choose it again; nothing has changed until then.',
          'An import can be undone from the list below.',
        ],
      },
    },
    '/products/components': {
      guide: 'analyst',
      words: ['where_is', 'part', 'identity'],
      ja: {
        answers: 'ある部品が、どの製品のどのリリースに、どの版で入っているか。',
        next: [
          '部品の名前を入力し、版の範囲で絞ります。脆弱性の番号がまだない段階でも調べられます。',
          '見つからないときは、purlの形や別名でも探します。',
          '結果は書き出して、各部門への確認に使えます。',
        ],
      },
      en: {
        answers: 'Which releases of which products contain a part, and in which version.',
        next: [
          'Type its name and narrow by versions; no vulnerability number is needed.',
          'When it is not found, try its purl or another name.',
          'Export the result to ask the divisions.',
        ],
      },
    },
    '/products/tags': {
      guide: 'analyst',
      words: ['technology_tag'],
      ja: {
        answers: '製品が使っている技術の一覧です。JPCERT/CCへ登録するキーワードの元になります。',
        next: ['書き方の違う同じ技術は、1つにまとめます。', '一覧を書き出して、製品開発者登録のキーワードに使えます。'],
      },
      en: {
        answers: 'The technologies that products speak; also the keyword list for JPCERT/CC.',
        next: ['Merge tags that mean the same.', 'Export the list for the registration at JPCERT/CC.'],
      },
    },
    '/products/sold-as': {
      guide: 'analyst',
      words: ['sold_as', 'sold_as.ours_under_theirs', 'sold_as.theirs_under_ours', 'partner', 'contact_post'],
      ja: {
        answers: '同じ機種が、どの取引先で、どの名前で売られているか。',
        next: ['脆弱性が見つかったとき、知らせる取引先をここで確かめます。', '窓口は人ではなく部署で登録します。'],
      },
      en: {
        answers: 'Under which names, and by which partners, the same model is sold.',
        next: [
          'When a model is hit, look here which partners have to know.',
          'Enter the department that answers there, not a person.',
        ],
      },
    },
    '/products/files': {
      guide: 'analyst',
      words: ['register', 'release', 'shipment'],
      ja: {
        answers: 'リリース、出荷台数、構成などの台帳を、ファイルで取り込み、書き出します。',
        next: [
          '台帳を選び、見本か現在の一覧を書き出して書き足し、取り込みます。',
          '取り込む前に変わる内容が出ます。あとから元に戻せます。',
        ],
      },
      en: {
        answers: 'Brings in and takes along registers as files: releases, shipments, contents and more.',
        next: [
          'Choose a register, take the sample or the present list, add to it, and bring it in.',
          'What would change is shown first, and can be undone later.',
        ],
      },
    },
    '/products/sboms': {
      guide: 'developer',
      words: ['sbom', 'import', 'quality'],
      ja: {
        answers: 'どの部品表が、いつ、どこから届き、取り込めたかどうか。画面、コマンド、CIからのものがすべて並びます。',
        next: [
          '取り込めなかったものは、理由と箇所を読み、作った人に直してもらいます。',
          '列の意味を待っているものは、開いて指定します。次からは自動で読めます。',
        ],
      },
      en: {
        answers:
          'Which bills of materials came in, from where, and what became of them, whether by page, command or CI.',
        next: [
          'Read why one was refused, and let its maker correct it.',
          'Where the meaning of columns is missing, open it and say; the next file is read by itself.',
        ],
      },
    },
    '/products/$model': {
      guide: 'analyst',
      words: ['model', 'release', 'hardware_revision', 'support_end.security', 'depends_on', 'sold_as'],
      ja: {
        answers: 'この機種のリリース、型番、サポート期限、責任を持つ担当、ほかの名前での販売をまとめて見られます。',
        next: [
          'お客様が使っている版を、リリースとして登録します。',
          'リリースを開き、部品表を取り込むか、部品を手で入力します。',
          'サポート期限を変えるときは、理由も書きます。履歴に残ります。',
        ],
      },
      en: {
        answers:
          'The releases of this model, its part numbers, end dates, owner, and the names under which it is sold.',
        next: [
          'Register the versions that customers hold as releases.',
          'Open a release to bring in its SBOM or enter parts by hand.',
          'When an end date moves, say why; it stays in the history.',
        ],
      },
    },
    '/products/$model/$release': {
      guide: 'analyst',
      words: [
        'match.applies',
        'match.may_apply',
        'part',
        'without_identity',
        'correction',
        'kernel_evidence',
        'contains',
      ],
      ja: {
        answers: 'このリリースに何が該当し、何でできていて、何が分からないか。',
        next: [
          '照合結果の行を開いて根拠を読みます。部品が違うときは、身元を直します。',
          '身元の分からない部品は、purlかCPEを指定すると、すぐに照合されます。',
          'Linuxカーネルを使うときは、.config などの構成情報を加えます。組み込んでいない箇所の脆弱性が外れます。',
          '部品表のファイルは、このページのどこに置いても取り込めます。',
        ],
      },
      en: {
        answers: 'What applies to this release, what it consists of, and what is not known.',
        next: [
          'Open a match result to read its evidence. When the part is another one, correct its identity.',
          'Give parts without identity a purl or CPE; they are matched at once.',
          'With a Linux kernel, add its .config or list of built objects: flaws in what is not built drop out.',
          'A file of an SBOM can be dropped anywhere on this page.',
        ],
      },
    },
    '/products/$model/$release/compare': {
      guide: 'analyst',
      words: ['comparison', 'part', 'identity'],
      ja: {
        answers: '2つのリリースの間で、どの部品が増え、なくなり、変わったか。',
        next: ['比べる相手は、上で選び直せます。', '修正版を出す前に、直したはずの部品が変わっているかを確かめます。'],
      },
      en: {
        answers: 'Which parts were added, taken out or changed between two releases.',
        next: [
          'Choose another release to compare with at the top.',
          'Before a fix goes out, check that the parts that should have changed did.',
        ],
      },
    },
  },
};
