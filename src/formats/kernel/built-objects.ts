import { type BuiltObjects, fault, type KernelReading, linesOf } from './evidence.ts';

// The folders at the root of the source. Absolute paths and those of a build folder begin with something else.
const roots = new Set(
  'arch block certs crypto drivers fs init io_uring ipc kernel lib mm net rust samples scripts security sound tools usr virt'.split(
    ' ',
  ),
);

/**
 * Reads a list of what a build made, one path a line: of objects (find . -name '*.o'), or modules.builtin, or modules.order.
 * @source Linux, Documentation/kbuild/kbuild: "modules.order", "modules.builtin"
 */
export function readBuiltObjects(text: string): KernelReading<BuiltObjects> {
  const listed: { folders: string[]; name: string; isModule: boolean }[] = [];
  for (const { number, line } of linesOf(text)) {
    if (line.startsWith('#')) continue;
    const [, path = '', ending] = /^([^\s:]+)\.(o|a|ko)(?:\.(?:gz|xz|zst))?$/.exec(line) ?? [];
    if (ending === undefined) {
      return fault(`line ${number}`, 'not-built-objects', 'A line here is the path of an object: .o, .a or .ko');
    }
    const segments = path
      .replaceAll('\\', '/')
      .replace(/^(?:\.\/)+/, '')
      .split('/');
    listed.push({ folders: segments.slice(0, -1), name: segments.at(-1) ?? '', isModule: ending === 'ko' });
  }
  if (listed.length === 0) return fault('file', 'empty', 'No object is listed');
  const above = sharedFolders(listed.map(({ folders }) => folders));
  const pathsOf = (isModule: boolean) =>
    new Set(
      listed
        .filter((one) => one.isModule === isModule)
        .map(({ folders, name }) => [...folders.slice(above), name].join('/')),
    );
  return { evidence: { kind: 'built-objects', objects: pathsOf(false), modules: pathsOf(true) } };
}

/** How many first folders are not of the source: those that all share, unless they are folders of the source themselves. */
function sharedFolders(paths: readonly string[][]): number {
  const [first = [], ...rest] = paths;
  let shared = 0;
  while (shared < first.length && rest.every((path) => path[shared] === first[shared])) shared++;
  // modules.builtin names what is installed: kernel/net/…, kernel/kernel/… for what is in kernel/ itself.
  const isInstalled = first[0] === 'kernel' && shared >= 1 && roots.has(first[1] ?? '');
  if (isInstalled) return 1;
  return roots.has(first[0] ?? '') ? 0 : shared;
}
