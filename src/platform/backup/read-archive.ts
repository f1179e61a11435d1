import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { StartProblem } from '../start-problem.ts';
import { readArchiveFile } from './archive-file.ts';
import { archiveFormat, endName, endOf, fileName, jobsName, Manifest, manifestName, pieceOf } from './manifest.ts';
import { type Digest, Meter } from './table-digest.ts';
import { BrokenTar, type Member } from './tar.ts';

/** The archive cannot be believed; nothing was changed. `member` is what is bad in it, e.g. "tables/person". */
export class DamagedArchive extends StartProblem {
  readonly member: string | null;

  constructor(file: string, what: string, member: string | null) {
    super(
      'configuration',
      `${file} is not whole: ${what}. Nothing was changed.`,
      'Take another backup; this one cannot be trusted.',
    );
    this.name = 'DamagedArchive';
    this.member = member;
  }
}

/**
 * Reads a whole archive and compares every member with the manifest.
 * @returns the manifest
 * @throws DamagedArchive naming the first bad member, StartProblem when the file is not there or of a newer form
 */
export async function checkArchive(file: string): Promise<Manifest> {
  if (!existsSync(file))
    throw new StartProblem('unavailable', `There is no file ${file}.`, 'Name the archive that ./mamori backup wrote.');
  const found: Found = new Map();
  let text: string | undefined;
  let whole = false;
  let last: string | null = null;
  try {
    for await (const member of readArchiveFile(file)) {
      last = member.name;
      if (whole || (text !== undefined && last !== endName))
        throw new DamagedArchive(file, `${last} follows the manifest`, last);
      if (last === manifestName) text = await textOf(member);
      else if (last === endName) whole = (await textOf(member)) === endOf(text ?? '');
      else await digestMember(member, found, file);
    }
    // Node's decompressor does not always tell that a stream was cut off; the end member does.
    if (text === undefined || !whole)
      throw new DamagedArchive(file, 'its manifest is missing or was changed', manifestName);
    const manifest = readManifest(text, file);
    compare(manifest, found, file);
    return manifest;
  } catch (problem) {
    throw damageOf(problem, file, last);
  }
}

export async function textOf(member: Member): Promise<string> {
  const pieces = [];
  for await (const bytes of member.content) pieces.push(bytes);
  return Buffer.concat(pieces).toString('utf8');
}

function readManifest(text: string, file: string): Manifest {
  const format = z.object({ format: z.int() }).parse(JSON.parse(text));
  if (format.format > archiveFormat)
    throw new StartProblem(
      'configuration',
      `${file} was made by a newer version of Mamori (form ${format.format}; this one reads ${archiveFormat}).`,
      'Restore it with that version or a newer one.',
    );
  return Manifest.parse(JSON.parse(text));
}

/** By table or member: what was read of it so far. */
type Found = Map<string, { meter: Meter; pieces: number }>;

// Pieces of one table are hashed as one; they follow each other without a gap.
async function digestMember(member: Member, found: Found, file: string): Promise<void> {
  const piece = pieceOf(member.name);
  const subject = piece ? `tables/${piece.table}` : member.name;
  const state = found.get(subject) ?? { meter: new Meter(), pieces: 0 };
  if (state.pieces !== (piece?.piece ?? 0))
    throw new DamagedArchive(file, `before ${member.name} something is missing`, member.name);
  for await (const bytes of member.content) state.meter.add(bytes);
  state.pieces++;
  found.set(subject, state);
}

function compare(manifest: Manifest, found: Found, file: string): void {
  const actual = new Map([...found].map(([subject, { meter }]) => [subject, meter.digest()]));
  const empty = { rows: 0, sizeBytes: 0, sha256: createHash('sha256').digest('hex') };
  const expected = new Map<string, Partial<Digest>>([
    [jobsName, { sha256: manifest.jobs.sha256 }],
    ...manifest.tables.map(
      ({ name, rows, sizeBytes, sha256 }) => [`tables/${name}`, { rows, sizeBytes, sha256 }] as const,
    ),
    ...manifest.files.map(({ sha256, sizeBytes }) => [fileName(sha256), { sha256, sizeBytes }] as const),
  ]);
  for (const [subject, wanted] of expected) {
    const is = actual.get(subject);
    if (!is && wanted.sha256 !== empty.sha256) throw new DamagedArchive(file, `${subject} is missing`, subject);
    for (const [what, value] of Object.entries(wanted))
      if ((is ?? empty)[what as keyof Digest] !== value)
        throw new DamagedArchive(file, `${subject} is not what the manifest says (${what})`, subject);
  }
  for (const subject of actual.keys())
    if (!expected.has(subject)) throw new DamagedArchive(file, `${subject} is not in the manifest`, subject);
}

function damageOf(problem: unknown, file: string, last: string | null): unknown {
  if (problem instanceof StartProblem) return problem;
  if (problem instanceof BrokenTar)
    return new DamagedArchive(file, `${problem.message}${after(problem.after)}`, problem.after);
  if (problem instanceof z.ZodError || problem instanceof SyntaxError)
    return new DamagedArchive(file, 'the manifest has the wrong shape', manifestName);
  const code = (problem as NodeJS.ErrnoException | null)?.code ?? '';
  if (
    code.startsWith('ZSTD_') ||
    code.startsWith('Z_') ||
    code.startsWith('ERR_ZLIB') ||
    /unexpected end|zstd/i.test(String(problem))
  )
    return new DamagedArchive(file, `its bytes were changed or cut off${after(last)}`, last);
  return problem;
}

const after = (member: string | null) => (member === null ? '' : ` in or after ${member}`);
