import { texts } from '#platform/browser/texts';

/** The words for what matching does by itself. */
export const deeds = texts(
  {
    actions: {},
    subjects: {},
    fields: {},
    values: {},
    jobs: {
      'matching.match-releases': 'Match changed contents of releases',
      'matching.match-evidence': 'Match after kernel evidence changed',
      'matching.match-changed-releases': 'Match changed releases',
      'matching.match-changed-models': 'Match changed models',
      'matching.match-vulnerabilities': 'Match changed vulnerabilities',
      'matching.catch-up': 'Match what was never matched',
    },
  },
  {
    actions: {},
    subjects: {},
    fields: {},
    values: {},
    jobs: {
      'matching.match-releases': '構成が変わったリリースの照合',
      'matching.match-evidence': 'カーネルの構成情報が変わったリリースの照合',
      'matching.match-changed-releases': '変更されたリリースの照合',
      'matching.match-changed-models': '変更された機種の照合',
      'matching.match-vulnerabilities': '変わった脆弱性情報の照合',
      'matching.catch-up': '照合していないリリースの照合',
    },
  },
);
