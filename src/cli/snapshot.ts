import { existsSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { Statement } from '#intelligence/pure';
import { forScan, indexOf, type KnownVulnerability, type Records, recordsByIndex } from '#matching/pure';
import { openParts, writeParts } from '#platform/parts-file';
import { StartProblem } from '#platform/start-problem';

/** What tells a snapshot from other files; a change to what it holds makes it another. */
const kind = 'mamori-snapshot-1';

/** Writes what is known as a file that `scan` asks instead of the records themselves. @returns how many vulnerabilities */
export function writeSnapshot(file: string, vulnerabilities: Iterable<KnownVulnerability>): number {
  const places: number[] = [];
  const sums: number[] = [];
  let at = 0;
  const records = function* () {
    for (const vulnerability of vulnerabilities) {
      const bytes = Buffer.from(JSON.stringify(forScan(vulnerability)));
      places.push(at);
      sums.push(crc32(bytes));
      at += bytes.length;
      yield bytes;
    }
  };
  const numbers = function* () {
    yield new Uint8Array(Float64Array.from([...places, at]).buffer);
    yield new Uint8Array(Float64Array.from(sums).buffer);
  };
  writeParts(file, kind, [
    { name: 'index', chunks: [new Uint8Array(indexOf(vulnerabilities).buffer)] },
    { name: 'records', chunks: records() },
    { name: 'places', chunks: numbers() },
  ]);
  return places.length;
}

/** @throws StartProblem when it is no snapshot of this version, or damaged */
export function readSnapshot(file: string): Records {
  if (!existsSync(file)) throw refusal(file, 'is not there');
  const parts = openParts(file, kind);
  if ('refused' in parts)
    throw refusal(file, parts.refused === 'damaged' ? 'is damaged' : 'was made by another version');
  const [index, numbers] = [parts.whole('index'), parts.whole('places')];
  if (!index || !numbers) throw refusal(file, 'is damaged');
  const places = new Float64Array(numbers);
  const count = (places.length - 1) / 2;
  const records = recordsByIndex(index, (number) => {
    const [from = 0, to = 0] = places.subarray(number, number + 2);
    const bytes = parts.some('records', { at: from, bytes: to - from });
    if (crc32(bytes) !== places[count + 1 + number]) throw refusal(file, 'is damaged');
    return JSON.parse(Buffer.from(bytes.buffer).toString()) as KnownVulnerability;
  });
  if (!records) throw refusal(file, 'was made by another version');
  return records;
}

const refusal = (file: string, why: string) =>
  new StartProblem('configuration', `The snapshot ${file} ${why}.`, 'Make it anew with ./mamori intel snapshot.');

/** All that files, folders and archives hold. @returns the statements, and how much could not be read */
export async function statementsIn(paths: readonly string[]): Promise<{ statements: Statement[]; refused: number }> {
  const missing = paths.find((path) => !existsSync(path));
  if (missing) throw new StartProblem('configuration', `${missing} is not there.`, 'Check its name.');
  const { readPaths } = await import('#intelligence');
  const statements: Statement[] = [];
  let refused = 0;
  for await (const one of readPaths(paths)) {
    const reading = one.kind === 'record' ? one.read() : null;
    if (reading && 'statement' in reading) statements.push(reading.statement);
    else if (reading || one.kind === 'refused') refused += 1;
  }
  return { statements, refused };
}
