import { expect, test } from 'vitest';
import type { KernelEvidence } from '#formats/kernel';
import { filesInKernel } from './files-in-kernel.ts';

const config = (...options: [string, string][]): KernelEvidence => ({
  ...{ kind: 'kernel-config', kernelVersion: null, architecture: null },
  options: new Map(options),
});
const objects = (...paths: string[]): KernelEvidence => ({
  ...{ kind: 'built-objects', objects: new Set(paths), modules: new Set() },
});
const symvers: KernelEvidence = { kind: 'module-symvers', symbols: 1, modules: new Set(['net/tipc/tipc']) };
const file = 'net/netfilter/nf_tables_api.c';

test.each<[what: string, evidence: KernelEvidence[], is: string, by: string | null, option: string | null]>([
  ['the list names it', [objects('net/netfilter/nf_tables_api')], 'built', 'built-objects', null],
  ['the list does not name it', [objects('net/core/dev')], 'not-built', 'built-objects', null],
  ['its folder is on', [config(['CONFIG_NETFILTER', 'm'])], 'folder', 'kernel-config', 'CONFIG_NETFILTER'],
  ['its folder is off', [config(['CONFIG_NETFILTER', 'n'])], 'not-built', 'kernel-config', 'CONFIG_NETFILTER'],
  ['nothing is said of its folder', [config(['CONFIG_NET', 'y'])], 'unknown', 'kernel-config', null],
  ['modules alone are named', [symvers], 'unknown', 'module-symvers', null],
  [
    'one says more than the other',
    [config(['CONFIG_NETFILTER', 'y']), objects('net/netfilter/nf_tables_api')],
    ...(['built', 'built-objects', null] as const),
  ],
  [
    'one is against it',
    [objects('net/netfilter/nf_tables_api'), config(['CONFIG_NETFILTER', 'n'])],
    ...(['not-built', 'kernel-config', 'CONFIG_NETFILTER'] as const),
  ],
])('of a source file of the kernel, where %s', (_what, evidence, is, by, option) => {
  expect(filesInKernel([file, file], evidence)).toEqual([{ file, is, by, option }]);
});
