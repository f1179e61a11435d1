import { texts } from '#platform/browser/texts';

/** The words of the lists, in files and on pages; the pages have more in pages/text.ts. */
export const text = texts(
  {
    files: { jobs: 'jobs', failed: 'failed-jobs' },
    columns: {
      queue: 'Job',
      trigger: 'Starts by',
      when: 'When',
      nextRunAt: 'Next',
      lastRunAt: 'Last run',
      lastOutcome: 'Outcome',
      waiting: 'Waiting',
      running: 'Running',
      failed: 'Failed',
      failedAt: 'Failed',
      attempts: 'Attempts',
      problem: 'Reason',
      createdAt: 'Created',
      id: 'Id',
    },
    triggers: {
      event: 'an event',
      schedule: 'the time of day',
      tick: 'the clock of each server',
      none: 'nothing any more',
    },
    outcomes: { done: 'done', failed: 'failed' },
    everySeconds: (seconds: number) => (seconds === 1 ? 'every second' : `every ${seconds} seconds`),
  },
  {
    files: { jobs: 'ジョブ', failed: '失敗したジョブ' },
    columns: {
      queue: 'ジョブ',
      trigger: 'きっかけ',
      when: '予定',
      nextRunAt: '次回',
      lastRunAt: '前回',
      lastOutcome: '結果',
      waiting: '待ち',
      running: '実行中',
      failed: '失敗',
      failedAt: '失敗日時',
      attempts: '試した回数',
      problem: '理由',
      createdAt: '作成',
      id: 'ID',
    },
    triggers: { event: '出来事', schedule: '時刻', tick: '各サーバーの時計', none: 'いまはありません' },
    outcomes: { done: '完了', failed: '失敗' },
    everySeconds: (seconds) => (seconds === 1 ? '1秒ごと' : `${seconds}秒ごと`),
  },
);
