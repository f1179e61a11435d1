import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

export const root = path.join(import.meta.dirname, '../..');

/** The steps from left to right; a call may only go left. */
export const order = [
  'access',
  'messages',
  'operations',
  'organization',
  'clocks',
  'inventory',
  'supply',
  'design',
  'fleet',
  'intelligence',
  'verdicts',
  'matching',
  'intake',
  'triage',
  'disclosure',
  'adoption',
  'assurance',
];

export type Import = { from: string; target: string | null; typeOnly: boolean };
export type Source = { file: string; text: string; imports: Import[] };

const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  imports: Record<string, string>;
};
// The longest pattern wins, as in Node.
const patterns = Object.entries(manifest.imports).sort(([a], [b]) => b.length - a.length);

/** The file that an import means, relative to the root; null for a package or a builtin. */
function resolve(file: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return path.normalize(path.join(path.dirname(file), specifier));
  if (!specifier.startsWith('#')) return null;
  for (const [pattern, target] of patterns) {
    const [before = '', after = ''] = pattern.split('*');
    if (!pattern.includes('*')) {
      if (specifier === pattern) return path.normalize(target);
      continue;
    }
    if (
      specifier.startsWith(before) &&
      specifier.endsWith(after) &&
      specifier.length > before.length + after.length - 1
    )
      return path.normalize(target.replace('*', specifier.slice(before.length, specifier.length - after.length)));
  }
  return null;
}

type Node = {
  type: string;
  importKind?: string;
  exportKind?: string;
  source?: { value: string } | null;
  specifiers?: { importKind?: string }[];
};

/** Every import of a source: static, re-export and dynamic. */
function importsOf(file: string, text: string): Import[] {
  const { program, module } = parseSync(file, text);
  const found: Import[] = [];
  for (const node of program.body as unknown as Node[]) {
    if (!node.source) continue;
    const kind = node.importKind ?? node.exportKind;
    const each = node.specifiers ?? [];
    const typeOnly = kind === 'type' || (each.length > 0 && each.every((one) => one.importKind === 'type'));
    found.push({ from: node.source.value, target: resolve(file, node.source.value), typeOnly });
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const from = text.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, '');
    found.push({ from, target: resolve(file, from), typeOnly: false });
  }
  return found;
}

/** All our sources below src/, without tests and without generated tables. */
export const sources: Source[] = globSync('src/**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !/\.test\.tsx?$/.test(file) && file !== 'src/platform/tables.ts')
  .sort()
  .map((file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    return { file, text, imports: importsOf(file, text) };
  });

export const sourceByFile = new Map(sources.map((source) => [source.file, source]));

/** The first folder below src/, e.g. "access"; "" for a file directly below. */
export const roomOf = (file: string): string => (file.split('/').length > 2 ? (file.split('/')[1] ?? '') : '');
export const isStep = (room: string): boolean => order.includes(room);
export const fileExists = (file: string): boolean => existsSync(path.join(root, file));

/** Everything that is loaded when this file is: its imports at run time, and theirs. */
export function reach(file: string): Source[] {
  const seen = new Set<string>();
  const walk = (one: string): void => {
    const source = sourceByFile.get(one);
    if (!source || seen.has(one)) return;
    seen.add(one);
    for (const { target, typeOnly } of source.imports) if (target && !typeOnly) walk(target);
  };
  walk(file);
  return [...seen].flatMap((one) => sourceByFile.get(one) ?? []);
}
