import { aCveRecord } from '../cve-record.ts';

/** A file as a person chooses it in the browser. */
const file = (name: string, text: string) => ({
  ...{ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) },
});

/** Vulnerabilities of real components that nobody has: their ids are of no list. */
export const ids = { openssl: 'CVE-2026-91001', busybox: 'CVE-2026-91002', hostapd: 'CVE-2026-91003' };

/** What the owners of the components say. */
export const cveFiles = [
  file(
    `${ids.openssl}.json`,
    JSON.stringify(aCveRecord(ids.openssl, { title: 'SM2 decryption writes past its buffer', score: 7.4 })),
  ),
  file(
    `${ids.busybox}.json`,
    JSON.stringify(
      aCveRecord(ids.busybox, {
        ...{ vendor: 'busybox', product: 'busybox', title: 'awk runs what it should print', score: 7.2 },
        versions: [{ version: '1.30.0', lessThan: '1.34.0', status: 'affected', versionType: 'semver' }],
      }),
    ),
  ),
];

/** NVD about one of them, with another score and one version less in its range. */
export const nvdFile = file(
  'nvd.json',
  JSON.stringify({
    vulnerabilities: [
      {
        cve: {
          ...{ id: ids.openssl, sourceIdentifier: 'openssl-security@openssl.org', vulnStatus: 'Analyzed' },
          ...{ published: '2026-11-01T00:00:00.000', lastModified: '2026-11-03T00:00:00.000' },
          descriptions: [{ lang: 'en', value: 'A buffer of OpenSSL may overflow.' }],
          metrics: {
            cvssMetricV31: [
              {
                source: 'nvd@nist.gov',
                cvssData: {
                  version: '3.1',
                  vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
                  baseScore: 9.8,
                },
              },
            ],
          },
          weaknesses: [{ description: [{ lang: 'en', value: 'CWE-120' }] }],
          configurations: [
            {
              nodes: [
                {
                  ...{ operator: 'OR', negate: false },
                  cpeMatch: [
                    {
                      ...{ vulnerable: true, matchCriteriaId: '5A9A2B6C-0001-4D6E-8F2B-000000000001' },
                      criteria: 'cpe:2.3:a:openssl:openssl:*:*:*:*:*:*:*:*',
                      ...{ versionStartIncluding: '1.1.1', versionEndExcluding: '1.1.1l' },
                    },
                  ],
                },
              ],
            },
          ],
          references: [],
        },
      },
    ],
  }),
);

/** The catalogue of exploited ones names one. */
export const kevFile = file(
  'known_exploited_vulnerabilities.json',
  JSON.stringify({
    ...{ title: 'Catalog', catalogVersion: '2026.11.20', dateReleased: '2026-11-20T00:00:00Z', count: 1 },
    vulnerabilities: [
      {
        ...{ cveID: ids.busybox, vendorProject: 'BusyBox', product: 'BusyBox', dateAdded: '2026-11-20' },
        ...{ vulnerabilityName: 'BusyBox awk Vulnerability', shortDescription: 'awk runs what it should print.' },
        ...{ requiredAction: 'Apply the update.', dueDate: '2026-12-11', knownRansomwareCampaignUse: 'Unknown' },
      },
    ],
  }),
);

/** JVN iPedia in Japanese: a title for one of them, and one whose versions are told in words that nobody can read. */
export const jvnFile = file(
  'jvndb_detail.rdf',
  `<?xml version="1.0" encoding="UTF-8"?>
<VULDEF-Document xmlns="http://jvn.jp/vuldef/" xml:lang="ja">
  ${vulinfo({
    ...{
      id: 'JVNDB-2026-091001',
      cve: ids.openssl,
      title: 'OpenSSL の SM2 復号処理におけるバッファオーバーフローの脆弱性',
    },
    ...{ vendor: 'OpenSSL Project', product: 'OpenSSL', cpe: 'cpe:/a:openssl:openssl', versions: ['1.1.1l 未満'] },
  })}
  ${vulinfo({
    ...{ id: 'JVNDB-2026-091003', cve: ids.hostapd, title: 'hostapd における認証回避の脆弱性' },
    ...{ vendor: 'Jouni Malinen', product: 'hostapd', cpe: 'cpe:/a:w1.fi:hostapd', versions: ['Ver.2 系の一部'] },
  })}
</VULDEF-Document>`,
);

/** Not a record of anything. */
export const strangeFile = file('部品台帳.json', JSON.stringify({ parts: [] }));

type Vulinfo = {
  id: string;
  cve: string;
  title: string;
  vendor: string;
  product: string;
  cpe: string;
  versions: string[];
};

function vulinfo({ id, cve, title, vendor, product, cpe, versions }: Vulinfo): string {
  return `<Vulinfo>
    <VulinfoID>${id}</VulinfoID>
    <VulinfoData>
      <Title>${title}</Title>
      <VulinfoDescription><Overview>${title}が存在します。</Overview></VulinfoDescription>
      <Affected>
        <AffectedItem>
          <Name>${vendor}</Name><ProductName>${product}</ProductName><Cpe version="2.2">${cpe}</Cpe>
          ${versions.map((version) => `<VersionNumber>${version}</VersionNumber>`).join('')}
        </AffectedItem>
      </Affected>
      <Related>
        <RelatedItem type="advisory">
          <Name>Common Vulnerabilities and Exposures (CVE)</Name><VulinfoID>${cve}</VulinfoID>
          <URL>https://www.cve.org/CVERecord?id=${cve}</URL>
        </RelatedItem>
      </Related>
      <DateFirstPublished>2026-11-05T10:00:00+09:00</DateFirstPublished>
      <DateLastUpdated>2026-11-05T10:00:00+09:00</DateLastUpdated>
    </VulinfoData>
  </Vulinfo>`;
}
