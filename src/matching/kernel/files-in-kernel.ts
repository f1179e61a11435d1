import type { KernelEvidence } from '#formats/kernel';
// The door of formats/kernel unpacks files with node:zlib, which a browser does not have.
import { isBuilt } from '../../formats/kernel/is-built.ts';
import { optionOff, optionOn } from './option-off.ts';

/** What the evidence of a kernel says of one source file, and which of it says so. */
type FileInKernel = {
  file: string;
  /** 'folder': the option of its folder is on; which files that builds, a configuration does not say. */
  is: 'not-built' | 'built' | 'folder' | 'unknown';
  by: KernelEvidence['kind'] | null;
  /** Of a configuration: "CONFIG_NETFILTER". */
  option: string | null;
};

const order = ['not-built', 'built', 'folder', 'unknown'] as const;

/** Of each file what is most definite; one evidence against it is enough, as in matching. */
export function filesInKernel(files: readonly string[], evidence: readonly KernelEvidence[]): FileInKernel[] {
  return [...new Set(files)].map((file) => {
    const said = evidence.map((kernel) => fileIn(kernel, file));
    const found = order.flatMap((is) => said.filter((one) => one.is === is))[0];
    return found ?? { file, is: 'unknown', by: null, option: null };
  });
}

function fileIn(kernel: KernelEvidence, file: string): FileInKernel {
  const by = kernel.kind;
  if (kernel.kind !== 'kernel-config') {
    const is = ({ yes: 'built', no: 'not-built', unknown: 'unknown' } as const)[isBuilt(kernel, file)];
    return { file, is, by, option: null };
  }
  const off = optionOff(kernel, file);
  if (off !== null) return { file, is: 'not-built', by, option: off };
  const on = optionOn(kernel, file);
  return { file, is: on === null ? 'unknown' : 'folder', by, option: on };
}
