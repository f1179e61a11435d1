import { folderOptions } from './folder-options.ts';

type Config = { options: ReadonlyMap<string, string> };

/**
 * The option that says that a source file of the kernel is not built: "CONFIG_TIPC".
 * @returns null unless a folder above it is built by one option alone and the configuration says that this is not set
 */
export function optionOff({ options }: Config, file: string): string | null {
  return optionsAbove(file).find((option) => options.get(option) === 'n') ?? null;
}

/** The option by which the nearest folder above a source file is built, where the configuration sets it. */
export function optionOn({ options }: Config, file: string): string | null {
  return optionsAbove(file).findLast((option) => ['y', 'm'].includes(options.get(option) ?? '')) ?? null;
}

/** Of the folders above a source file that are built by one option alone, from the root down. */
function optionsAbove(file: string): string[] {
  if (!/\.(?:c|S|rs)$/.test(file)) return [];
  const segments = file.replace(/^\/+/, '').split('/').slice(0, -1);
  return segments.flatMap((_, depth) => folderOptions.get(segments.slice(0, depth + 1).join('/')) ?? []);
}
