import { countText } from '#platform/browser/numbers';
import { texts } from '#platform/browser/texts';
import { text as link } from '../registers/link-text.ts';

const s = (count: number) => (count === 1 ? '' : 's');

// Japanese sets a blank between Latin letters and its own, not behind a bracket of its own.
const topic = (what: string) => (what.endsWith('）') ? `${what}は` : `${what} は`);

type Bounds = { from: string | null; fromIncluded: boolean; to: string | null; toIncluded: boolean };
type Counts = { models: number; releases: number; units: number };

/** The words of the page that finds products by a component. */
export const text = texts(
  {
    title: link.en.components,
    crumb: 'Products',
    label: 'Releases that contain it',
    search: 'Component and version, purl or CPE',
    /** What is asked for, as a person would say it. */
    asked: (name: string, range: Bounds | null) => {
      if (range === null) return name;
      if (range.from !== null && range.from === range.to) return `${name} ${range.from}`;
      const from = range.from === null ? '' : ` ${range.fromIncluded ? 'from' : 'after'} ${range.from}`;
      const to = range.to === null ? '' : ` ${range.toIncluded ? 'up to' : 'before'} ${range.to}`;
      return `${name}${from}${to}`;
    },
    answer: (what: string, { models, releases, units }: Counts) =>
      `${what} is in ${countText(models)} shipped model${s(models)}, ${countText(releases)} release${s(releases)}, ${countText(units)} unit${s(units)}.`,
    notInField: (what: string) => `${what} is in nothing that is shipped.`,
    nowhere: (what: string) => `${what} is in none of our products.`,
    others: (releases: number) => ` Besides, in ${countText(releases)} release${s(releases)} in development or ended.`,
    withoutOrder: (components: number, releases: number) =>
      `The version of ${countText(components)} component${s(components)} of this name cannot be compared (${countText(releases)} release${s(releases)}).`,
    showWithoutOrder: 'Show them',
    showWithin: 'Back to the versions asked for',
    columns: { name: 'Product', component: 'Component', units: 'Units', state: 'State', released: 'Released' },
    found: (releases: number, units: number) =>
      `${countText(releases)} release${s(releases)}, ${countText(units)} unit${s(units)}`,
    moreComponents: (count: number) => `and ${countText(count)} more`,
    noVersion: 'no version',
    filters: { state: 'State', line: 'Line', field: 'Where' },
    field: { only: 'In the field only' },
    failed: 'The answer could not be loaded.',
    first: {
      why: 'In which products is a component? Type its name and version.',
      next: 'Ranges, purls and CPEs are understood too. For example:',
    },
    unreadable: {
      why: 'The name of the component cannot be read.',
      next: 'Write name and version, a whole purl, or a CPE with vendor and product. For example:',
    },
    examples: {
      exact: 'OpenSSL 1.1.1k',
      range: 'openssl >=1.1.1 <1.1.1l',
      labelled: 'component:busybox version:<1.36',
      purl: 'pkg:npm/lodash@4.17.20',
      cpe: 'cpe:2.3:a:openbsd:openssh:8.3:p1',
    },
    common: 'In many of your releases:',
    inReleases: (count: number, most: number) =>
      count < most ? `${count} release${s(count)}` : `${most} releases or more`,
    nothingOfName: (name: string) => `No component is called “${name}”.`,
    similar: 'Names that hold it:',
    noneSimilar: 'Check the spelling, or type a part of the name only.',
    nothingInRange: (what: string) => `No release contains ${what}.`,
    allVersions: (name: string) => `All versions of ${name}`,
    nothingFiltered: 'No release matches these conditions.',
    clear: 'Clear the conditions',
  },
  {
    title: link.ja.components,
    crumb: '製品',
    label: '部品が入っているリリース',
    search: '部品名と版、purl、CPE',
    asked: (name, range) => {
      if (range === null) return name;
      if (range.from !== null && range.from === range.to) return `${name} ${range.from}`;
      const from = range.from === null ? '' : `${range.from} ${range.fromIncluded ? '以上' : 'より後'}`;
      const to = range.to === null ? '' : `${range.to} ${range.toIncluded ? '以下' : '未満'}`;
      return `${name}（${from}${from && to ? '、' : ''}${to}）`;
    },
    answer: (what, { models, releases, units }) =>
      `${topic(what)}、出荷済みの${countText(models)}機種・${countText(releases)}リリース、${countText(units)}台に入っています。`,
    notInField: (what) => `${topic(what)}、出荷済みの製品には入っていません。`,
    nowhere: (what) => `${topic(what)}、どの製品にも入っていません。`,
    others: (releases) => `ほかに、開発中または終了したリリース${countText(releases)}件に入っています。`,
    withoutOrder: (components, releases) =>
      `同じ名前で、版を比べられない部品が${countText(components)}件あります（${countText(releases)}リリース）。`,
    showWithoutOrder: '版を比べられないものを表示',
    showWithin: '探している版に戻る',
    columns: { name: '製品', component: '部品', units: '出荷台数', state: '状態', released: 'リリース日' },
    found: (releases, units) => `${countText(releases)}リリース・${countText(units)}台`,
    moreComponents: (count) => `ほか${countText(count)}件`,
    noVersion: '版なし',
    filters: { state: '状態', line: 'シリーズ', field: '範囲' },
    field: { only: '出荷済みのものだけ' },
    failed: '答えを読み込めませんでした。',
    first: {
      why: 'ある部品がどの製品に入っているかを調べます。部品名と版を入力してください。',
      next: '版の範囲、purl、CPEでも探せます。例：',
    },
    unreadable: {
      why: '部品の名前を読み取れません。',
      next: '部品名と版、purl全体、またはベンダーと製品を含むCPEを入力してください。例：',
    },
    examples: {
      exact: 'OpenSSL 1.1.1k',
      range: 'openssl >=1.1.1 <1.1.1l',
      labelled: '部品:busybox 版:1.36未満',
      purl: 'pkg:npm/lodash@4.17.20',
      cpe: 'cpe:2.3:a:openbsd:openssh:8.3:p1',
    },
    common: '自社の多くのリリースに入っている部品：',
    inReleases: (count, most) => (count < most ? `${count}リリース` : `${most}リリース以上`),
    nothingOfName: (name) => `「${name}」という名前の部品は登録されていません。`,
    similar: 'この文字を含む部品名：',
    noneSimilar: 'つづりを確かめるか、名前の一部だけを入力してください。',
    nothingInRange: (what) => `${what}が入っているリリースはありません。`,
    allVersions: (name) => `${name}のすべての版を見る`,
    nothingFiltered: '条件に合うリリースはありません。',
    clear: '条件をすべて外す',
  },
);
