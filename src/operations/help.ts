import type { Help } from '#platform/browser/help';

/** What the pages of operations are for, and what their words mean. */
export const help: Help = {
  words: {
    job: {
      ja: ['ジョブ', '照合や送信など、Mamoriが自動で動かす処理です。'],
      en: ['Job', 'Work that Mamori does by itself, such as matching or sending.'],
    },
    schedule: {
      ja: ['定期実行', 'ジョブをいつ動かすかの予定です。'],
      en: ['Schedule', 'When a job runs.'],
    },
  },
  pages: {
    '/settings/jobs': {
      guide: 'administrator',
      words: ['job', 'schedule'],
      ja: {
        answers: 'ジョブが予定どおり動いているか。失敗したものとその理由も分かります。',
        next: [
          '失敗したジョブは、理由を直してからやり直します。',
          '同じ失敗が続くときは、問い合わせ番号を控えてログを確かめます。',
        ],
      },
      en: {
        answers: 'Whether work that runs by itself runs as planned, and what failed and why.',
        next: [
          'Once its reason is gone, run a failed job again.',
          'When it fails again, note the reference and look it up in the log.',
        ],
      },
    },
    '/api-docs': {
      guide: 'developer',
      words: ['api_key', 'scope'],
      ja: {
        answers: 'プログラムから何ができるか。アドレス、渡す値、必要な権限と、そのまま試せる1行があります。',
        next: ['先に「APIキー」でキーを作り、1行の中に入れて試します。', '一覧は /api/openapi.json からも取れます。'],
      },
      en: {
        answers: 'What programs can call: address, input, permission, and a line to try it.',
        next: ['Make a key under API keys first and put it into the line.', 'The list is also at /api/openapi.json.'],
      },
    },
  },
};
