import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { StartProblem } from '../start-problem.ts';
import { type Member, readTar, writeTar } from './tar.ts';

/**
 * Writes an archive under another name first, and gives it its own name when it is whole, on the disk and checked.
 * @param check  is handed the unfinished file
 * @returns the size of the file
 * @throws StartProblem (73) when the file exists already, or cannot be written; nothing is left behind
 */
export async function writeArchiveFile(
  file: string,
  members: AsyncIterable<Member>,
  madeAt: string,
  { check }: { check: (unfinished: string) => Promise<void> },
): Promise<number> {
  const unfinished = `${file}.part`;
  refuseExisting(file);
  claim(unfinished, file);
  try {
    const compress = createZstdCompress({
      params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 },
    });
    const tar = Readable.from(writeTar(members, Temporal.Instant.from(madeAt)), { objectMode: false });
    await pipeline(tar, compress, createWriteStream(unfinished, { flush: true }));
    await check(unfinished);
    giveName(unfinished, file);
    return statSync(file).size;
  } catch (problem) {
    throw writeProblem(problem, file) ?? problem;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** The members of an archive; damage shows as an error of zlib or BrokenTar. */
export async function* readArchiveFile(file: string): AsyncGenerator<Member> {
  const source = createReadStream(file);
  const decompress = createZstdDecompress();
  source.on('error', (problem) => decompress.destroy(problem));
  try {
    yield* readTar(source.pipe(decompress));
  } finally {
    source.destroy();
    decompress.destroy();
  }
}

function refuseExisting(file: string): void {
  if (!existsSync(file)) return;
  throw new StartProblem(
    'cannotCreate',
    `${file} exists already and was not touched.`,
    'Choose another name, or move that file away first.',
  );
}

const abandonedAfterMs = 60_000;

// A killed backup leaves its unfinished file; one that still grows belongs to a living one.
function claim(unfinished: string, file: string): void {
  const age = Date.now() - (statSync(unfinished, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  if (age < abandonedAfterMs)
    throw new StartProblem(
      'tryLater',
      `${unfinished} is being written by another backup.`,
      'Wait for it, or choose another name. What a killed backup left is replaced after a minute.',
    );
  try {
    closeSync(openSync(unfinished, 'w', 0o600));
  } catch (problem) {
    throw writeProblem(problem, file) ?? problem;
  }
}

// A link never replaces a file that came meanwhile; some file systems have none.
function giveName(unfinished: string, file: string): void {
  try {
    linkSync(unfinished, file);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'EEXIST') refuseExisting(file);
    refuseExisting(file);
    renameSync(unfinished, file);
  }
}

function writeProblem(problem: unknown, file: string): StartProblem | null {
  const code = (problem as NodeJS.ErrnoException | null)?.code;
  const folder = path.dirname(file);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return new StartProblem(
      'cannotCreate',
      `The disk that holds ${folder} is full; the unfinished archive was removed.`,
      'Free some space on it, or write the archive to another disk.',
      problem,
    );
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new StartProblem(
      'cannotCreate',
      `${file} cannot be written (${code}).`,
      'Choose a folder that exists and that this user may write to.',
      problem,
    );
  return null;
}
