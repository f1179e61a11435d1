import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { aCveRecord } from './cve-record.ts';
import type { Random } from './random.ts';

/** Products that the records speak of, as vendor and product; a release that is to meet them has components of these. */
export const recordedProducts = [
  ['openssl', 'openssl'],
  ['haxx', 'curl'],
  ['busybox', 'busybox'],
  ['zlib', 'zlib'],
  ['sqlite', 'sqlite'],
  ['linux', 'linux_kernel'],
] as const;

/**
 * Writes files of every kind that is read, about the same CVEs from several sources: an archive of CVE records, NVD pages
 * (one with later revisions), OSV, JVN iPedia, KEV, EPSS; a few of them cannot be read.
 * @param count  of CVE ids
 * @returns the folder
 */
export function writeRecordFiles(folder: string, count: number, random: Random): string {
  const ids = Array.from({ length: count }, (_, n) => `CVE-2026-${10_000 + n}`);
  for (const inside of ['advisories', 'osv']) mkdirSync(path.join(folder, inside), { recursive: true });
  const write = (name: string, content: string | Uint8Array) => writeFileSync(path.join(folder, name), content);
  const some = (of: number) => ids.filter(() => random.int(of) === 0);
  const version = () => `${1 + random.int(3)}.${random.int(10)}.${random.int(10)}`;

  const cves = ids.map((id) => [`cves/${id}.json`, strToU8(JSON.stringify(cveOf(id, random, version)))] as const);
  write('cves.zip', zipSync(Object.fromEntries([...cves, ['cves/broken.json', strToU8('{"dataType":"CVE_RECORD"}')]])));
  write('nvd-1.json', nvdPage(some(2), '2026-11-01', random, version));
  write('nvd-2.json', nvdPage(some(8), '2026-11-02', random, version));
  for (const id of some(10)) write(`osv/GHSA-${id.slice(9)}.json`, JSON.stringify(osvOf(id, ids, random, version)));
  // Known by itself first, and tied to a CVE by a record that is read long after: two groups become one.
  for (const id of some(20)) {
    const alone = `PYSEC-${id.slice(4)}`;
    write(`advisories/${alone}.json`, JSON.stringify(osvRecord(alone, [], version)));
    write(`osv/OSV-${id.slice(4)}.json`, JSON.stringify(osvRecord(`OSV-${id.slice(4)}`, [id, alone], version)));
  }
  write('jvn.xml', jvnOf(some(10), ids, random, version));
  write(
    'kev.json',
    JSON.stringify({
      ...{ catalogVersion: '2026.11.20', dateReleased: '2026-11-20T00:00:00Z', count: 1 },
      vulnerabilities: [...some(20).map((id) => kevOf(id, random)), { cveID: 'none' }],
    }),
  );
  const scores = ids.map((id) => `${id},0.${1000 + random.int(9000)},0.${1000 + random.int(9000)}`);
  write(
    'epss.csv',
    ['#model_version:v2025,score_date:2026-11-20T00:00:00Z', 'cve,epss,percentile', ...scores].join('\n'),
  );
  return folder;
}

type Version = () => string;

function cveOf(id: string, random: Random, version: Version): object {
  if (random.int(40) === 0)
    return {
      ...{ dataType: 'CVE_RECORD', dataVersion: '5.1' },
      cveMetadata: { cveId: id, state: 'REJECTED', assignerShortName: 'mitre', dateUpdated: '2026-11-02T00:00:00Z' },
      containers: { cna: { rejectedReasons: [{ lang: 'en', value: 'Not a vulnerability.' }] } },
    };
  const [vendor, product] = random.pick(recordedProducts);
  const phrase = `${product} firmware of the spring`;
  const versions =
    random.int(10) === 0
      ? [{ version: phrase, status: 'affected' }]
      : [{ version: version(), lessThan: version(), status: 'affected', versionType: 'semver' }];
  return aCveRecord(id, { vendor, product, versions, score: random.int(100) / 10 });
}

function nvdPage(ids: readonly string[], day: string, random: Random, version: Version): string {
  const cve = (id: string) => {
    const [vendor, product] = random.pick(recordedProducts);
    const name = `cpe:2.3:a:${vendor}:${product}:*:*:*:*:*:*:*:*`;
    const match = { vulnerable: true, criteria: name, versionEndExcluding: version(), matchCriteriaId: id };
    const board = { vulnerable: false, criteria: 'cpe:2.3:h:acme:board:-:*:*:*:*:*:*:*', matchCriteriaId: id };
    const nodes = [{ operator: 'OR', negate: false, cpeMatch: [match] }];
    const both = [...nodes, { operator: 'OR', negate: false, cpeMatch: [board] }];
    return {
      ...{ id, published: '2026-10-01T00:00:00.000', lastModified: `${day}T00:00:00.000`, vulnStatus: 'Analyzed' },
      descriptions: [{ lang: 'en', value: `NVD on ${product}` }],
      configurations: [random.int(5) === 0 ? { operator: 'AND', nodes: both } : { nodes }],
    };
  };
  const vulnerabilities = [...ids.map((id) => ({ cve: cve(id) })), { cve: { id: 7 } }];
  return JSON.stringify({ resultsPerPage: ids.length, format: 'NVD_CVE', vulnerabilities });
}

/** Now and then it speaks of two CVEs at once, and then stays by itself. */
function osvOf(id: string, ids: readonly string[], random: Random, version: Version): object {
  return osvRecord(`GHSA-${id.slice(9)}`, random.int(6) === 0 ? [id, random.pick(ids)] : [id], version);
}

function osvRecord(id: string, aliases: readonly string[], version: Version): object {
  return {
    ...{ schema_version: '1.6.0', id, modified: '2026-11-03T00:00:00Z', aliases },
    affected: [
      {
        package: { ecosystem: 'npm', name: 'left-pad' },
        ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: version() }] }],
      },
    ],
  };
}

function jvnOf(about: readonly string[], ids: readonly string[], random: Random, version: Version): string {
  const item = (id: string, n: number) => {
    const [vendor, product] = random.pick(recordedProducts);
    const named = random.int(6) === 0 ? [id, random.pick(ids)] : [id];
    const related = named.map(
      (name) => `<RelatedItem type="advisory"><Name>CVE</Name><VulinfoID>${name}</VulinfoID></RelatedItem>`,
    );
    return `<Vulinfo><VulinfoID>JVNDB-2026-${String(n).padStart(6, '0')}</VulinfoID><VulinfoData><Title>${product} の脆弱性</Title>
<Affected><AffectedItem><Name>${vendor}</Name><ProductName>${product}</ProductName><Cpe version="2.2">cpe:/a:${vendor}:${product}</Cpe>
<VersionNumber>${version()} より前のバージョン</VersionNumber></AffectedItem></Affected><Related>${related.join('')}</Related>
<DateLastUpdated>2026-11-04T09:00:00+09:00</DateLastUpdated></VulinfoData></Vulinfo>`;
  };
  return `<?xml version="1.0" encoding="UTF-8"?><VULDEF-Document version="3.2" xmlns="http://jvn.jp/vuldef/" xml:lang="ja">
${about.map(item).join('\n')}</VULDEF-Document>`;
}

function kevOf(id: string, random: Random): object {
  return {
    ...{ cveID: id, vendorProject: 'acme', product: 'part', vulnerabilityName: `Flaw ${id}`, dateAdded: '2026-11-05' },
    ...{ shortDescription: 'Exploited.', requiredAction: 'Update.', dueDate: '2026-11-26' },
    knownRansomwareCampaignUse: random.pick(['Known', 'Unknown']),
  };
}
