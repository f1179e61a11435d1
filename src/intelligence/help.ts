import type { Help } from '#platform/browser/help';

/** What the pages of intelligence are for, and what their words mean. */
export const help: Help = {
  words: {
    record: {
      ja: ['記録', '1つの情報源が、1つの脆弱性について公表した内容です。'],
      en: ['Record', 'What one source publishes about one vulnerability.'],
    },
    source: {
      ja: ['情報源', '記録を公表しているところです。CVE、NVD、OSV、KEV、EPSS、JVNと、自社があります。'],
      en: ['Source', 'Who publishes records: CVE, NVD, OSV, KEV, EPSS, JVN, and ourselves.'],
    },
    own_record: {
      ja: ['自社の記録', '自社で書いた記録です。公表前の情報は、指定した人だけが見られます。'],
      en: ['Own record', 'A record that we write. A confidential one is read by named people only.'],
    },
    phrase: {
      ja: ['版の表記', '「Ver.2 系の一部」のように、どの版を指すかを文で書いたものです。'],
      en: ['Phrase about versions', 'Words in a record that say which versions are meant, such as “some of 2.x”.'],
    },
    exception: {
      ja: ['対象外の版', '記録の中で、該当しないと書かれた版です。機械では読み取りません。'],
      en: ['Exception', 'Words about versions that are not affected. The machine never reads them.'],
    },
  },
  pages: {
    '/vulnerabilities/imports': {
      guide: 'administrator',
      words: ['record', 'source'],
      ja: {
        answers: '脆弱性情報のファイルを取り込む場所です。これまでに取り込んだものと、読めなかった箇所も分かります。',
        next: [
          'ファイルをまとめて置くと、1つずつ取り込まれます。同じ内容をもう一度取り込んでも二重にはなりません。',
          '行を開くと、読めなかったものが理由と一緒に並びます。',
          '大きなファイルやフォルダーは、コマンドの ./mamori intel import で取り込みます。',
        ],
      },
      en: {
        answers: 'Where files of records are brought in, what came in before, and what could not be read.',
        next: [
          'Drop several files at once; the same content twice changes nothing.',
          'Open a row to see what could not be read, and why.',
          'For large files and folders use the command ./mamori intel import.',
        ],
      },
    },
    '/vulnerabilities/phrases': {
      guide: 'analyst',
      words: ['phrase', 'exception', 'record'],
      ja: {
        answers: 'どの版を指すか読み取れず、自社の照合結果を止めている表記の一覧です。',
        next: [
          '原文と製品名を読み、指している範囲を書きます。書くとすぐに照合し直します。',
          '判断できないときは、そのままにします。関わる部品は要確認のまま残り、消えません。',
          '書いた範囲は「設定済み」から変えられます。',
        ],
      },
      en: {
        answers: 'Phrases about versions that could not be read and on which match results of ours hang.',
        next: [
          'Read the words and the product, and write the range that is meant. Matching follows at once.',
          'Leave it when you cannot tell. What hangs on it stays as “may apply” and is never lost.',
          'Ranges that were set can be changed later.',
        ],
      },
    },
    '/vulnerabilities/own': {
      guide: 'analyst',
      words: ['own_record'],
      ja: {
        answers: '供給元から聞いた情報など、公表されていない脆弱性を、自社の記録として書く場所です。',
        next: [
          '部品はCPEかpurlで、版は「1.1.1k 以前」のように書きます。書いた範囲で照合されます。',
          '公表前の情報は、見られる人を指定します。ほかの人の検索や件数には現れません。',
        ],
      },
      en: {
        answers:
          'Where a vulnerability that is not public, such as word from a supplier, is written as a record of our own.',
        next: [
          'Name the part by CPE or purl and the versions as in “1.1.1k and earlier”. Matching uses that range.',
          'For confidential matter name its readers. It appears in nobody else’s search or counts.',
        ],
      },
    },
  },
};
