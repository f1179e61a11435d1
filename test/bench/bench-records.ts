import { beginImport, type Incoming, importRecords } from '../../src/intelligence/import-records.ts';
import { readJsonFile } from '../../src/intelligence/reading/readers.ts';
import { aCveRecord } from '../cve-record.ts';
import { nameOf, versionOf } from './large-inventory.ts';
import type { Measured } from './on-server.ts';

/** Vulnerabilities of components of the large inventory; it has so many names. */
export const vulnerabilities = 10_000;
const names = 20_000;

/** How vulnerability n is called. */
export const idOf = (n: number) => `CVE-2025-${10_000 + n}`;

/** The popular 40 have 10 vulnerabilities each, the others are spread over names that few releases have. */
const nameOfVulnerability = (n: number) => (n < 400 ? n % 40 : 40 + ((n * 37) % (names - 40)));

/** The record of vulnerability n, whose range ends before version `before` of its component. */
export function record(n: number, before: number): object {
  const of = nameOfVulnerability(n);
  const name = nameOf(of).toLowerCase();
  const ends = {
    version: versionOf(of, before % 5),
    lessThan: versionOf(of, before),
    status: 'affected',
    versionType: 'custom',
  };
  return aCveRecord(idOf(n), { vendor: name, product: name, versions: [ends], score: 4 + (n % 60) / 10 });
}

const endOf = (n: number) => 5 + ((n * 7) % 15);

/** All of them. */
export function* records(): Generator<object> {
  for (let n = 0; n < vulnerabilities; n++) yield record(n, endOf(n));
}

/** Imports documents, and waits until everything that follows is done. */
export async function bringIn({ tools, drain }: Measured, documents: Iterable<object>): Promise<void> {
  const id = await beginImport(tools, { names: ['bench'], fileSha256: null });
  await importRecords(tools, { id, incoming: incoming(documents) });
  await drain();
}

async function* incoming(documents: Iterable<object>): AsyncGenerator<Incoming> {
  for (const document of documents) {
    const bytes = new TextEncoder().encode(JSON.stringify(document));
    yield* readJsonFile({
      name: 'bench.json',
      sizeBytes: bytes.length,
      read: async function* () {
        yield bytes;
      },
    });
  }
}
