import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readXlsx } from './read-xlsx.ts';
import { writeXlsx } from './write-xlsx.ts';

const file = writeXlsx({
  sheets: [
    {
      name: '製品',
      columns: [
        { title: '型番', kind: 'text' },
        { title: '終了日', kind: 'day' },
      ],
      rows: [
        ['MR-1167', Temporal.PlainDate.from('2031-03-31')],
        ['MR-300', null],
      ],
    },
  ],
});
const position = fc.nat(file.length - 1);
const change = fc.tuple(position, fc.integer({ min: 0, max: 255 }));

test('a changed file is refused or reads the same: nothing wrong is taken for right', async () => {
  const whole = JSON.stringify((await readXlsx(file)).document);

  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      const bytes = file.slice();
      for (const [at, byte] of changes) bytes[at] = byte;

      const { document, problems } = await readXlsx(bytes);

      if (problems.length === 0) expect(JSON.stringify(document)).toBe(whole);
    }),
    { numRuns: 3_000 },
  );
}, 60_000);

test('a truncated file is always a problem', async () => {
  await fc.assert(
    fc.asyncProperty(position, async (length) => {
      expect((await readXlsx(file.subarray(0, length))).problems).toHaveLength(1);
    }),
    { numRuns: 500 },
  );
});

test('noise is always a problem', async () => {
  const noise = fc.tuple(fc.constantFrom('', 'PK\u0003\u0004', 'PK\u0005\u0006'), fc.uint8Array({ maxLength: 200 }));

  await fc.assert(
    fc.asyncProperty(noise, async ([head, tail]) => {
      const bytes = new Uint8Array([...new TextEncoder().encode(head), ...tail]);

      expect((await readXlsx(bytes)).problems).toHaveLength(1);
    }),
    { numRuns: 1_000 },
  );
});

test('parts with changed XML in a sound package are read or refused, never more', async () => {
  const parts = unzipSync(file);
  const names = fc.constantFrom(...Object.keys(parts));
  const snippet = fc.constantFrom(
    '<',
    '>',
    '"',
    '</c>',
    '<c>',
    '<row r="9">',
    '<v>',
    '<is>',
    '<rPh>',
    '<!DOCTYPE x>',
    '&',
    '\ud800',
    '-1',
    'e9',
    '\0',
  );

  await fc.assert(
    fc.asyncProperty(names, fc.nat(), fc.nat(12), snippet, async (name, at, length, text) => {
      const xml = strFromU8(parts[name] ?? new Uint8Array());
      const start = at % (xml.length + 1);
      const changed = xml.slice(0, start) + text + xml.slice(start + length);

      const { document, problems } = await readXlsx(zipSync({ ...parts, [name]: strToU8(changed) }, { level: 0 }));

      expect(document.sheets.length + problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 2_000 },
  );
}, 60_000);
