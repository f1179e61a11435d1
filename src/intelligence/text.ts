import { texts } from '#platform/browser/texts';
import type { Bound } from './statement.ts';

const isOne = (from: Bound | null, to: Bound | null): boolean =>
  from !== null && to !== null && from.included && to.included && from.version === to.version;

/** The words of records: sources, severities, states. */
export const text = texts(
  {
    sources: {
      cve: 'CVE',
      nvd: 'NVD',
      osv: 'OSV',
      kev: 'CISA KEV',
      epss: 'EPSS',
      jvn: 'JVN iPedia',
      own: 'Own record',
    },
    severities: { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low', none: 'Not rated' },
    states: { published: 'Published', rejected: 'Rejected', withdrawn: 'Withdrawn' },
    labels: {
      disputed: 'Disputed',
      'unsupported-when-assigned': 'Unsupported when assigned',
      'exclusively-hosted-service': 'Hosted service only',
    },
    /** Versions between two bounds, null where it is open. */
    between: (from: Bound | null, to: Bound | null) => {
      if (to && isOne(from, to)) return to.version;
      const low = from && `${from.included ? 'from' : 'after'} ${from.version}`;
      const high = to && `${to.included ? 'up to' : 'before'} ${to.version}`;
      return [low, high].filter((side) => side !== null).join(' and ') || 'all versions';
    },
    noVersion: 'no version',
    fileName: 'vulnerabilities',
    columns: {
      name: 'Id',
      title: 'Title',
      severity: 'Severity',
      score: 'CVSS score',
      scoreVersion: 'CVSS version',
      exploitedOn: 'Exploited (listed on)',
      epss: 'EPSS percentile',
      state: 'State',
      publishedAt: 'Published',
      modifiedAt: 'Last change',
    },
  },
  {
    sources: {
      cve: 'CVE',
      nvd: 'NVD',
      osv: 'OSV',
      kev: 'CISA KEV',
      epss: 'EPSS',
      jvn: 'JVN iPedia',
      own: '自社の記録',
    },
    severities: { critical: '緊急', high: '重要', medium: '警告', low: '注意', none: '評価なし' },
    states: { published: '公開中', rejected: '却下', withdrawn: '取り下げ' },
    labels: {
      disputed: '異議あり',
      'unsupported-when-assigned': '採番時にサポート終了',
      'exclusively-hosted-service': 'ホスト型サービスのみ',
    },
    between: (from, to) => {
      if (to && isOne(from, to)) return to.version;
      const low = from && `${from.version} ${from.included ? '以上' : '超'}`;
      const high = to && `${to.version} ${to.included ? '以下' : '未満'}`;
      return [low, high].filter((side) => side !== null).join(' ') || 'すべての版';
    },
    noVersion: 'どの版でもない',
    fileName: '脆弱性',
    columns: {
      name: '番号',
      title: '題名',
      severity: '深刻度',
      score: 'CVSS値',
      scoreVersion: 'CVSSの版',
      exploitedOn: '悪用確認（掲載日）',
      epss: 'EPSS順位',
      state: '状態',
      publishedAt: '公表日',
      modifiedAt: '更新日',
    },
  },
);
