import { expect, test } from 'vitest';
import type { KernelEvidence } from '#formats/kernel';
import { aComponent, aCriterion, aStatement, cpeProduct, ranges } from '../../../test/statements.ts';
import { folderOptions } from '../kernel/folder-options.ts';
import { inRelease, matchOf, type ReleaseContext, sentenceOf } from '../pure.ts';

const nowhere: ReleaseContext = {
  hardware: [],
  isHardwareComplete: false,
  operatingSystem: null,
  components: [],
  kernel: null,
};
const config = (...options: [string, string][]): KernelEvidence => ({
  kind: 'kernel-config',
  kernelVersion: '6.6.52',
  architecture: 'arm64',
  options: new Map(options),
});
const objects = (...paths: string[]): KernelEvidence => ({
  kind: 'built-objects',
  objects: new Set(paths),
  modules: new Set(),
});

const linux = aComponent({ name: 'linux', version: '6.6.10' });
const nvd = aStatement({
  criteria: [aCriterion({ product: cpeProduct('o', 'linux:linux_kernel'), ranges: ranges('[6.2,6.6.17)') })],
});
const kernelRecord = (...files: string[]) =>
  aStatement({
    source: 'cve',
    criteria: [
      aCriterion({
        role: 'owner',
        by: 'Linux',
        product: { space: 'name', vendor: 'Linux', product: 'Linux' },
        ranges: ranges('[6.2,6.6.17)'),
        files,
      }),
    ],
  });

test.each<[what: string, kernel: KernelEvidence | null, files: string[], value: string]>([
  ['nothing is known of the kernel', null, ['net/tipc/link.c'], 'applies'],
  ['the option of the folder is off', config(['CONFIG_TIPC', 'n']), ['net/tipc/link.c'], 'does-not-apply'],
  ['the option is a module', config(['CONFIG_TIPC', 'm']), ['net/tipc/link.c'], 'applies'],
  ['the option is not named', config(['CONFIG_NET', 'y']), ['net/tipc/link.c'], 'applies'],
  ['one of two folders is off', config(['CONFIG_TIPC', 'n']), ['net/tipc/link.c', 'net/core/dev.c'], 'applies'],
  [
    'both folders are off',
    config(['CONFIG_TIPC', 'n'], ['CONFIG_XFS_FS', 'n']),
    ['net/tipc/a.c', 'fs/xfs/b.c'],
    'does-not-apply',
  ],
  ['a folder above is off', config(['CONFIG_WLAN', 'n']), ['drivers/net/wireless/ath/ath10k/htt.c'], 'does-not-apply'],
  ['a header may be anywhere', config(['CONFIG_TIPC', 'n']), ['net/tipc/link.h'], 'applies'],
  ['the object is not listed', objects('net/core/dev'), ['net/tipc/link.c'], 'does-not-apply'],
  ['the object is listed', objects('net/tipc/link'), ['net/tipc/link.c'], 'applies'],
  ['no file is named', objects('net/core/dev'), [], 'applies'],
])('a kernel of which %s', (_what, kernel, files, value) => {
  const match = matchOf(linux, [nvd, kernelRecord(...files)]);

  expect(match?.value).toBe('applies');
  expect(match && inRelease(match, { ...nowhere, kernel }).value).toBe(value);
});

test('what is not built is named', () => {
  const match = matchOf(linux, [nvd, kernelRecord('net/tipc/link.c')]);
  const settled = match && inRelease(match, { ...nowhere, kernel: objects('net/core/dev') });

  expect(settled?.evidence.decided).toMatchObject({ reason: 'not-built', detail: 'net/tipc/link.c' });
  expect(settled && sentenceOf(settled.evidence, 'ja')).toBe('net/tipc/link.c はこのリリースで組み込んでいません。');
});

