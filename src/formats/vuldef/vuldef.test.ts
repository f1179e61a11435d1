import { expect, test } from 'vitest';
import { isJvn, type JvnItem, readJvn, XmlFault } from './index.ts';

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

/** What comes out, and what ends it. */
async function read(text: string, size = 100_000) {
  const items: JvnItem[] = [];
  try {
    for await (const item of readJvn(pieces(text, size))) items.push(item);
    return { items, fault: null };
  } catch (fault) {
    if (!(fault instanceof XmlFault)) throw fault;
    return { items, fault };
  }
}
const idsOf = (items: JvnItem[]) => items.map((item) => ('record' in item ? item.record.id : item.problem.rule));

const document = (inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<VULDEF-Document version="3.2" xmlns="http://jvn.jp/vuldef/" xmlns:status="http://jvndb.jvn.jp/myjvn/Status" xml:lang="ja">
${inside}
</VULDEF-Document>`;
const vulinfo = (id: string, affected = '') => `<Vulinfo><VulinfoID>${id}</VulinfoID><VulinfoData><Title>見本</Title>
<VulinfoDescription><Overview>概要&#13;</Overview></VulinfoDescription><Affected>${affected}</Affected>
<Impact><Cvss version="3.0"><Base>9.8</Base><Vector>CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H</Vector></Cvss></Impact>
<Related><RelatedItem type="advisory"><Name>JVN</Name><VulinfoID>JVN#90000001</VulinfoID><URL>https://jvn.jp/</URL></RelatedItem>
<RelatedItem type="cwe"><VulinfoID>CWE-78</VulinfoID></RelatedItem></Related>
<DatePublic>2026-11-01T00:00:00+09:00</DatePublic></VulinfoData></Vulinfo>`;
const product = (status: string) =>
  `<AffectedItem${status}><Name>見本電機</Name><ProductName>SampleCam</ProductName><VersionNumber>1.2 以前</VersionNumber></AffectedItem>`;

test('a record is read whole, wherever it is cut', async () => {
  const text = document(vulinfo('JVNDB-2026-000001', product('')));
  const whole = await read(text);

  expect(isJvn(text)).toBe(true);
  expect(whole).toEqual(await read(text, 13));
  expect(whole.items).toMatchObject([
    {
      original: expect.stringMatching(/^<Vulinfo>[\s\S]*<\/Vulinfo>$/),
      record: {
        ...{ id: 'JVNDB-2026-000001', isWhole: true, language: 'ja', title: '見本', weaknesses: ['CWE-78'] },
        ...{ related: [{ source: 'JVN', id: 'JVN#90000001' }], scores: [{ score: 9.8 }] },
        affected: [{ vendor: '見本電機', product: 'SampleCam', versions: ['1.2 以前'], status: 'vulnerable' }],
      },
    },
  ]);
});

test.each([
  ['', 'vulnerable'],
  [' affectedstatus="vulnerable"', 'vulnerable'],
  [' affectedstatus="vulnerable_investigating"', 'vulnerable'],
  [' affectedstatus="notvulnerable"', 'not-vulnerable'],
  [' affectedstatus="notvulnerable_investigating"', 'unknown'],
  [' affectedstatus="unknown"', 'unknown'],
  [' affectedstatus="constructor"', 'unknown'],
])('an AffectedItem%s is %s', async (attribute, status) => {
  const { items } = await read(document(vulinfo('JVNDB-2026-000001', product(attribute))));

  expect(items).toMatchObject([{ record: { affected: [{ status }] } }]);
});

test('a list tells what is affected and what is not', async () => {
  const { items } =
    await read(`<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns:sec="http://jvn.jp/rss/mod_sec/" xmlns:dcterms="http://purl.org/dc/terms/"><item><title>見本</title>
    <sec:identifier>JVNDB-2026-000001</sec:identifier>
    <sec:references source="CVE" id="CVE-2026-1001">https://www.cve.org/</sec:references>
    <sec:cpe version="2.2" vendor="見本電機" product="SampleCam">
      cpe:/h:mihon:samplecam</sec:cpe>
    <sec:cpe version="2.2" vendor="見本電機" product="SampleApp" impact="not vulnerable">cpe:/a:mihon:sampleapp</sec:cpe>
    <dcterms:modified>2026-11-01T09:00+09:00</dcterms:modified></item></rdf:RDF>`);

  expect(items).toMatchObject([
    {
      record: {
        ...{ isWhole: false, updatedAt: '2026-11-01T09:00+09:00' },
        affected: [
          { cpes: ['cpe:/h:mihon:samplecam'], status: 'vulnerable' },
          { cpes: ['cpe:/a:mihon:sampleapp'], status: 'not-vulnerable' },
        ],
      },
    },
  ]);
});

test.each([
  ['an attribute without quotes', '<status:Status retCd= 0/>', 'malformed', /^line 16, column \d+$/],
  ['a document type within', '<!DOCTYPE x>', 'malformed', /^line 16, /],
  ['a record that is not closed', '<Vulinfo><VulinfoID>JVNDB-2026-000003</VulinfoID>', 'malformed', /^line 17, /],
  ['depth', `<Vulinfo>${'<a>'.repeat(80)}`, 'too-deep', /^line 16, /],
])('%s ends the reading with its place, and what stands before is kept', async (_, inside, rule, place) => {
  const text = document([vulinfo('JVNDB-2026-000001'), '', vulinfo('JVNDB-2026-000002'), inside].join('\n'));

  for (const size of [7, 100_000]) {
    const { items, fault } = await read(text, size);
    expect(idsOf(items)).toEqual(['JVNDB-2026-000001', 'JVNDB-2026-000002']);
    expect(fault).toMatchObject({ rule, place: expect.stringMatching(place) });
  }
});

test('a document type at the beginning is refused', async () => {
  const { fault } = await read(`<!DOCTYPE x [<!ENTITY a "b">]>${document('')}`);

  expect(fault).toMatchObject({ rule: 'doctype-refused' });
});

test('an answer that failed, and a record without an id, are problems; the others are read', async () => {
  const failed = '<status:Status version="3.3" lang="ja" retCd="1" errCd="E-SAMPLE" errMsg="sample error"/>';
  const { items } = await read(document([vulinfo('JVN#90000001'), vulinfo('JVNDB-2026-000001'), failed].join('\n')));

  expect(idsOf(items)).toEqual(['wrong-shape', 'JVNDB-2026-000001', 'answer-failed']);
});
