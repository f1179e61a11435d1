import type { HelpWord } from '#platform/browser/help';

/** The words of products and what is in them, for the help of their pages. */
export const words: Record<string, HelpWord> = {
  product_line: {
    ja: ['製品シリーズ', '一緒に管理する機種のまとまりです。'],
    en: ['Product line', 'Models that belong together.'],
  },
  model: {
    ja: ['機種', '色や販売店が違っても、設計が同じものは1つの機種です。'],
    en: ['Model', 'One design, whatever its colours and shops.'],
  },
  part_number: {
    ja: ['型番', 'ラベルに書かれた番号です。1つの機種に複数あります。'],
    en: ['Part number', 'The number on the label; a model has many.'],
  },
  market: {
    ja: ['仕向地', 'その機種を売っている国です。'],
    en: ['Market', 'A country where the model is sold.'],
  },
  'support_end.security': {
    ja: ['セキュリティサポート終了', 'この日を過ぎると、脆弱性の修正を出しません。'],
    en: ['End of security support', 'No fixes after this day.'],
  },
  technology_tag: {
    ja: ['技術タグ', 'WPA2やUPnPなど、製品が使う技術の名前です。部品表がなくても、技術の脆弱性と結び付きます。'],
    en: [
      'Technology tag',
      'A technology such as WPA2 or UPnP. It connects a product with flaws of the technology, even without SBOM.',
    ],
  },
  register: {
    ja: ['台帳', 'リリースや出荷台数などの一覧です。ファイルで取り込み、書き出せます。'],
    en: ['Register', 'A list that is kept, such as releases or shipments; it comes and goes as a file.'],
  },
  hardware_revision: {
    ja: ['ハードウェア版', 'SoCや基板が変わった改版です。使う部品が変わるときに分けます。'],
    en: [
      'Hardware revision',
      'The model as built from one SoC and board. Tell them apart where their software differs.',
    ],
  },
  release: {
    ja: ['リリース', '1つの機種の、1つの版です。状態と部品を持ちます。'],
    en: ['Release', 'A version of a model, with its state and its parts.'],
  },
  contains: {
    ja: [
      '含まれるモジュール（構成）',
      '通信モジュールなど、リリースに組み込まれた別のリリースです。その部品もこの製品の部品に数えます。',
    ],
    en: ['Module inside', 'The release of a module that this release contains; its parts count as parts of the whole.'],
  },
  depends_on: {
    ja: ['一緒に動くもの（依存関係）', 'クラウドサービスやアプリなど、この機種が動くために必要な別の製品です。'],
    en: ['Works together with', 'Another product that this one needs to work, such as a cloud service or an app.'],
  },
  sold_as: {
    ja: ['別の名前での販売', '取引先のブランドでの名前、または取引先の機種を自社の名前で売るときの関係です。'],
    en: ['Sold as', 'The name of a model at a partner, in either direction.'],
  },
  'sold_as.ours_under_theirs': {
    ja: ['OEM（自社の機種を他社ブランドで）', '自社の機種が、取引先のブランドで売られています。'],
    en: ['OEM', 'Our model under the brand of a partner.'],
  },
  'sold_as.theirs_under_ours': {
    ja: ['ODM（他社の機種を自社ブランドで）', '取引先の機種を、自社のブランドで売っています。'],
    en: ['ODM', 'The model of a partner under our brand.'],
  },
  partner: {
    ja: ['取引先', '自社の機種を売る会社、または自社が売る機種を作る会社です。'],
    en: ['Partner', 'A company that sells our models, or makes models that we sell.'],
  },
  contact_post: {
    ja: ['窓口', '取引先で答える部署です。人が替わっても残ります。'],
    en: ['Contact post', 'The department that answers there; it stays when people move.'],
  },
  shipment: {
    ja: ['出荷（台数）', 'ある月に、ある仕向地へ出荷した台数です。'],
    en: ['Shipment', 'Units of a release that left in a month for one destination.'],
  },
  sbom: {
    ja: [
      'ソフトウェア部品表（SBOM）',
      'リリースが何でできているかを書いた文書です。CycloneDX、SPDX、ExcelやCSVの表などを読めます。',
    ],
    en: ['SBOM', 'A document that says what a release consists of: CycloneDX, SPDX, or a table in Excel or CSV.'],
  },
  part: {
    ja: ['ソフトウェア部品（部品）', '部品表に書かれた1つ1つのソフトウェアです。'],
    en: ['Component', 'One piece of software that the document names.'],
  },
  identity: {
    ja: ['身元', '脆弱性情報と結び付けるための名前です。purlかCPEと、版からなります。'],
    en: ['Identity', 'The name by which records are looked up: a purl or CPE, with a version.'],
  },
  without_identity: {
    ja: ['身元の分からない部品', 'purlもCPEもなく、照合できない部品です。該当しないという意味ではありません。'],
    en: ['Without usable identity', 'A part that nothing can be looked up for. It does not mean that nothing applies.'],
  },
  quality: {
    ja: ['品質', '部品表にどれだけの情報があるかを、100点で表したものです。'],
    en: ['Quality', 'How much the document says, as a score of 100.'],
  },
  import: {
    ja: ['取り込み', '届いたファイル1つと、その結果です。'],
    en: ['Import', 'A file that came in, and what became of it.'],
  },
  correction: {
    ja: ['身元の訂正', '部品が本当は何であるかを、人が理由と一緒に書いたものです。元の文書は変わりません。'],
    en: [
      'Correction of an identity',
      'What a part really is, said by a person with the reason. The document stays as it came.',
    ],
  },
  kernel_evidence: {
    ja: ['カーネルの構成情報', 'Linuxカーネルのうち、実際に組み込んだものの一覧です（.config など）。'],
    en: ['Kernel evidence', 'What of a Linux kernel is really built, such as its .config.'],
  },
  comparison: {
    ja: ['比較', '2つのリリースの間で、増えた、なくなった、変わった部品です。'],
    en: ['Comparison', 'What was added, taken out and changed between two releases.'],
  },
  where_is: {
    ja: ['部品から探す', 'ある部品を含むリリースを、版の範囲を指定して探すことです。'],
    en: ['Find by component', 'Which releases contain a component, in any range of versions.'],
  },
};
