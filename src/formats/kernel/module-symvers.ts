import { fault, type KernelReading, linesOf, type ModuleSymvers } from './evidence.ts';

/**
 * Reads a Module.symvers: which module, or the kernel itself, exports which symbol.
 * @source Linux, Documentation/kbuild/modules, 6.1 "Symbols From the Kernel"
 */
export function readModuleSymvers(text: string): KernelReading<ModuleSymvers> {
  const modules = new Set<string>();
  let symbols = 0;
  for (const { number, line } of linesOf(text)) {
    // Before Linux 5.5 the name space stood before the module.
    const [, path] = /^0x[\da-f]{1,8}\t\S+\t(?:\S*\t)?(\S+)\tEXPORT_\w+(?:\t\S*)?$/i.exec(line) ?? [];
    if (path === undefined) {
      return fault(
        `line ${number}`,
        'not-module-symvers',
        'A line here is a sum, a symbol, a module and a kind, by tabs',
      );
    }
    symbols++;
    if (path !== 'vmlinux') modules.add(path.replace(/\.ko$/, ''));
  }
  if (symbols === 0) return fault('file', 'empty', 'No symbol is listed');
  return { evidence: { kind: 'module-symvers', symbols, modules } };
}
