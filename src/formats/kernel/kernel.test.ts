import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { isBuilt, type KernelEvidence, kernelEvidenceBytes, readKernelEvidence, summaryOf } from './index.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

function read(kind: KernelEvidence['kind'], text: string): KernelEvidence {
  const reading = readKernelEvidence(kind, utf8(text));
  if ('problem' in reading) throw new Error(reading.problem.message);
  return reading.evidence;
}

const config = `#
# Automatically generated file; DO NOT EDIT.
# Linux/arm64 6.6.52 Kernel Configuration
#
CONFIG_NET=y
CONFIG_TIPC=m
# CONFIG_SCTP is not set
CONFIG_HZ=250
CONFIG_CMDLINE="console=ttyS0 root=\\"/dev/sda\\""
# end of General setup
`;

describe('a configuration', () => {
  test('tells its kernel and its options', () => {
    const evidence = read('kernel-config', config);

    expect(summaryOf(evidence)).toEqual({
      kernelVersion: '6.6.52',
      options: 5,
      builtIn: 1,
      modules: 1,
    });
    expect(evidence).toMatchObject({
      architecture: 'arm64',
      options: new Map([
        ['CONFIG_NET', 'y'],
        ['CONFIG_TIPC', 'm'],
        ['CONFIG_SCTP', 'n'],
        ['CONFIG_HZ', '250'],
        ['CONFIG_CMDLINE', 'console=ttyS0 root="/dev/sda"'],
      ]),
    });
    expect(isBuilt(evidence, 'net/tipc/link.c')).toBe('unknown');
  });

  test.each([
    ['# Linux kernel version: 2.6.31', '2.6.31'],
    ['# Linux/mips 3.10.14-rt Kernel Configuration', '3.10.14-rt'],
    ['# nothing said', null],
  ])('of %s', (header, kernelVersion) => {
    expect(read('kernel-config', `${header}\r\nCONFIG_A=y\r\n`)).toMatchObject({ kernelVersion });
  });

  test('is read as gzip, as /proc/config.gz is', () => {
    expect(readKernelEvidence('kernel-config', gzipSync(config))).toMatchObject({
      evidence: { kernelVersion: '6.6.52' },
    });
  });
});

test('a list of objects says of every source whether it is built', () => {
  for (const root of ['', './', '/home/kernel/linux-6.6/', '../build/']) {
    const evidence = read(
      'built-objects',
      ['net/core/dev.o', 'net/tipc/link.o', 'fs/ext4/inode.o'].map((path) => root + path).join('\n'),
    );

    expect(summaryOf(evidence)).toEqual({ objects: 3, modules: 0 });
    expect(isBuilt(evidence, 'net/tipc/link.c')).toBe('yes');
    expect(isBuilt(evidence, 'net/tipc/')).toBe('yes');
    expect(isBuilt(evidence, 'net/sctp/')).toBe('no');
    expect(isBuilt(evidence, 'net/tipc/crypto.c')).toBe('no');
    expect(isBuilt(evidence, 'include/linux/skbuff.h')).toBe('unknown');
  }
});

test('modules.builtin names modules alone, so what it does not name stays unknown', () => {
  const evidence = read(
    'built-objects',
    'kernel/net/ipv6/ipv6.ko\nkernel/kernel/configs.ko\nkernel/fs/ext4/ext4.ko.xz\n',
  );

  expect(summaryOf(evidence)).toEqual({ objects: 0, modules: 3 });
  expect(isBuilt(evidence, 'kernel/configs.c')).toBe('yes');
  expect(isBuilt(evidence, 'net/ipv6/')).toBe('yes');
  expect(isBuilt(evidence, 'net/ipv6/addrconf.c')).toBe('unknown');
  expect(isBuilt(evidence, 'net/tipc/')).toBe('unknown');
});

test('Module.symvers names the modules that export', () => {
  const text =
    '0x12345678\tregister_netdev\tvmlinux\tEXPORT_SYMBOL\t\n0x9abcdef0\ttipc_dump\tnet/tipc/tipc\tEXPORT_SYMBOL_GPL\n';
  const evidence = read('module-symvers', text);

  expect(summaryOf(evidence)).toEqual({ symbols: 2, modules: 1 });
  expect(isBuilt(evidence, 'net/tipc/')).toBe('yes');
  expect(isBuilt(evidence, 'net/sctp/')).toBe('unknown');
});

test.each<[KernelEvidence['kind'], string | Uint8Array, string, string]>([
  ['kernel-config', 'CONFIG_A=y\nhello\n', 'not-kernel-config', 'line 2'],
  ['kernel-config', '#\n# Busybox version: 1.36.1\nCONFIG_A=y\n', 'other-config', 'line 2'],
  ['kernel-config', '# U-Boot 2020.04 Configuration\nCONFIG_A=y\n', 'other-config', 'line 1'],
  ['kernel-config', '# nothing\n', 'empty', 'file'],
  ['built-objects', 'net/core/dev.o\nnet/core/dev.c\n', 'not-built-objects', 'line 2'],
  ['built-objects', '', 'empty', 'file'],
  ['module-symvers', config, 'not-module-symvers', 'line 1'],
  ['module-symvers', '\n', 'empty', 'file'],
  ['kernel-config', new Uint8Array([0x43, 0xff]), 'invalid-encoding', 'file'],
  ['kernel-config', gzipSync('x').subarray(0, 12), 'broken-archive', 'file'],
  ['kernel-config', gzipSync(new Uint8Array(kernelEvidenceBytes + 1)), 'file-too-large', 'file'],
])('%s: what is none is refused', (kind, content, rule, path) => {
  const reading = readKernelEvidence(kind, typeof content === 'string' ? utf8(content) : content);

  expect(reading).toMatchObject({ problem: { rule, path } });
});
