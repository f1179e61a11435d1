import { createReadStream, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsaf, writeCsafVex } from '#formats/csaf';
import { readCycloneDxJson, writeCycloneDxJson } from '#formats/cyclonedx';
import { readOpenVex, writeOpenVex } from '#formats/openvex';
import { cycloneDxSchemas } from '../../../test/sbom-schemas.ts';
import { sharedData } from '../../../test/shared.ts';
import { csafSchema, jsonFilesIn, openVexSchema } from '../../../test/vex-schemas.ts';
import { justifications, verdictStatuses } from '../model.ts';
import { fromCsaf } from './from-csaf.ts';
import { fromCycloneDx } from './from-cyclonedx.ts';
import { fromOpenVex } from './from-openvex.ts';
import { type VexDocument, type VexReading, type VexStatement, vexResponses } from './model.ts';
import { toCsaf } from './to-csaf.ts';
import { toCycloneDxVex } from './to-cyclonedx.ts';
import { toOpenVex } from './to-openvex.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const limits = { bytes: 64 * 1024 * 1024, depth: 200, values: 1_000_000 };

const documentOf = (statements: VexStatement[]): VexDocument => ({
  head: {
    id: 'urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79',
    author: 'Example',
    at: '2026-11-01T00:00:00Z',
    version: 2,
  },
  ...{ namespace: 'https://example.com', title: 'Router 1.2', tool: { name: 'Mamori', version: '0.1.0' }, statements },
});

type Format = { write: (document: VexDocument) => string; read: (text: string) => Promise<VexReading> };
const formats: Record<'openvex' | 'csaf' | 'cyclonedx', Format> = {
  openvex: {
    write: (document) => writeOpenVex(toOpenVex(document)),
    read: async (text) => fromOpenVex(ofRead(readOpenVex(bytesOf(text)))),
  },
  csaf: {
    write: (document) => writeCsafVex(toCsaf(document)),
    read: async (text) => fromCsaf(ofRead(readCsaf(bytesOf(text)))),
  },
  cyclonedx: {
    write: (document) => [...writeCycloneDxJson(toCycloneDxVex(document))].join(''),
    read: async (text) => fromCycloneDx(await Array.fromAsync(readCycloneDxJson([bytesOf(text)] as never, limits))),
  },
};

function ofRead<Document>(read: { document: Document } | { problems: readonly unknown[] }): Document {
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.document;
}

/** In the order that all formats can keep: what one format groups another does not. */
const sorted = (statements: readonly VexStatement[]) =>
  statements
    .map((statement) => ({ ...statement, aliases: [...statement.aliases].sort() }))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
const keyOf = ({ vulnerability, product, part }: VexStatement) =>
  JSON.stringify([vulnerability, product?.id, part?.purl, part?.cpe, part?.name, part?.version]);

/** What a format says in words of its own of each statement: the one list of what is not said there. */
const kept: Record<keyof typeof formats, (statement: VexStatement) => VexStatement> = {
  openvex: (statement) => ({ ...statement, response: null }),
  csaf: (statement) =>
    statement.status === 'affected' ? { ...statement, response: statement.response ?? 'none-yet' } : statement,
  cyclonedx: (statement) => statement,
};

const text = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).filter((one) => one.trim() !== '');
const textOrNone = fc.oneof(fc.constant(''), text);
const word = fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/);
const numbers = fc.stringMatching(/^[0-9]{1,3}\.[0-9]{1,3}$/);
const part = fc
  .record({ name: word, version: numbers, by: fc.constantFrom('purl', 'cpe', 'both') })
  .map(({ name, version, by }) => ({
    ...{ name, version, purl: by === 'cpe' ? null : `pkg:generic/${name}@${version}` },
    cpe: by === 'purl' ? null : `cpe:2.3:a:${name}:${name}:${version}:*:*:*:*:*:*:*`,
  }));
const product = fc.record({ name: word, version: numbers, id: fc.uuid() }).map(({ name, version, id }) => ({
  ...{ id: `urn:uuid:${id}`, name, version, purl: `pkg:generic/${name}@${version}`, range: null },
  cpe: `cpe:2.3:o:example:${name}:${version}:*:*:*:*:*:*:*`,
}));
const said = fc.record({
  ...{ impact: textOrNone, note: textOrNone, action: textOrNone },
  ...{ response: fc.constantFrom(null, ...vexResponses), justification: fc.constantFrom(...justifications) },
  ...{ status: fc.constantFrom(...verdictStatuses), withReason: fc.boolean() },
  at: fc
    .integer({ min: 1, max: 2_000_000_000 })
    .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString()),
});
const names = fc
  .record({ number: fc.integer({ min: 1000, max: 99_999 }), by: fc.constantFrom('cve', 'both', 'others') })
  .map(({ number, by }): Pick<VexStatement, 'vulnerability' | 'aliases'> => {
    if (by === 'others') return { vulnerability: `GHSA-${number}`, aliases: [`JVNDB-${number}`] };
    return { vulnerability: `CVE-2026-${number}`, aliases: by === 'cve' ? [] : [`GHSA-${number}`] };
  });
