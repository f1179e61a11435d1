import { texts } from '#platform/browser/texts';

/** The words of the form that asks what the columns of a parts list mean. */
export const text = texts(
  {
    title: (name: string) => `What do the columns of ${name} mean?`,
    why: (rows: string) => `The heading is not one that is known. ${rows} rows can be read once this is said.`,
    sheet: (name: string) => `The sheet “${name}” is read.`,
    noName: (number: number) => `Column ${number}`,
    meaningOf: (column: string) => `Meaning of ${column}`,
    ignored: 'Not used',
    meanings: {
      name: 'Name',
      version: 'Version',
      supplier: 'Supplier',
      purl: 'purl',
      cpe: 'CPE',
      licence: 'Licence',
      hash: 'Hash',
    },
    needed: 'Choose the column that holds the names.',
    read: (rows: string) => `Read ${rows} rows`,
    remembered: 'It is remembered: the next list with the same heading is read without asking.',
  },
  {
    title: (name) => `${name}の列の意味を選んでください`,
    why: (rows) => `見出しが分からないため、列の意味を教えてください。${rows}行を読み取れます。`,
    sheet: (name) => `シート「${name}」を読みます。`,
    noName: (number) => `${number}列目`,
    meaningOf: (column) => `「${column}」の意味`,
    ignored: '使わない',
    meanings: {
      name: '名前',
      version: '版',
      supplier: '供給者',
      purl: 'purl',
      cpe: 'CPE',
      licence: 'ライセンス',
      hash: 'ハッシュ値',
    },
    needed: '名前の列を選んでください。',
    read: (rows) => `${rows}行を読み取る`,
    remembered: '選んだ意味は覚えておき、同じ見出しの部品表は次から自動で読み取ります。',
  },
);
