import { existsSync } from 'node:fs';
import { bestName, groupNames, type Statement } from '#intelligence/pure';
import type { Component } from '#matching/model';
import { candidatesOf, type KnownVulnerability, type Records, recordsByKey } from '#matching/pure';
import { StartProblem } from '#platform/start-problem';
import { complain } from './print.ts';
import { readSnapshot } from './snapshot.ts';
import type { StateOptions } from './with-state.ts';

type Options = StateOptions & { intel?: string[]; snapshot?: string };

/** What is known that may concern these components: of a snapshot, of files, or of the state of this machine. */
export async function readRecords(options: Options, components: readonly Component[]): Promise<Records> {
  if (options.snapshot !== undefined) return readSnapshot(options.snapshot);
  const keys = new Set(components.flatMap((component) => candidatesOf(component).map(({ key }) => key)));
  if (options.intel) return recordsByKey(grouped(await ofFiles(options.intel, keys)));
  return recordsByKey(grouped(await ofState(options, keys)));
}

/** Records that share a name are about one vulnerability. */
export function grouped(statements: readonly Statement[]): KnownVulnerability[] {
  const { groups } = groupNames(statements.map(({ names }, recordId) => ({ recordId, names, vulnerabilityId: null })));
  return groups.map(({ recordIds, names }) => ({
    ...{ name: bestName(names), names },
    statements: recordIds.map((id) => statements[id] as Statement),
  }));
}

async function ofFiles(paths: readonly string[], keys: ReadonlySet<string>): Promise<Statement[]> {
  const missing = paths.find((path) => !existsSync(path));
  if (missing)
    throw new StartProblem('configuration', `${missing} is not there.`, 'Name files, folders or archives of records.');
  const { readPaths } = await import('#intelligence');
  const wanted = wordsOf(keys);
  const statements: Statement[] = [];
  let refused = 0;
  for await (const one of readPaths(paths)) {
    if (one.kind === 'record') {
      if (one.source !== 'kev' && !mayConcern(one.bytes, wanted)) continue;
      const reading = one.read();
      if ('statement' in reading) statements.push(reading.statement);
      else refused += 1;
    } else if (one.kind === 'refused') refused += 1;
  }
  if (refused > 0) complain(`${refused} records or files could not be read; ./mamori intel import names them.`);
  return statements;
}

type Wanted = { words: ReadonlySet<string>; isForeign: boolean };

/** What a record must hold somewhere to be about one of these products: the name, without what spelling may change. */
function wordsOf(keys: ReadonlySet<string>): Wanted {
  const names = [...keys].map((key) => key.split(/[:/]/).at(-1) ?? '');
  return {
    words: new Set(names.map(bare).filter((word) => word !== '')),
    isForeign: names.some((name) => bare(name) === ''),
  };
}

const bare = (word: string) =>
  word
    .replaceAll(/%[0-9a-f]{2}/gi, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');

/** Most words of records are the same in all of them: keys, languages, vendors. */
const known = new Map<string, string>();
const mostKnown = 50_000;

function remembered(word: string): string {
  const letters = bare(word);
  if (known.size < mostKnown) known.set(word, letters);
  return letters;
}

/**
 * Reading a record takes longer than looking whether it can be about any of the components: its quoted words are enough.
 * A record that is passed over names none of the products, so nothing could meet it.
 */
function mayConcern(bytes: Uint8Array, { words, isForeign }: Wanted): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  for (const [word] of text.matchAll(/(?<=[":/>])[^":/<>\n]{1,120}(?=["</:@])/g)) {
    if (words.has(known.get(word) ?? remembered(word))) return true;
  }
  // A name in another script has no letters to look for.
  return isForeign && /[\u0080-\u00ff]/.test(text);
}

async function ofState(options: Options, keys: ReadonlySet<string>): Promise<Statement[]> {
  const { statementsByKeys } = await import('#matching');
  const { withState } = await import('./with-state.ts');
  return withState(options, 'scan', ({ tools }) => statementsByKeys(tools, [...keys]));
}
