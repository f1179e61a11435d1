import { folderOptions } from './folder-options.ts';

/**
 * The option that says that a source file of the kernel is not built: "CONFIG_TIPC".
 * @returns null unless a folder above it is built by one option alone and the configuration says that this is not set
 */
export function optionOff({ options }: { options: ReadonlyMap<string, string> }, file: string): string | null {
  if (!/\.(?:c|S|rs)$/.test(file)) return null;
  const segments = file.replace(/^\/+/, '').split('/').slice(0, -1);
  for (let depth = 1; depth <= segments.length; depth++) {
    const option = folderOptions.get(segments.slice(0, depth).join('/'));
    if (option !== undefined && options.get(option) === 'n') return option;
  }
  return null;
}
