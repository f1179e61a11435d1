import { countText } from '#platform/browser/numbers';
import { texts } from '#platform/browser/texts';

const entries = (count: number) => `${countText(count)} ${count === 1 ? 'entry' : 'entries'}`;

/** The words of the page where registers come and go as files. */
export const text = texts(
  {
    title: 'Files of the registers',
    crumb: 'Products',
    answer:
      'A file is shown first; nothing changes before you say so. What the file does not name stays as it is. An import can be undone.',
    answerReader: 'Every register can be taken along as a file.',
    choose: 'Register',
    about: {
      releases: 'A release. It is told from others by its model, version and hardware revision.',
      hardware: 'A hardware revision of a model.',
      parts: 'A release and the release of a module that it contains.',
      dependencies: 'A model and another one that it needs, such as a cloud service.',
      partners: 'A company, with the post that answers there.',
      'sold-as': 'A name at a partner (OEM, ODM). Bring in new partners first.',
      shipments: 'The units of a release in a month for one destination. Units that stand there already are replaced.',
      tags: 'A technology and its note. How many models and releases carry it is written out and not read.',
    },
    row: 'One row',
    needed: 'Columns that are needed',
    optional: 'Columns that are read too',
    hint: 'CSV in UTF-8 or CP932, or XLSX.',
    sample: 'Sample file',
    current: 'All of it as it is now',
    same: 'This file says nothing new. Nothing would change.',
    apply: (count: number) => `Import ${entries(count)}`,
    applied: (count: number) => `Imported ${entries(count)}`,
    undone: (count: number) => `Undid the import of ${entries(count)}`,
    entry: 'Entry',
    firstEntries: (listed: number, count: number) =>
      `The first ${countText(listed)} of ${countText(count)} are listed; all of them are imported.`,
    missing: (names: string) => `Columns are missing: ${names}. Name them as in the sample file.`,
    tooMany: 'The file has too many rows. Split it into files of at most 100,000 rows.',
    separator: ', ',
  },
  {
    title: '台帳のファイル',
    crumb: '製品',
    answer:
      '変わる内容を先に確かめられます。取り込むまで何も変わりません。ファイルにないものはそのまま残ります。取り込んだあとでも元に戻せます。',
    answerReader: 'どの台帳もファイルに書き出せます。',
    choose: '台帳',
    about: {
      releases: 'リリース1件。機種、版、ハードウェア版が同じものを、同じリリースとみなします。',
      hardware: '機種のハードウェア版1件。',
      parts: 'リリースと、それに含まれるモジュールのリリース1件。',
      dependencies: '機種と、それが必要とする機種（クラウドサービスなど）1件。',
      partners: '会社1社と、その窓口。',
      'sold-as': '取引先での名前（OEM、ODM）1件。新しい取引先は先に取り込んでください。',
      shipments: 'リリースの、年月・仕向地ごとの台数。同じ年月と仕向地の台数は置き換わります。',
      tags: '技術1件と、その備考。付いている機種とリリースの数は、書き出すだけで読みません。',
    },
    row: '1行に書くもの',
    needed: '必要な列',
    optional: 'あれば読む列',
    hint: 'CSV（UTF-8、CP932）とXLSXを読めます。',
    sample: '見本ファイル',
    current: 'いまの内容すべて',
    same: 'このファイルの内容は、登録済みの内容と同じです。変わるものはありません。',
    apply: (count) => `${countText(count)}件を取り込む`,
    applied: (count) => `${countText(count)}件を取り込みました`,
    undone: (count) => `${countText(count)}件の取り込みを元に戻しました`,
    entry: '取り込むもの',
    firstEntries: (listed, count) =>
      `${countText(count)}件のうち、はじめの${countText(listed)}件を並べています。取り込むのは${countText(count)}件すべてです。`,
    missing: (names) => `必要な列がありません：${names}。見本ファイルと同じ名前にしてください。`,
    tooMany: '行が多すぎます。100,000行以下のファイルに分けてください。',
    separator: '、',
  },
);
