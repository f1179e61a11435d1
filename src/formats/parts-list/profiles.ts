/** What a column of a list can say of a part. */
export type PartColumn =
  | 'id'
  | 'name'
  | 'version'
  | 'supplier'
  | 'licence'
  | 'declaredLicence'
  | 'purl'
  | 'cpe'
  | 'externalReference'
  | 'usage'
  | 'hash';

/** Names that a column goes by; the first that is there counts. `required` are those without which it is another list. */
export type ListProfile = {
  id: 'black-duck' | 'fossid' | 'spdx-lite' | 'parts-list';
  required: readonly PartColumn[];
  columns: Partial<Record<PartColumn, readonly string[]>>;
};

/**
 * The lists that are known by their header, the most particular first.
 * @source Black Duck, "Project version report", components.csv; FossID Workbench, report of identified components;
 *   SPDX Lite (SPDX 2.3 annex G) as sheets carry it, English and Japanese headings
 */
export const listProfiles: readonly ListProfile[] = [
  {
    id: 'black-duck',
    required: ['name', 'version'],
    columns: {
      name: ['Component name'],
      version: ['Component version name'],
      id: ['Component Version Origin Id', 'Component origin id', 'Origin name id'],
      licence: ['License names'],
      purl: ['Package URL', 'Origin purl', 'Purl'],
      usage: ['Usage', 'Usages'],
    },
  },
  {
    id: 'spdx-lite',
    required: ['name', 'declaredLicence'],
    columns: {
      name: ['Package Name', 'PackageName', 'パッケージ名'],
      id: ['Package SPDX Identifier', 'SPDXID', 'SPDX Identifier', 'パッケージSPDX識別子'],
      version: ['Package Version', 'PackageVersion', 'パッケージバージョン'],
      supplier: ['Package Supplier', 'PackageSupplier', 'パッケージ供給者', 'パッケージサプライヤー'],
      licence: ['Concluded License', 'PackageLicenseConcluded', 'Package License Concluded', '結論ライセンス'],
      declaredLicence: ['Declared License', 'PackageLicenseDeclared', 'Package License Declared', '宣言ライセンス'],
      externalReference: ['External Reference', 'ExternalRef', 'External Reference field', '外部参照'],
    },
  },
  {
    id: 'fossid',
    required: ['name', 'version', 'licence'],
    columns: {
      name: ['Component', 'Component Name', 'Identified Component'],
      version: ['Component Version', 'Identified Version', 'Version'],
      supplier: ['Component Author', 'Component Supplier', 'Supplier', 'Author'],
      licence: [
        'Component License',
        'Component Licenses',
        'License Identifier',
        'Component License Identifier',
        'License',
      ],
      purl: ['Component PURL', 'PURL', 'Package URL'],
      cpe: ['Component CPE', 'CPE'],
    },
  },
  {
    id: 'parts-list',
    required: ['name', 'version'],
    columns: {
      name: [
        'Name',
        'Package',
        'Software',
        'OSS',
        '名称',
        'ソフトウェア名',
        'OSS名',
        '部品名',
        'コンポーネント名',
        'コンポーネント',
      ],
      version: ['Version', 'Ver', 'バージョン', '版数', '版'],
      supplier: ['Supplier', 'Vendor', 'サプライヤー', '供給者', '提供元', 'ベンダー'],
      licence: ['License', 'Licence', 'Licenses', 'ライセンス'],
      purl: ['purl', 'Package URL'],
      cpe: ['CPE', 'CPE名'],
      hash: ['SHA256', 'SHA-256', 'ハッシュ値(SHA-256)'],
    },
  },
];
