import { isJvn, readJvn } from '#formats/vuldef';
import type { Incoming } from '#intelligence';
import { statementOfVuldef } from '#intelligence/pure';

/** An item of JVN iPedia as facts; the words are ours. */
type JvnFacts = {
  id: string;
  on: string;
  ja: string;
  en: string;
  of: string;
  cpe: string;
  versions: readonly string[];
  cvss: string;
  score: number;
  cves: readonly string[];
};

const items: readonly JvnFacts[] = [
  {
    ...{ id: 'JVNDB-2021-005429', on: '2021-12-14', of: 'Apache Software Foundation/Apache Log4j' },
    ja: 'Apache Log4jで、記録した文字列から遠隔のコードを実行される',
    en: 'A logged text makes Apache Log4j run remote code',
    cpe: 'cpe:/a:apache:log4j',
    versions: ['2.13.0 から 2.15.0 より前のバージョン', '2.0-beta9 から 2.12.1 より前のバージョン'],
    ...{ cvss: 'CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H', score: 10 },
    cves: ['CVE-2021-44228', 'CVE-2021-45046'],
  },
  // Invented, as the supplier is: words about versions that no grammar can read, so they wait for a person.
  {
    ...{ id: 'JVNDB-2026-900001', on: '2026-06-17', of: 'Fjord Components Oy/Fjord Bootguard' },
    ja: 'Fjord Bootguardで、署名の確認を避けて起動される（架空の記録）',
    en: 'Fjord Bootguard can be started without its signature being checked (an invented record)',
    cpe: 'cpe:/a:fjord_components:bootguard',
    versions: ['ファームウェア Ver.2 系の一部'],
    ...{ cvss: 'CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', score: 6.8 },
    cves: [],
  },
];

/** What JVN iPedia says, read as it would be read from its feed. */
export async function* incomingOfJvn(): AsyncGenerator<Incoming> {
  for (const facts of items) {
    const xml = vuldef(facts);
    const bytes = new TextEncoder().encode(xml);
    if (!isJvn(xml)) throw new Error(`${facts.id} is not written as JVN writes it`);
    for await (const item of readJvn(once(xml))) {
      if ('problem' in item) throw new Error(item.problem.message);
      const statement = statementOfVuldef(item.record);
      const title = { ja: facts.ja, en: facts.en };
      const read = () => ({ statement: { ...statement, title } });
      yield { kind: 'record', file: 'jvn', place: facts.id, source: 'jvn', bytes, read };
    }
  }
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/** @source VULDEF 3.2 (IPA) */
function vuldef({ id, on, ja, of, cpe, versions, cvss, score, cves }: JvnFacts): string {
  const [vendor = '', product = ''] = of.split('/');
  const related = cves.map(
    (cve) =>
      `<RelatedItem type="advisory"><Name>Common Vulnerabilities and Exposures (CVE)</Name><VulinfoID>${cve}</VulinfoID></RelatedItem>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<VULDEF-Document version="3.2" xmlns="http://jvn.jp/vuldef/" xml:lang="ja">
<Vulinfo><VulinfoID>${id}</VulinfoID><VulinfoData><Title>${ja}</Title>
<Affected><AffectedItem><Name>${vendor}</Name><ProductName>${product}</ProductName><Cpe version="2.2">${cpe}</Cpe>
${versions.map((words) => `<VersionNumber>${words}</VersionNumber>`).join('\n')}
</AffectedItem></Affected>
<Impact><Cvss version="3.0"><Base>${score}</Base><Vector>${cvss}</Vector></Cvss></Impact>
<Related>${related.join('')}</Related>
<DateFirstPublished>${on}T12:00:00+09:00</DateFirstPublished><DateLastUpdated>${on}T12:00:00+09:00</DateLastUpdated>
</VulinfoData></Vulinfo></VULDEF-Document>
`;
}
