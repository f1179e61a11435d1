import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');

type Manifest = {
  license?: string | { type?: string };
  licenses?: { type?: string }[];
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
};
type Locked = Manifest & { version: string; optional?: boolean; devOptional?: boolean };

const read = (file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as unknown;
const locked = (read('package-lock.json') as { packages: Record<string, Locked> }).packages;

/** Development dependencies that run on a maker's machine all the same: the first start builds the pages with them. */
export const builders = ['vite', '@vitejs/plugin-react'];

export type Shipped = {
  name: string;
  version: string;
  /** Below the root, e.g. "node_modules/pg". */
  folder: string;
  /** As the package itself says; of a package for another platform, as the lock file says. Undefined: it says nothing. */
  licence: string | undefined;
  installed: boolean;
  /** Left out where the platform has no use for it. */
  optional: boolean;
};

/** Where a package finds another: in its own node_modules, or in those above it. Undefined: not installed anywhere. */
function resolve(from: string, name: string): string | undefined {
  const above = from === '' ? [] : from.split(/\/(?=node_modules\/)/);
  for (let depth = above.length; depth >= 0; depth--) {
    const at = [...above.slice(0, depth), `node_modules/${name}`].join('/');
    if (at in locked) return at;
  }
  return undefined;
}

/**
 * Everything that is installed because something of these needs it, by folder.
 * @throws Error naming a dependency that package-lock.json does not have
 */
function closureOf(names: string[]): Shipped[] {
  const seen = new Map<string, Shipped>();
  const open = names.map((name) => ({ from: '', name, optional: false }));
  for (let next = open.pop(); next; next = open.pop()) {
    const folder = resolve(next.from, next.name);
    if (!folder && !next.optional)
      throw new Error(`${next.from} needs ${next.name}, which is not in package-lock.json`);
    if (!folder || seen.has(folder)) continue;
    const entry = locked[folder] as Locked;
    seen.set(folder, shippedOf(folder, entry));
    for (const name of Object.keys(entry.dependencies ?? {})) open.push({ from: folder, name, optional: false });
    for (const name of Object.keys(entry.optionalDependencies ?? {})) open.push({ from: folder, name, optional: true });
    // A peer that npm has not installed is one that nobody uses.
    for (const name of Object.keys(entry.peerDependencies ?? {})) open.push({ from: folder, name, optional: true });
  }
  return [...seen.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

function shippedOf(folder: string, entry: Locked): Shipped {
  const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const installed = existsSync(path.join(root, folder, 'package.json'));
  const manifest = installed ? (read(`${folder}/package.json`) as Manifest) : entry;
  const { version, optional = false } = entry;
  return { name, version, folder, licence: licenceOf(manifest), installed, optional };
}

/** Packages of long ago say it as an object or as a list to choose from. */
function licenceOf({ license, licenses }: Manifest): string | undefined {
  if (typeof license === 'string') return license;
  if (license?.type) return license.type;
  const types = (licenses ?? []).flatMap(({ type }) => type ?? []);
  return types.length > 0 ? types.join(' OR ') : undefined;
}

const own = locked[''] as Manifest;

/** What runs on a maker's machine: the production dependencies and the builders of the pages, with all they need. */
export const shipped: Shipped[] = closureOf([
  ...Object.keys(own.dependencies ?? {}),
  ...Object.keys(own.optionalDependencies ?? {}),
  ...builders,
]);

/** Only what our own production dependencies are, by name. */
export const productionDependencies: ReadonlySet<string> = new Set(Object.keys(own.dependencies ?? {}));

/** The texts of a package's own licence files. */
export function licenceTexts({ folder, installed }: Shipped): { file: string; text: string }[] {
  if (!installed) return [];
  return readdirSync(path.join(root, folder))
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .sort()
    .map((file) => ({ file: `${folder}/${file}`, path: path.join(root, folder, file) }))
    .map(({ file, path: at }) => ({ file, text: readFileSync(at, 'utf8') }));
}
