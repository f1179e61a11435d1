import { texts } from '#platform/browser/texts';

/** The words of making several divisions at once. */
export const text = texts(
  {
    title: 'Enter divisions',
    several: 'Enter several divisions at once',
    names: 'Names of the divisions',
    hint: 'One name a line. Lines copied from Excel can be pasted as they are.',
    none: 'Write at least one name.',
    create: (count: number) => (count > 1 ? `Make ${count} divisions` : 'Make the division'),
    created: (count: number, standing: string) =>
      `${count} ${count === 1 ? 'division' : 'divisions'} made${standing ? `. There already: ${standing}` : ''}`,
    cancel: 'Cancel',
  },
  {
    title: '部門を登録する',
    several: '部門をまとめて登録する',
    names: '部門の名前',
    hint: '1行に1部門を書きます。Excelからそのまま貼り付けられます。',
    none: '部門の名前を1つ以上書いてください。',
    create: (count) => (count > 1 ? `${count}部門を登録する` : '部門を登録する'),
    created: (count, standing) => `${count}部門を登録しました${standing ? `。登録済みの部門：${standing}` : ''}`,
    cancel: 'やめる',
  },
);
