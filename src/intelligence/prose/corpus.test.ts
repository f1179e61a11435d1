import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sharedData } from '../../../test/shared.ts';
import { said } from '../../../test/versions-said.ts';
import { readVersions } from './read-versions.ts';

const list = path.resolve(import.meta.dirname, '../../../docs/jpcert-version-phrases.md');
const records = sharedData('cve/cve5');
const jvn = sharedData('jvn');

type Entry = { record: string; product: string; text: string };

test.skipIf(!records || !jvn)('the committed list of phrases is what the grammar gives', () => {
  const written = page(readRecords(records ?? ''), jvnTexts(jvn ?? ''));
  if (process.env.WRITE_PHRASES) writeFileSync(list, written);

  expect(readFileSync(list, 'utf8')).toBe(written);
});

function page(cves: Cve[], texts: string[]): string {
  const entries = jpcertEntries(cves);
  const rows = entries.map(({ record, product, text }) => row([record, product, text, said(text)]));
  return [
    '# How phrases about versions are read',
    '',
    'Every version entry of the CVE records that JPCERT/CC assigned, in the set that the tests use, and what `readVersions` makes of it.',
    'Written by `WRITE_PHRASES=1 vitest run src/intelligence/prose/corpus.test.ts`; a test compares.',
    '',
    ...counts(entries.map(({ text }) => text)),
    '',
    '| record | product | text | read as |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    '## Version texts of JVN iPedia',
    '',
    ...counts(texts),
    '',
    '| text | read as |',
    '| --- | --- |',
    ...texts.map((text) => row([text, said(text)])),
    '',
    '## Every text of the set that is not a plain version',
    '',
    ...counts(phrasesOf(cves)),
    '',
  ].join('\n');
}

function counts(texts: string[]): string[] {
  const unread = texts.filter((text) => 'unread' in readVersions(text)).length;
  return [`${texts.length} texts: ${texts.length - unread} read, ${unread} unread.`];
}

function row(cells: string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

type Version = { version?: string; lessThan?: string; lessThanOrEqual?: string };
type Container = { affected?: { product?: string; versions?: Version[] }[] };
type Cve = {
  cveMetadata: { cveId: string; assignerShortName?: string };
  containers: { cna: Container; adp?: Container[] };
};

function readRecords(folder: string): Cve[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  const cves: Cve[] = files.map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
  return cves.sort((a, b) => (a.cveMetadata.cveId < b.cveMetadata.cveId ? -1 : 1));
}

/** What any of the containers writes in a field for a version, where it is more than a version. */
function phrasesOf(cves: Cve[]): string[] {
  const containers = cves.flatMap(({ containers: { cna, adp = [] } }) => [cna, ...adp]);
  const versions = containers.flatMap(({ affected = [] }) => affected.flatMap((product) => product.versions ?? []));
  const texts = versions.flatMap(({ version, lessThan, lessThanOrEqual }) => [version, lessThan, lessThanOrEqual]);
  return [...new Set(texts.filter((text) => text !== undefined && !/^[vV]?\d[\w.+-]*$/.test(text.trim())))] as string[];
}

function jpcertEntries(cves: Cve[]): Entry[] {
  const ofJpcert = cves.filter(({ cveMetadata }) => cveMetadata.assignerShortName === 'jpcert');
  return ofJpcert.flatMap(({ cveMetadata, containers }) =>
    (containers.cna.affected ?? []).flatMap(({ product = '', versions = [] }) =>
      versions.map(({ version = '' }) => ({
        record: cveMetadata.cveId,
        product: product.trim(),
        text: version.trim(),
      })),
    ),
  );
}

function jvnTexts(folder: string): string[] {
  const found: { text: string }[] = JSON.parse(readFileSync(path.join(folder, 'real-version-strings.json'), 'utf8'));
  return found.map(({ text }) => text);
}
