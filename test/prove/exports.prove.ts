import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { TableFormat as formats, type TableFormat } from '#platform/browser/table-format';
import { signInAs, untilMatched } from '../journey/in-demo.ts';
import { started } from '../journey/started.ts';
import { aFolder } from '../processes.ts';

const office = process.env.MAMORI_OFFICE ?? '/usr/bin/soffice';

/** What LibreOffice is told of a text: comma, quote, the signs (76: UTF-8, 64: Shift JIS), from line 1, everything as text. */
const readAs: Record<TableFormat, string[]> = {
  csv: ['--infilter=CSV:44,34,76,1,,0,true'],
  'csv-cp932': ['--infilter=CSV:44,34,64,1,,0,true'],
  xlsx: [],
};

// Taking the trail as a file is written into it.
const yesterday = Temporal.Now.plainDateISO('Asia/Tokyo').subtract({ days: 1 });
const lists = `
  /audit?to=${yesterday} /components/where?q=openssl /deliveries /intelligence/imports /intelligence/phrases?which=set
  /jobs /notices /people /posts /products /products/tags /releases /sbom-imports /touching /touching/trend /vulnerabilities
  /vulnerabilities/CVE-2021-3711/releases /releases/{id}/components /releases/{id}/exposures /releases/{id}/unmatched
`
  .trim()
  .split(/\s+/);

/** Written in the language of the person who takes them. */
const ofPerson = ['/audit', '/people'];

test.runIf(existsSync(office))(
  'every list that is taken as a file is read by LibreOffice as it was written: both languages, all formats',
  async () => {
    const folder = aFolder(tmpdir());
    const server = await started('demo', path.join(folder, 'state'), /Ctrl-C/);
    const place = { url: server.url, cookie: await signInAs(server, 'システム管理者') };
    await untilMatched(place);
    const get = (address: string) => fetch(server.url + address, { headers: { cookie: place.cookie } });
    const { items } = (await (await get('/api/releases?q=1.4.7')).json()) as { items: { id: string }[] };
    const id = items[0]?.id ?? '';

    const asked = lists.flatMap((list) =>
      ['ja', 'en'].map((language) => ({ list: list.replace('{id}', id), language })),
    );
    const wrong: unknown[] = [];
    for (const format of formats.options) mkdirSync(path.join(folder, format));
    for (const [at, { list, language }] of asked.entries())
      for (const format of formats.options) {
        const [address = '', query] = list.split('?');
        const words = new URLSearchParams([...new URLSearchParams(query), ['format', format]]);
        if (!ofPerson.includes(address)) words.set('language', language);
        const answer = await get(`/api${address}/export?${words}`);
        if (answer.ok) writeFileSync(placeOf(folder, format, at), await answer.bytes());
        else wrong.push({ list, language, format, answer: await answer.text() });
      }
    await server.stop();
    expect(wrong).toEqual([]);

    const figures = { files: 0, rows: 0, cells: 0, japanese: 0 };
    for (const format of formats.options) {
      readByOffice(folder, format);
      for (const [at, one] of asked.entries()) {
        const written = rowsOf(placeOf(folder, 'csv', at));
        const read = rowsOf(path.join(folder, format, 'read', `${at}.csv`));
        figures.files += 1;
        figures.rows += read.length;
        figures.cells += read.flat().filter(Boolean).length;
        figures.japanese += read.flat().filter((cell) => /[ぁ-ヿ一-鿿]/.test(cell)).length;
        wrong.push(...differences(read, written, format).map((found) => ({ ...one, format, ...found })));
      }
    }
    if (process.env.MAMORI_FIGURES) writeFileSync(process.env.MAMORI_FIGURES, JSON.stringify(figures));
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(figures.japanese).toBeGreaterThan(1_000);
  },
);

const placeOf = (folder: string, format: TableFormat, at: number) =>
  path.join(folder, format, `${at}.${format === 'xlsx' ? 'xlsx' : 'csv'}`);

const rowsOf = (file: string): string[][] =>
  parse(readFileSync(file, 'utf8'), { bom: true, relax_column_count: true, skip_empty_lines: true });

/** Opens every file of a format and writes what it sees as UTF-8 text below `read`. */
function readByOffice(folder: string, format: TableFormat): void {
  const from = path.join(folder, format);
  const to = [
    '--convert-to',
    'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false',
    '--outdir',
    path.join(from, 'read'),
  ];
  const files = readdirSync(from).map((name) => path.join(from, name));
  const profile = `-env:UserInstallation=file://${path.join(folder, 'office')}`;
  execFileSync(office, [profile, '--headless', ...readAs[format], ...to, ...files], { stdio: 'ignore' });
}

function differences(read: string[][], written: string[][], format: TableFormat): object[] {
  const rows = read.length === written.length ? [] : [{ rows: read.length, written: written.length }];
  const cells = written.flatMap((row, at) =>
    row.map((cell, column) => ({
      at,
      title: written[0]?.[column] ?? '',
      written: cell,
      read: read[at]?.[column] ?? '',
    })),
  );
  return [...rows, ...cells.filter((cell) => !isSame(cell, format))];
}

/** Scores are numbers. Signs that CP932 does not have are written as what stands for them. Everything else is the same. */
function isSame(
  { title, read, written }: { title: string; read: string; written: string },
  format: TableFormat,
): boolean {
  if (read.trimEnd() === written.replaceAll('\r\n', '\n').trimEnd()) return true;
  if (/CVSS/.test(title) && Number(read) === Number(written)) return true;
  return format === 'csv-cp932' && [...read].length === [...written].length && /[^\p{ASCII}ぁ-ヿ一-鿿]/u.test(written);
}
