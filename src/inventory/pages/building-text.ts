import { texts } from '#platform/browser/texts';

const years = (count: number) => (count === 1 ? '1 year' : `${count} years`);

/** The words about building a model again. */
export const text = texts(
  {
    building: {
      title: 'Can we still build it?',
      can: (month: string) => `Yes. The last build was in ${month}, and everything that is needed is named.`,
      recent: (month: string) => `The last build was in ${month}.`,
      old: (month: string, count: number) => `The last build was in ${month}, more than ${years(count)} ago.`,
      unknown: 'Nobody has said when it was last built.',
      gaps: (list: string) => ` Not known: ${list}.`,
      keyHolder: ' Nobody holds the post that keeps the signing key.',
      gap: {
        source: 'where the source is kept',
        toolchain: 'what builds it',
        key: 'who keeps the signing key',
        people: 'who can build it',
      },
      nobody: 'nobody can fix it',
      change: 'Change',
      changeOf: (name: string) => `How ${name} is built`,
      source: 'Source kept at',
      sourceHint: 'Repository and branch, or the place of the archive.',
      toolchain: 'Toolchain',
      toolchainHint: 'Container image, virtual machine or computer that builds it.',
      key: 'Keeps the signing key',
      keyHint: 'A post, so that it stays when people change.',
      people: 'Can build it',
      peopleHint: 'A team, or the names of those who have done it.',
      rebuiltOn: 'Last build',
      rebuiltHint: 'The day on which it was last built from its source, also as a test.',
      saved: 'Saved',
    },
  },
  {
    building: {
      title: 'いまもビルドできるか',
      can: (month) => `いまもビルドできます。最後のビルドは${month}で、必要なものはすべて分かっています。`,
      recent: (month) => `最後のビルドは${month}です。`,
      old: (month, count) => `最後のビルドは${month}です。${count}年以上たっています。`,
      unknown: '最後にビルドした日が分かりません。',
      gaps: (list) => `${list}が分かりません。`,
      keyHolder: '署名鍵を預かる担当に、いま人がいません。',
      gap: { source: 'ソースの保管場所', toolchain: 'ビルド環境', key: '署名鍵を預かる担当', people: 'ビルドできる人' },
      nobody: '直せる人がいない',
      change: '変更する',
      changeOf: (name) => `${name}のビルド`,
      source: 'ソースの保管場所',
      sourceHint: 'リポジトリとブランチ、または保管した場所。',
      toolchain: 'ビルド環境',
      toolchainHint: 'ビルドに使うコンテナイメージ、仮想マシン、パソコン。',
      key: '署名鍵を預かる担当',
      keyHint: '異動があっても変わらないように、人ではなく担当を選びます。',
      people: 'ビルドできる人',
      peopleHint: 'チームの名前、または実際にビルドした人の名前。',
      rebuiltOn: '最後のビルド',
      rebuiltHint: 'ソースから最後にビルドした日。試しのビルドも含みます。',
      saved: '保存しました',
    },
  },
);
