import { texts } from '#platform/browser/texts';

/** The words for what operations writes into the audit trail. */
export const deeds = texts(
  {
    actions: {
      'job.retry': 'Job tried again',
      'job.set-aside': 'Failed job taken out of the list',
      'job.put-back': 'Failed job put back into the list',
    },
    subjects: { job: 'Job' },
    fields: {},
    values: {},
    jobs: {},
  },
  {
    actions: {
      'job.retry': 'ジョブをやり直し',
      'job.set-aside': '失敗したジョブを一覧から除外',
      'job.put-back': '失敗したジョブを一覧に戻した',
    },
    subjects: { job: 'ジョブ' },
    fields: {},
    values: {},
    jobs: {},
  },
);
