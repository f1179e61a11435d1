import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { sharedData } from '../../test/shared.ts';
import { groupNames } from './group-names.ts';
import type { Incoming } from './import-records.ts';
import { readPaths } from './reading/read-paths.ts';
import type { Statement } from './statement.ts';

async function read(...paths: string[]) {
  const records: (Extract<Incoming, { kind: 'record' }> & { statement: Statement | null })[] = [];
  const others: Incoming[] = [];
  for await (const one of readPaths(paths)) {
    if (one.kind !== 'record') others.push(one);
    else {
      const reading = one.read();
      records.push({ ...one, statement: 'statement' in reading ? reading.statement : null });
    }
  }
  return { records, others, statements: records.flatMap(({ statement }) => statement ?? []) };
}

const jsonIn = (folder: string) =>
  globSync('**/*.json', { cwd: folder }).map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')));
const cve5 = sharedData('cve/cve5');
const configurations = sharedData('cve/nvd-configurations');
const kev = sharedData('cve/cisa-kev');
const epss = sharedData('cve/epss-samples/fetch/epss/testdata/fixtures');
const osv = sharedData('osv/ecosystem-records');
const jvn = sharedData('jvn');

type Cve = {
  cveMetadata: { cveId: string; state: string };
  containers: {
    cna: { affected?: { product?: string; cpes?: string[]; versions?: { status: string; versionType?: string }[] }[] };
  };
};

describe.runIf(cve5)('the shared CVE records', () => {
  test('all are read, the rejected are closed, and every entry of the CNA is heard', { timeout: 60_000 }, async () => {
    const { statements, others } = await read(cve5 as string);
    const raw = jsonIn(cve5 as string) as Cve[];

    expect(others).toEqual([]);
    expect(statements).toHaveLength(2_204);
    expect(statements.map(({ externalId }) => externalId).sort()).toEqual(
      raw.map((one) => one.cveMetadata.cveId).sort(),
    );
    const rejected = raw.filter(({ cveMetadata }) => cveMetadata.state === 'REJECTED');
    expect(statements.filter(({ state }) => state === 'rejected').length).toBeGreaterThanOrEqual(rejected.length);
    for (const { cveMetadata } of rejected)
      expect(statements.find(({ externalId }) => externalId === cveMetadata.cveId)).toMatchObject({
        state: 'rejected',
        criteria: [],
      });

    const unheard = raw.flatMap(({ cveMetadata, containers }) => {
      const statement = statements.find(({ externalId }) => externalId === cveMetadata.cveId);
      if (statement?.state !== 'published') return [];
      return (containers.cna.affected ?? []).flatMap((affected, place) => {
        const isNamed =
          /[a-z0-9]/i.test(affected.product ?? '') && !/^(?:n\/a|unknown|unspecified)$/i.test(affected.product ?? '');
        const heard = statement.criteria.filter((criterion) => criterion.path === `/containers/cna/affected/${place}`);
        const says = heard.some(({ ranges, unread, commits }) => ranges.length + unread.length + commits.length > 0);
        const saysSomething = (affected.versions ?? []).some(({ status }) => status === 'affected');
        return isNamed && (heard.length === 0 || (saysSomething && !says)) ? [`${cveMetadata.cveId} ${place}`] : [];
      });
    });
    // Their only versions are "unspecified", "-" or "n/a", or bounds tied to other CVEs.
    expect(unheard.length).toBeLessThan(raw.length * 0.15);
  });

  test('the range of curl that contradicts itself is kept as it stands', async () => {
    const { statements } = await read(globSync(`${cve5}/**/CVE-2023-38545.json`)[0] as string);

    expect(statements[0]?.criteria[0]?.ranges).toContainEqual(
      expect.objectContaining({
        status: 'affected',
        from: { version: '8.4.0', included: true },
        to: { version: '8.4.0', included: false },
      }),
    );
  });
});

type Configured = {
  cve: {
    configurations?: {
      operator?: string;
      nodes: { operator?: string; cpeMatch: { vulnerable: boolean; criteria: string }[] }[];
    }[];
  };
};

test.runIf(configurations)(
  'every vulnerable name of a configuration of NVD is one criterion, with what must stand beside it',
  { timeout: 30_000 },
  async () => {
    const { statements } = await read(configurations as string);
    const raw = jsonIn(configurations as string) as Configured[];
    const all = raw.flatMap(({ cve }) => cve.configurations ?? []);
    const nameable = ({ vulnerable, criteria }: { vulnerable: boolean; criteria: string }) =>
      vulnerable && !/^cpe:2\.3:[^:]*:[^:]*:[*-]:/.test(criteria);

    expect(statements).toHaveLength(1_183);
    expect(
      raw.filter(({ cve }) =>
        (cve.configurations ?? []).some(
          (one) => one.operator === 'AND' || one.nodes.some(({ operator }) => operator === 'AND'),
        ),
      ),
    ).toHaveLength(311);
    const matches = all.flatMap(({ nodes }) => nodes.flatMap(({ cpeMatch }) => cpeMatch)).filter(nameable);
    expect(statements.flatMap(({ criteria }) => criteria)).toHaveLength(matches.length);
    expect(
      statements.filter(({ criteria }) => criteria.some(({ conditions }) => conditions.length > 0)).length,
    ).toBeGreaterThan(250);
  },
);