const statement = fc
  .record({ names, product, part: fc.option(part), said })
  .map(({ names: named, said: { withReason, ...rest }, ...about }): VexStatement => {
    const isSafe = rest.status === 'not-affected';
    const isAffected = rest.status === 'affected';
    return {
      ...{ ...named, ...about, ...rest },
      justification: isSafe && withReason ? rest.justification : null,
      ...{ action: isAffected ? rest.action : '', response: isAffected ? rest.response : null },
    };
  });
const statements = fc
  .array(statement, { minLength: 1, maxLength: 12 })
  .map((all) => [...new Map(all.map((one) => [keyOf(one), one])).values()])
  // One vulnerability has the same aliases everywhere.
  .filter(
    (all) =>
      new Set(all.map((one) => one.vulnerability)).size ===
      new Set(all.map((one) => JSON.stringify([one.vulnerability, one.aliases]))).size,
  );

const checks: Partial<Record<keyof typeof formats, (written: string) => string[]>> = {};
const [spec, csaf, cyclonedx] = ['vex/openvex-spec', 'csaf/oasis-2.0-schemas', 'sbom/cyclonedx-schemas'].map(
  sharedData,
);
if (spec) checks.openvex = openVexSchema(spec);
if (csaf) checks.csaf = csafSchema(csaf);
if (cyclonedx) checks.cyclonedx = cycloneDxSchemas(cyclonedx)('1.6', 'json');

describe.each(Object.keys(formats) as (keyof typeof formats)[])('%s', (name) => {
  const { write, read } = formats[name];

  test('keeps every statement, and is written as its schema asks', async () => {
    await fc.assert(
      fc.asyncProperty(statements, async (all) => {
        const written = write(documentOf(all));
        const reading = await read(written);

        expect(checks[name]?.(written) ?? []).toEqual([]);
        expect(reading.unread).toEqual([]);
        expect(sorted(reading.statements)).toEqual(sorted(all.map(kept[name])));
      }),
      { numRuns: 60 },
    );
  });
});

test('three formats after each other keep every statement', async () => {
  await fc.assert(
    fc.asyncProperty(
      statements,
      fc.shuffledSubarray(['openvex', 'csaf', 'cyclonedx'] as const, { minLength: 3 }),
      async (all, order) => {
        let now = all;
        for (const name of order) now = (await formats[name].read(formats[name].write(documentOf(now)))).statements;

        const loose = (list: VexStatement[]) => sorted(list).map((one) => ({ ...one, response: null }));
        expect(loose(now)).toEqual(loose(all));
      },
    ),
    { numRuns: 30 },
  );
});

const pairs = sharedData('vex/pairs');
const examples = sharedData('csaf/oasis-2.0-examples');
const official = sharedData('vex/cyclonedx');
if (pairs && examples && official) {
  const files: [string, keyof typeof formats][] = [
    ...jsonFilesIn(pairs, /openvex.*json$/).map((name): [string, 'openvex'] => [path.join(pairs, name), 'openvex']),
    ...jsonFilesIn(pairs, /csaf.*json$/).map((name): [string, 'csaf'] => [path.join(pairs, name), 'csaf']),
    ...jsonFilesIn(examples, /csaf_vex.*json$/).map((name): [string, 'csaf'] => [path.join(examples, name), 'csaf']),
    ...jsonFilesIn(official, /vex\.json$/).map((name): [string, 'cyclonedx'] => [
      path.join(official, name),
      'cyclonedx',
    ]),
  ];

  test.each(files)('%s (%s) says the same statements in all three', async (file, own) => {
    const reading =
      own === 'cyclonedx'
        ? fromCycloneDx(await Array.fromAsync(readCycloneDxJson(createReadStream(file), limits)))
        : await formats[own].read(readFileSync(file, 'utf8'));
    const all = reading.statements.map(withProduct);

    expect(all.length).toBeGreaterThan(0);
    expect(reading.unread).toEqual([]);
    for (const name of Object.keys(formats) as (keyof typeof formats)[]) {
      const again = await formats[name].read(formats[name].write(documentOf(all)));

      expect(again.statements.map(coreOf).sort(), name).toEqual(all.map(coreOf).sort());
    }
  });
}

/** A document that is filed with a product may leave it out; one that stands alone cannot. */
const withProduct = (one: VexStatement): VexStatement => ({
  ...one,
  product: one.product ?? {
    id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
    name: 'router',
    version: null,
    purl: null,
    cpe: null,
    range: null,
  },
});

/** What a statement is: which vulnerability, how it stands, and why. Names of products differ by format. */
const coreOf = ({ vulnerability, status, justification, impact, action }: VexStatement) =>
  JSON.stringify([vulnerability, status, justification, impact, status === 'affected' ? action : '']);
