import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

import { root } from './version.ts';

const packable = new Set(['.js', '.css', '.svg', '.html', '.json', '.webmanifest']);

/**
 * Builds the pages into the state folder, once per state of the sources; an interrupted build leaves nothing that counts.
 * @returns the folder with index.html and assets/
 */
export async function buildWeb(stateFolder: string, progress: (line: string) => void): Promise<string> {
  const print = fingerprint();
  const shipped = path.join(root, 'dist/pages', print);
  if (existsSync(path.join(shipped, 'index.html'))) return shipped;
  const builds = path.join(stateFolder, 'web');
  const folder = path.join(builds, print);
  if (existsSync(path.join(folder, 'index.html'))) return folder;

  progress('Building the pages (once per version)');
  const making = `${folder}.${process.pid}`;
  mkdirSync(builds, { recursive: true });
  const { build } = await import('vite');
  await build({
    configFile: path.join(root, 'vite.config.ts'),
    configLoader: 'native',
    logLevel: 'error',
    mode: 'production',
    build: { outDir: making, emptyOutDir: true },
  });
  for (const file of globSync('**/*', { cwd: making })) pack(path.join(making, file));
  renameSync(making, folder);
  for (const other of readdirSync(builds))
    if (path.join(builds, other) !== folder) rmSync(path.join(builds, other), { recursive: true, force: true });
  return folder;
}

/** Builds the pages beside the sources, for an image or a package: no start has to build them then. */
export async function buildShipped(progress: (line: string) => void): Promise<string> {
  const built = await buildWeb(path.join(root, 'dist/making'), progress);
  const shipped = path.join(root, 'dist/pages', path.basename(built));
  if (built === shipped) return shipped;
  mkdirSync(path.dirname(shipped), { recursive: true });
  renameSync(built, shipped);
  return shipped;
}

/** A browser takes the smaller form; index.html changes with each answer and stays as it is. */
function pack(file: string): void {
  if (!packable.has(path.extname(file)) || path.basename(file) === 'index.html') return;
  const bytes = readFileSync(file);
  if (bytes.length < 1024) return;
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }));
}

/** Changes with every file that the pages are made of. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const files = globSync(
    [
      'src/**/*.{ts,tsx,css,html,svg,webmanifest}',
      'docs/guides/{*.md,pictures/*.png}',
      'package-lock.json',
      'vite.config.ts',
    ],
    { cwd: root },
  );
  for (const file of files.sort())
    if (!file.endsWith('.test.ts'))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(path.join(root, file)))
        .update('\0');
  return hash.digest('hex').slice(0, 16);
}