test.runIf(kev)('the catalogue of exploited vulnerabilities says the same as JSON and as CSV', async () => {
  const json = await read(path.join(kev as string, 'known_exploited_vulnerabilities.json'));
  const csv = await read(path.join(kev as string, 'known_exploited_vulnerabilities.csv'));

  expect(json.statements).toHaveLength(1_404);
  expect(new Map(csv.statements.map((one) => [one.externalId, one]))).toEqual(
    new Map(json.statements.map((one) => [one.externalId, one])),
  );
  expect([...json.others, ...csv.others]).toEqual([]);
});

test.runIf(epss)('scores of every year are read, with their model and day where the file tells them', async () => {
  const files = globSync('*.csv.gz', { cwd: epss as string }).map((file) => path.join(epss as string, file));
  const { others } = await read(...files);
  const rows = files.map(
    (file) =>
      gunzipSync(readFileSync(file))
        .toString()
        .split('\n')
        .filter((line) => line.startsWith('CVE-')).length,
  );

  expect(others.every(({ kind }) => kind === 'score')).toBe(true);
  expect(others).toHaveLength(rows.reduce((sum, count) => sum + count, 0));
  expect(others).toContainEqual(
    expect.objectContaining({ model: expect.stringMatching(/^v20/), scoredOn: expect.stringMatching(/^20\d\d-/) }),
  );
});

test.runIf(osv)('every record in the archives of OSV is read or told with its place', async () => {
  const { records, others, statements } = await read(osv as string);

  const entries = globSync('**/all.zip', { cwd: osv as string }).flatMap((file) =>
    Object.keys(unzipSync(readFileSync(path.join(osv as string, file)))).filter((name) => name.endsWith('.json')),
  );
  expect(records).toHaveLength(entries.length);
  expect(statements.length + records.filter(({ statement }) => statement === null).length).toBe(records.length);
  expect(others.every((one) => one.kind === 'refused' && one.file !== '' && one.message !== '')).toBe(true);
  expect(statements).toHaveLength(entries.length);
  expect(statements.every(({ criteria, state }) => criteria.length > 0 || state === 'withdrawn')).toBe(true);
});

test.runIf(jvn)(
  'records of JVN keep their Japanese words, their phrases are read or wait, and a failed answer is no empty list',
  async () => {
    const detail = await read(
      path.join(jvn as string, 'myjvn-examples/hnd/getVulnDetailInfo_hnd_JVNDB-2021-002774.xml'),
    );
    const ranged = await read(path.join(jvn as string, 'detail-with-range/jvn-detail-with-range.xml'));

    expect(detail.statements).toMatchObject([
      {
        externalId: 'JVNDB-2021-002774',
        names: ['JVNDB-2021-002774', 'CVE-2021-36745'],
        related: ['JVNVU#99520559'],
        title: { ja: expect.stringContaining('認証回避') },
      },
    ]);
    expect(detail.statements[0]?.criteria[0]?.unread).toHaveLength(4);
    const said = ranged.statements.flatMap(({ criteria }) => criteria.flatMap(({ ranges }) => ranges));
    expect(said).toContainEqual(
      expect.objectContaining({
        basis: 'phrase',
        from: { version: '0.12.0', included: true },
        to: { version: '0.12.15', included: false },
      }),
    );
  },
);

test.runIf(jvn)('no two CVEs become one vulnerability, whatever records of JVN and OSV tell of them', async () => {
  const feeds = sharedData('osv/website-testdata');
  const { statements } = await read(jvn as string, osv as string, feeds as string);

  const { groups } = groupNames(statements.map(({ names }, recordId) => ({ recordId, names, vulnerabilityId: null })));

  const cvesOf = (names: readonly string[]) => names.filter((name) => /^CVE-\d{4}-\d{4,}$/.test(name));
  expect(groups.filter(({ names }) => cvesOf(names).length > 1)).toEqual([]);
  expect(statements.filter(({ related }) => related.some((name) => /^JVN(?:VU|TA)?#/.test(name))).length).toBe(11);
  expect(statements.flatMap(({ names }) => names).filter((name) => /^JVN(?:VU|TA)?[#\d]/.test(name))).toEqual([]);
});