test('source files of another product are not held against the kernel', () => {
  const openssl = cpeProduct('a', 'openssl:openssl');
  const record = aStatement({
    criteria: [aCriterion({ product: openssl, ranges: ranges('(,3.0)'), files: ['crypto/asn1/a_int.c'] })],
  });

  const match = matchOf(aComponent({ name: 'openssl', version: '1.1.1' }), [record]);

  expect(match && inRelease(match, { ...nowhere, kernel: objects('crypto/api') }).value).toBe('applies');
});

const part = aComponent({ version: '1.0', cpes: ['cpe:2.3:a:acme:part:1.0:-:*:*:*:*:*:*'] });
const needing = (kind: string, pair: string, range?: string) => {
  const [vendor = '', product = ''] = pair.split(':');
  const platform = {
    part: kind,
    vendor,
    product,
    qualifiers: {},
    ranges: range === undefined ? [] : ranges(range),
    isVulnerable: range !== undefined,
    isNegated: false,
  };
  return aStatement({ criteria: [aCriterion({ ranges: ranges('(,2.0)'), conditions: [{ anyOf: [platform] }] })] });
};

test.each<[string, ReturnType<typeof needing>, Partial<ReleaseContext>, string]>([
  ['hardware that is there', needing('h', 'nvidia:jetson_tx1'), { hardware: ['Jetson TX1'] }, 'applies'],
  ['hardware by its CPE', needing('h', 'nvidia:jetson_tx1'), { hardware: ['cpe:/h:nvidia:jetson_tx1'] }, 'applies'],
  ['hardware where nothing is known', needing('h', 'nvidia:jetson_tx1'), {}, 'may-apply'],
  ['other hardware, and more may be there', needing('h', 'nvidia:jetson_tx1'), { hardware: ['MT7621'] }, 'may-apply'],
  [
    'other hardware, and that is all',
    needing('h', 'nvidia:jetson_tx1'),
    { hardware: ['MT7621'], isHardwareComplete: true },
    'does-not-apply',
  ],
  [
    'hardware of nearly that name',
    needing('h', 'nvidia:jetson_tx1'),
    { hardware: ['Jetson TX1 rev B'], isHardwareComplete: true },
    'may-apply',
  ],
  [
    'hardware whose firmware is there',
    needing('h', 'tp-link:ax21'),
    { components: [{ key: 'cpe:a:tp-link:ax21_firmware', version: null }] },
    'applies',
  ],
  ['Linux on Linux', needing('o', 'linux:linux_kernel'), { operatingSystem: 'Linux' }, 'applies'],
  ['Android on Linux', needing('o', 'google:android'), { operatingSystem: 'Linux' }, 'may-apply'],
  ['Windows on Linux', needing('o', 'microsoft:windows'), { operatingSystem: 'Linux' }, 'does-not-apply'],
  ['a system that is not known', needing('o', 'microsoft:windows'), {}, 'may-apply'],
  [
    'another half in its range',
    needing('a', 'acme:b', '(,3.0)'),
    { components: [{ key: 'cpe:a:acme:b', version: '2.9' }] },
    'applies',
  ],
  [
    'another half beyond its range',
    needing('a', 'acme:b', '(,3.0)'),
    { components: [{ key: 'cpe:a:acme:b', version: '3.0' }] },
    'does-not-apply',
  ],
  [
    'another half without a version',
    needing('a', 'acme:b', '(,3.0)'),
    { components: [{ key: 'cpe:a:acme:b', version: null }] },
    'may-apply',
  ],
])('a record that needs %s', (_what, record, context, value) => {
  const match = matchOf(part, [record]);

  expect(match?.value).toBe('may-apply');
  expect(match && inRelease(match, { ...nowhere, ...context }).value).toBe(value);
});

test('the table of folders knows each once and by an option', () => {
  expect(folderOptions.size).toBeGreaterThanOrEqual(150);
  expect(
    [...folderOptions].filter(
      ([folder, option]) => !/^[a-z0-9/_-]+$/.test(folder) || !/^CONFIG_[A-Z0-9_]+$/.test(option),
    ),
  ).toEqual([]);
});
