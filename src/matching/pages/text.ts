import { countText } from '#platform/browser/numbers';
import { texts } from '#platform/browser/texts';
import { evidenceText } from './words/evidence.ts';
import { fixText } from './words/fixes.ts';
import { identityText } from './words/identity.ts';
import { listText } from './words/list.ts';
import { oneText } from './words/one.ts';
import { productsText } from './words/products.ts';
import { releaseText } from './words/release.ts';
import { todayText } from './words/today.ts';

const n = countText;

/** The words of the pages about what touches us. */
export const text = texts(
  {
    exploited: 'Exploited',
    exploitedOn: (on: string) => `Listed as exploited on ${on}`,
    walled: 'Restricted',
    noTitle: 'No title',
    byTechnology: (technology: string) => `Technology ${technology}`,
    noVersion: ' (version not stated)',
    evidenceIn: (release: string, vulnerability: string) => `${release} (${vulnerability})`,
    causes: {
      records: 'Records',
      components: 'Components',
      release: 'Release',
      person: 'Said by a person',
      verdict: 'Verdict',
      expiry: 'Verdict expired',
    },
    newly: 'New',
    epssTop: (top: number) => `EPSS top ${top}%`,
    moreReleases: (count: number) => `and ${n(count)} more`,
    products: productsText.en,
    fixes: fixText.en,
    columns: {
      severity: 'Severity',
      vulnerability: 'Vulnerability',
      where: 'Release and component',
      units: 'Shipped',
      unit: ' units',
      result: 'Match result',
      verdict: 'Verdict',
      firstSeen: 'First seen',
      cause: 'Why now',
      component: 'Component',
      product: 'Product',
      touched: 'Of ours',
      published: 'Published',
    },
    today: todayText.en,
    list: listText.en,
    one: oneText.en,
    release: releaseText.en,
    evidence: evidenceText.en,
    identity: identityText.en,
  },
  {
    exploited: '悪用確認',
    exploitedOn: (on) => `${on}に、悪用が確認されたものとして掲載されました`,
    walled: '関係者限り',
    noTitle: '題名なし',
    byTechnology: (technology) => `技術：${technology}`,
    noVersion: '（版の記載なし）',
    evidenceIn: (release, vulnerability) => `${release}（${vulnerability}）`,
    causes: {
      records: '脆弱性情報の更新',
      components: '部品の変更',
      release: 'リリースの変更',
      person: '人による設定',
      verdict: '判定',
      expiry: '判定の期限切れ',
    },
    newly: '新着',
    epssTop: (top) => `EPSS 上位 ${top}%`,
    moreReleases: (count) => `ほか${n(count)}件`,
    products: productsText.ja,
    fixes: fixText.ja,
    columns: {
      severity: '深刻度',
      vulnerability: '脆弱性',
      where: 'リリースと部品',
      units: '出荷台数',
      unit: '台',
      result: '照合結果',
      verdict: '判定',
      firstSeen: '最初の検出',
      cause: 'きっかけ',
      component: '部品',
      product: '製品',
      touched: '自社の該当',
      published: '公表日',
    },
    today: todayText.ja,
    list: listText.ja,
    one: oneText.ja,
    release: releaseText.ja,
    evidence: evidenceText.ja,
    identity: identityText.ja,
  },
);
