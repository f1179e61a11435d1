import { fault, type KernelConfig, type KernelReading, linesOf } from './evidence.ts';

const header = /^# Linux(?:\/(\S+))? (?:kernel version: )?(\d+\.\d+\S*)(?: Kernel Configuration)?$/;
// They write the same form of file for programs that are no kernel.
const others = /^# (?:(?:Automatically generated make config: )?Buildroot|U-Boot|Busybox|uClibc|Zephyr|crosstool)/i;

/**
 * Reads the .config of a Linux kernel, or what /proc/config.gz held.
 * @source Linux, Documentation/kbuild/kconfig-language; scripts/kconfig/confdata.c writes it
 */
export function readKernelConfig(text: string): KernelReading<KernelConfig> {
  const options = new Map<string, string>();
  let architecture: string | null = null;
  let kernelVersion: string | null = null;
  for (const { number, line } of linesOf(text)) {
    const unset = /^# (CONFIG_\w+) is not set$/.exec(line)?.[1];
    const [, name, value = ''] = /^(CONFIG_\w+)=(.*)$/.exec(line) ?? [];
    if (unset !== undefined) options.set(unset, 'n');
    else if (name !== undefined) options.set(name, plain(value));
    else if (!line.startsWith('#')) {
      return fault(`line ${number}`, 'not-kernel-config', 'A line here is CONFIG_NAME=value or a comment');
    } else if (others.test(line)) {
      return fault(`line ${number}`, 'other-config', `This configures something else: ${line.slice(2, 82)}`);
    } else if (kernelVersion === null) {
      const found = header.exec(line);
      architecture = found?.[1] ?? null;
      kernelVersion = found?.[2] ?? null;
    }
  }
  if (options.size === 0) return fault('file', 'empty', 'No option is named');
  return { evidence: { kind: 'kernel-config', kernelVersion, architecture, options } };
}

function plain(value: string): string {
  const quoted = /^"(.*)"$/s.exec(value)?.[1];
  return quoted === undefined ? value : quoted.replace(/\\(.)/g, '$1');
}
