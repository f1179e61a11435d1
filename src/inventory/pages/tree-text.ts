import { countText } from '#platform/browser/numbers';
import { texts } from '#platform/browser/texts';

/** The words of the tree of products: line, model, release. */
export const text = texts(
  {
    tree: {
      columns: {
        name: 'Product, model, release',
        state: 'State',
        parts: 'Components',
        units: 'Units shipped',
        security: 'Security support ends',
        rebuilt: 'Last build',
        owner: 'Owner',
      },
      succeededBy: (name: string) => `succeeded by ${name}`,
      planned: (month: string) => `planned for ${month}`,
      noDate: 'no date',
      noSbom: 'No SBOM',
      noSbomIn: (count: number) => `${countText(count)} without SBOM`,
      unidentified: (count: number) => `${countText(count)} unidentified`,
      lackingIn: (said: string, release: string) => `${said} (${release})`,
      noReleases: 'No release',
      nobodyBuilds: 'nobody can fix it',
      otherOwners: (count: number) => ` and ${count} more`,
      counted:
        'A model, a part number and a vulnerability are counted once, whatever stands below; of lines and models, match results are those of releases in the field. Components without identity are counted in each model.',
    },
  },
  {
    tree: {
      columns: {
        name: '製品・機種・リリース',
        state: '状態',
        parts: '部品',
        units: '出荷台数',
        security: 'セキュリティ\u200bサポート終了',
        rebuilt: '最後のビルド',
        owner: '主担当',
      },
      succeededBy: (name) => `後継 ${name}`,
      planned: (month) => `${month}予定`,
      noDate: '日付未定',
      noSbom: '部品表なし',
      noSbomIn: (count) => `部品表なし ${countText(count)}`,
      unidentified: (count) => `身元不明 ${countText(count)}`,
      lackingIn: (said, release) => `${said}（${release}）`,
      noReleases: 'リリースなし',
      nobodyBuilds: '直せる人がいない',
      otherOwners: (count) => `、ほか${count}人`,
      counted:
        '機種・型番・脆弱性は、下の段がいくつあっても1件と数えます。製品と機種の該当・要確認は、使われているリリースだけの数です。身元の分からない部品は、機種ごとに数えます。',
    },
  },
);
