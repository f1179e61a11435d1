import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sharedData } from '../../../test/shared.ts';
import type { Range } from '../statement.ts';
import { readVersions } from './read-versions.ts';

const list = path.resolve(import.meta.dirname, '../../../docs/jpcert-version-phrases.md');
const records = sharedData('cve/cve5');
const jvn = sharedData('jvn');

type Entry = { record: string; product: string; text: string };

test.skipIf(!records || !jvn)('the committed list of phrases is what the grammar gives', () => {
  const written = page(jpcertEntries(records ?? ''), jvnTexts(jvn ?? ''));
  if (process.env.WRITE_PHRASES) writeFileSync(list, written);

  expect(readFileSync(list, 'utf8')).toBe(written);
});

function page(entries: Entry[], texts: string[]): string {
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
  ].join('\n');
}

function counts(texts: string[]): string[] {
  const unread = texts.filter((text) => 'unread' in readVersions(text)).length;
  return [`${texts.length} texts: ${texts.length - unread} read, ${unread} unread.`];
}

function row(cells: string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** A reading in a form that a person can check: "≤ 1.32", "[2.0, 2.3.1)", "unread: words-left". */
function said(text: string): string {
  const reading = readVersions(text);
  if ('unread' in reading) return `unread: ${reading.unread}`;
  return reading.parts
    .map(({ product, vulnerabilities, ranges }) => {
      const about = [product, ...vulnerabilities].filter((name) => name !== null).join(', ');
      return `${about && `${about}: `}${ranges.map(inSigns).join(', ')}`;
    })
    .join('; ');
}

function inSigns({ from, to }: Range): string {
  if (!from && !to) return 'all';
  if (!from) return `${to?.included ? '≤' : '<'} ${to?.version}`;
  if (!to) return `${from.included ? '≥' : '>'} ${from.version}`;
  if (from.version === to.version) return `= ${to.version}`;
  return `${from.included ? '[' : '('}${from.version}, ${to.version}${to.included ? ']' : ')'}`;
}

type Affected = { product?: string; versions?: { version?: string }[] };
type Cve = {
  cveMetadata: { cveId: string; assignerShortName?: string };
  containers: { cna: { affected?: Affected[] } };
};

function jpcertEntries(folder: string): Entry[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  const cves: Cve[] = files.map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
  const ofJpcert = cves.filter(({ cveMetadata }) => cveMetadata.assignerShortName === 'jpcert');
  ofJpcert.sort((a, b) => (a.cveMetadata.cveId < b.cveMetadata.cveId ? -1 : 1));
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
