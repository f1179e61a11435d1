import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Criterion, Statement } from '#intelligence/pure';
import { aComponent, aCriterion, aRange, aStatement, cpeProduct, ranges, unaffected } from '../../test/statements.ts';
import type { Component, MatchValue } from './evidence.ts';
import { inRelease, matchOf, type ReleaseContext } from './pure.ts';

/** Versions of one product against ranges of one record: group, product, version, ranges, what comes out. */
const versionCases: [name: string, version: string, ranges: string, expected: MatchValue][] = [
  ['a letter stands behind the bare number', '1.1.1k', '[1.1.1,1.1.1l)', 'applies'],
  ['an upper bound may be excluded', '1.1.1l', '[1.1.1,1.1.1l)', 'does-not-apply'],
  ['an older branch', '1.1.0l', '[1.1.1,1.1.1l)', 'does-not-apply'],
  ['a newer branch', '3.0.0', '[1.1.1,1.1.1l)', 'does-not-apply'],
  ['before the fixed letter', '1.0.1f', '[1.0.1,1.0.1g)', 'applies'],
  ['the fixed letter', '1.0.1g', '[1.0.1,1.0.1g)', 'does-not-apply'],
  ['two letters', '0.9.8zb', '[0.9.8,0.9.8zc)', 'applies'],
  ['later two letters', '0.9.8zh', '[0.9.8,0.9.8zc)', 'does-not-apply'],
  ['a release is none of its betas', '1.0.2', '=1.0.2beta1', 'does-not-apply'],
  ['ten is more than nine', '2.9', '(,2.10)', 'applies'],
  ['2.10 is not 2.1', '2.10', '(,2.10)', 'does-not-apply'],
  ['the tree before the release', '2.10-devel', '(,2.10)', 'applies'],
  ['years count', '2020.81', '(,2020.81]', 'applies'],
  ['the next year', '2022.82', '(,2020.81]', 'does-not-apply'],
  ['what was before years', '0.53.1', '(,2020.79)', 'applies'],
  ['a commit behind a plus', '1.33.1+git0+6a3c', '[1.27.0,1.33.1]', 'applies'],
  ['up to and with', '1.36.0', '(,1.36.1]', 'applies'],
  ['a candidate that is listed', '2019.07-rc3', '(,2019.04) =2019.04 =2019.07rc1 =2019.07rc2 =2019.07rc3', 'applies'],
  ['the plain release that is listed', '2019.04', '(,2019.04) =2019.04 =2019.04rc1', 'applies'],
  ['no patch level', '9.3', '(,9.3) =9.3 =9.3p1', 'applies'],
  ['a patch level with an underscore', '9.3_p2', '(,9.3) =9.3 =9.3p1', 'does-not-apply'],
  ['a revision of an ebuild', '9.3_p2-r1', '(,9.3) =9.3 =9.3p1', 'does-not-apply'],
  ['p1 is patch1', '1.9.5p1', '[1.8.2,1.8.32) [1.9.0,1.9.5) =1.9.5 =1.9.5patch1', 'applies'],
  ['a patch level within', '1.8.31p2', '[1.8.2,1.8.32) [1.9.0,1.9.5)', 'applies'],
  ['patch levels are numbers', '4.2.8p15', '(,4.2.8p14)', 'does-not-apply'],
  ['test builds come before', '2.77test4', '(,2.77]', 'applies'],
  ['the mark of a build system', '5.10.210-yocto', '(,5.4.269) [5.5.0,5.10.210) [5.11.0,5.15.149)', 'does-not-apply'],
  ['6.7 is 6.7.0', '6.7', '[6.2.0,6.6.17) [6.7.0,6.7.5)', 'applies'],
  ['a candidate of the first affected release', '6.7-rc3', '[6.2.0,6.6.17) [6.7.0,6.7.5)', 'may-apply'],
  ['a letter of a train', '4.17.7m', '[4.17,4.17.8m)', 'applies'],
  ['an r in front', 'r21.5', '(,r21.6)', 'applies'],
  ['the stamp of a build', '1.1.4 Build 20230219', '(,1.1.4)', 'does-not-apply'],
  ['the stamp of a build, up to', '1.1.4 Build 20230219', '(,1.1.4]', 'applies'],
  ['days in two forms', '20190709', '(,2000-10-10)', 'cannot-compare'],
  ['a day and a counted version', '20190709', '(,1.9.5)', 'cannot-compare'],
  ['a number behind a hyphen', '10.3.2-9', '(,10.3.2-10)', 'applies'],
  ['more numbers', '2019.07.1', '(,2019.07]', 'does-not-apply'],
  ['zeros at the end', '1.0', '=1.0.0:*', 'applies'],
  ['a letter is no update', '1.1.1k', '=1.1.1:*', 'does-not-apply'],
  ['an update is one', '9.3p1', '=9.3:*', 'applies'],
  ['a package release', '1.2.11-r2', '(,1.2.12)', 'applies'],
  ['a package release, up to', '1.2.11-r2', '(,1.2.11]', 'applies'],
  ['a range that was widened', '2.0.3', '(,2.1)', 'applies'],
  ['a range that was narrowed', '2.0', '(,2.0)', 'does-not-apply'],
  ['the end of a branch', '6.6.99', '[6.6.17,6.6.*]', 'applies'],
  ['after the end of a branch', '6.7-rc1', '[6.6.17,6.6.*]', 'does-not-apply'],
  ['the end of a first branch', '7.0.5', '[7.0.1,7.0.*]', 'applies'],
  ['a range that says nothing', '8.5.0', '[8.4.0,8.4.0)', 'may-apply'],
  ['a range from high to low', '7.0', '[8.0,7.5)', 'may-apply'],
  ['a fork within a range without lower bound', '0.8.x_rtw_r24647.20171025', '(,2.10)', 'may-apply'],
  ['a fork within a bounded range', '2.9_rtw_r1', '[2.0,2.10)', 'applies'],
  ['no order', 'master', '(,2.0)', 'cannot-compare'],
];

test.each(versionCases)('%s: %s in %s %s', (_name, version, text, expected) => {
  expect(resultOf(acme({ version }), nvd({ ranges: ranges(...text.split(' ')) }))).toBe(expected);
});

const file = path.resolve(import.meta.dirname, '../../../shared/matching-cases.json');
type SharedCase = {
  component: string;
  vulnerability: string;
  expected: MatchValue | 'suppressed';
  version?: string;
  criteria?: { si?: string; se?: string; ei?: string; ee?: string; ex?: string; up?: string }[];
};
const shared = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SharedCase[]) : [];

test.runIf(shared.length > 0).each(shared.filter(({ criteria }) => criteria))(
  'shared: $component, $vulnerability',
  ({ version = '', criteria = [], expected }) => {
    const bounds = criteria.map(({ si, se, ei, ee, ex, up }) => {
      if (ex !== undefined)
        return `=${ex}${up === undefined || up === '-' || up === '*' ? '' : up}${up === '*' ? ':*' : ''}`;
      return `${se === undefined ? '[' : '('}${si ?? se ?? ''},${ei ?? ee ?? ''}${ei === undefined ? ')' : ']'}`;
    });
    expect(resultOf(acme({ version }), nvd({ ranges: ranges(...bounds) }))).toBe(expected);
  },
);

test.runIf(shared.length > 0)('every shared case is among those here', () => {
  const told = new Set(toldCases.map(([name]) => name.split(':')[0]));
  const open = shared.flatMap(({ criteria }, index) => (criteria || told.has(`${index}`) ? [] : [index]));

  expect(shared).toHaveLength(90);
  expect(open).toEqual([]);
});

const acme = (facts: Partial<Component>) => aComponent({ cpes: ['cpe:2.3:a:acme:part:*:*:*:*:*:*:*:*'], ...facts });
const nvd = (facts: Partial<Criterion>) => aStatement({ criteria: [aCriterion(facts)] });
const owner = (facts: Partial<Criterion>) =>
  aStatement({
    source: 'cve',
    criteria: [aCriterion({ role: 'owner', by: 'owner', path: '/containers/cna/affected/0', ...facts })],
  });
const database = (purl: string, facts: Partial<Criterion>, distribution: string | null = null) =>
  aStatement({
    source: 'osv',
    externalId: 'OSV-1',
    criteria: [aCriterion({ role: 'ecosystem', by: 'osv', product: { space: 'purl', purl, distribution }, ...facts })],
  });
const own = (facts: Partial<Criterion>) =>
  aStatement({ source: 'own', criteria: [aCriterion({ role: 'own', by: 'own', ...facts })] });
const nowhere: ReleaseContext = {
  hardware: [],
  isHardwareComplete: false,
  operatingSystem: null,
  components: [],
  kernel: null,
};

function resultOf(component: Component, ...statements: Statement[]): MatchValue | null {
  return matchOf(component, statements)?.value ?? null;
}
function resultIn(
  context: Partial<ReleaseContext>,
  component: Component,
  ...statements: Statement[]
): MatchValue | null {
  const match = matchOf(component, statements);
  return match && inRelease(match, { ...nowhere, ...context }).value;
}

const openssl = { product: cpeProduct('a', 'openssl:openssl'), ranges: ranges('[1.1.1,1.1.1l)') };
const openssh = { product: cpeProduct('a', 'openbsd:openssh'), ranges: ranges('(,9.3)', '=9.3', '=9.3p1') };
const busybox = cpeProduct('a', 'busybox:busybox');
const kernel = cpeProduct('o', 'linux:linux_kernel');
const hardware = (pair: string, isVulnerable = false) => {
  const [vendor = '', product = ''] = pair.split(':');
  return { anyOf: [{ part: 'h', vendor, product, qualifiers: {}, ranges: [], isVulnerable, isNegated: false }] };
};
const application = (pair: string) => ({ anyOf: [{ ...hardware(pair, true).anyOf[0], part: 'a' } as never] });
const archer = (version: string) =>
  aComponent({ name: 'firmware', version, cpes: [`cpe:2.3:o:tp-link:archer_ax21_firmware:${version}:*:*:*:*:*:*:*`] });
const archerFirmware = nvd({
  product: cpeProduct('o', 'tp-link:archer_ax21_firmware'),
  ranges: ranges('(,1.1.4)'),
  conditions: [hardware('tp-link:archer_ax21')],
});
const tegra = (bound: string, board: string) =>
  aCriterion({
    product: cpeProduct('o', 'nvidia:linux_for_tegra'),
    ranges: ranges(`(,${bound})`),
    conditions: [hardware(`nvidia:${board}`)],
  });
const dnsmasqRecord = aStatement({
  criteria: [
    aCriterion({ product: cpeProduct('a', 'thekelleys:dnsmasq'), ranges: ranges('(,2.77]') }),
    aCriterion({ product: cpeProduct('o', 'debian:debian_linux'), ranges: ranges('=9.0:*') }),
  ],
});

/** The other cases, each told as statements; the number is its place in the shared list. */
const toldCases: [name: string, MatchValue | null, () => MatchValue | null][] = [
  [
    '12: hostapd of Realtek',
    'may-apply',
    () =>
      resultOf(
        aComponent({ name: 'hostapd', version: '0.8.x_rtw_r24647.20171025' }),
        nvd({ product: cpeProduct('a', 'w1.fi:hostapd'), ranges: ranges('(,2.10)') }),
      ),
  ],
  [
    '17: busybox 1.33.2, sources disagree',
    'may-apply',
    () =>
      resultOf(
        aComponent({ name: 'busybox', version: '1.33.2' }),
        nvd({ product: busybox, ranges: ranges('[1.27.0,1.33.1]') }),
        owner({ product: { space: 'name', vendor: 'busybox', product: 'busybox' }, ranges: ranges('(,1.34.0)') }),
      ),
  ],
  [
    '29: a candidate of the first affected release',
    'may-apply',
    () =>
      resultOf(
        aComponent({ name: 'linux', version: '6.7-rc3' }),
        nvd({ product: kernel, ranges: ranges('[6.2.0,6.6.17)', '[6.7.0,6.7.5)') }),
      ),
  ],
  [
    '30: linux 6.18.28, the owner knows where it begins',
    'does-not-apply',
    () =>
      resultOf(
        aComponent({ name: 'linux', version: '6.18.28' }),
        nvd({ product: kernel, ranges: ranges('(,7.0.1)') }),
        owner({
          product: { space: 'name', vendor: 'Linux', product: 'Linux' },
          otherVersions: 'affected',
          ranges: [aRange('=7.0'), unaffected('[0,7.0)'), unaffected('[7.0.1,7.0.*]'), unaffected('[7.1-rc1,)')],
        }),
      ),
  ],
  [
    '33: firmware 1.1.4 with the stamp of a build',
    'does-not-apply',
    () => resultOf(archer('1.1.4 Build 20230219'.replaceAll(' ', '_')), archerFirmware),
  ],
  [
    '34: iputils changed how it counts',
    'cannot-compare',
    () =>
      resultOf(
        aComponent({ name: 'iputils', version: '20190709' }),
        nvd({ product: cpeProduct('a', 'iputils:iputils'), ranges: ranges('(,2000-10-10]') }),
      ),
  ],
  [
    '38: hostapd whose version is any',
    'may-apply',
    () =>
      resultOf(
        aComponent({ name: 'hostapd', cpes: ['cpe:2.3:a:w1.fi:hostapd:*:*:*:*:*:*:*:*'] }),
        nvd({ product: cpeProduct('a', 'w1.fi:hostapd'), ranges: ranges('(,2.10)') }),
      ),
  ],
  [
    '39: any vendor before any product of a vendor',
    null,
    () =>
      resultOf(
        aComponent({ name: 'zstandard', version: '1.5.2', cpes: ['cpe:2.3:a:*:zstandard:1.5.2:*:*:*:*:*:*:*'] }),
        nvd({ product: cpeProduct('h', 'amd:*'), ranges: ranges('*') }),
      ),
  ],
  [
    '40: busybox 1.33.1:- of Buildroot',
    'applies',
    () =>
      resultOf(
        aComponent({ name: 'busybox', cpes: ['cpe:2.3:a:busybox:busybox:1.33.1:-:*:*:*:*:*:*'] }),
        nvd({ product: busybox, ranges: ranges('[1.27.0,1.33.1]') }),
      ),
  ],
  [
    '41: openssh 9.3:p1',
    'applies',
    () =>
      resultOf(aComponent({ name: 'openssh', cpes: ['cpe:2.3:a:openbsd:openssh:9.3:p1:*:*:*:*:*:*'] }), nvd(openssh)),
  ],
  [
    '42: openssh 9.3:* and the version 9.3p2',
    'does-not-apply',
    () =>
      resultOf(
        aComponent({ name: 'openssh', version: '9.3p2', cpes: ['cpe:2.3:a:openbsd:openssh:9.3:*:*:*:*:*:*:*'] }),
        nvd(openssh),
      ),
  ],
  [
    '43: openssh 9.3:* and nothing else',
    'may-apply',
    () =>
      resultOf(aComponent({ name: 'openssh', cpes: ['cpe:2.3:a:openbsd:openssh:9.3:*:*:*:*:*:*:*'] }), nvd(openssh)),
  ],
  [
    '45: OpenSSL:1.1.1K in capitals',
    'applies',
    () => resultOf(aComponent({ name: 'ssl', cpes: ['cpe:2.3:a:OpenSSL:OpenSSL:1.1.1K:*:*:*:*:*:*:*'] }), nvd(openssl)),
  ],
  [
    '46: crypto++',
    'applies',
    () =>
      resultOf(
        aComponent({ name: 'x', cpes: ['cpe:2.3:a:cryptopp:crypto\\+\\+:8.2.0:*:*:*:*:*:*:*'] }),
        nvd({ product: cpeProduct('a', 'cryptopp:crypto\\+\\+'), ranges: ranges('(,8.3.0)') }),
      ),
  ],
  [
    '47: a colon within a product',
    'applies',
    () =>
      resultOf(
        aComponent({ name: 'x', cpes: ['cpe:2.3:a:acme:a\\:b:1.5:*:*:*:*:*:*:*'] }),
        nvd({ product: { space: 'cpe', part: 'a', vendor: 'acme', product: 'a\\:b' }, ranges: ranges('(,2.0)') }),
      ),
  ],
  [
    '48: a module of Drupal',
    'does-not-apply',
    () =>
      resultOf(
        aComponent({
          name: 'fresh',
          version: '0.5.2',
          purl: 'pkg:npm/fresh@0.5.2',
          cpes: ['cpe:2.3:a:fresh:fresh:0.5.2:*:*:*:*:*:*:*'],
        }),
        nvd({
          product: cpeProduct('a', 'fresh:fresh'),
          qualifiers: { targetSoftware: 'drupal' },
          ranges: ranges('(,1.0)'),
        }),
      ),
  ],
  [
    '49: only on 32 bits',
    'may-apply',
    () =>
      resultOf(
        aComponent({ name: 'openssl', version: '3.6.1' }),
        owner({ product: cpeProduct('a', 'openssl:openssl'), ranges: ranges('[3.6.0,3.6.2)'), platforms: ['32 bit'] }),
      ),
  ],
  [
    '50: archer_ax21_firmware on its hardware',
    'applies',
    () => resultIn({ hardware: ['Archer AX21'] }, archer('1.1.3'), archerFirmware),
  ],
  [
    '51: Chrome on linux_kernel',
    null,
    () =>
      resultOf(
        aComponent({ name: 'linux', version: '6.1' }),
        nvd({
          product: cpeProduct('a', 'google:chrome'),
          ranges: ranges('(,114.0)'),
          conditions: [{ anyOf: [{ ...hardware('linux:linux_kernel').anyOf[0], part: 'o' } as never] }],
        }),
      ),
  ],
  [
    '52: linux_for_tegra r24.1 on another board',
    'does-not-apply',
    () =>
      resultIn(
        { hardware: ['cpe:2.3:h:nvidia:jetson_tk1:-:*:*:*:*:*:*:*'], isHardwareComplete: true },
        aComponent({ name: 'l4t', version: 'r24.1', cpes: ['cpe:2.3:o:nvidia:linux_for_tegra:r24.1:*:*:*:*:*:*:*'] }),
        aStatement({ criteria: [tegra('r21.6', 'jetson_tk1'), tegra('r24.2.2', 'jetson_tx1')] }),
      ),
  ],
  [
    '53: two halves are needed',
    'may-apply',
    () =>
      resultIn(
        {},
        acme({ version: '1.0' }),
        nvd({ ranges: ranges('(,2.0)'), conditions: [application('acme:other')] }),
      ),
  ],
  [
    '54: a negated half',
    'cannot-compare',
    () => resultOf(acme({ version: '1.0' }), nvd({ ranges: ranges('(,2.0)'), isNegated: true })),
  ],
  [
    '55: a package of Debian 9, whose record names Debian',
    'does-not-apply',
    () =>
      resultOf(
        aComponent({
          name: 'dnsmasq',
          version: '2.76-5+deb9u2',
          purl: 'pkg:deb/debian/dnsmasq@2.76-5%2Bdeb9u2',
          distribution: 'debian-9',
        }),
        dnsmasqRecord,
        database('pkg:deb/debian/dnsmasq', { ranges: ranges('(,2.76-5+deb9u1)') }, 'debian-9'),
      ),
  ],
  [
    '56: Debian itself',
    'may-apply',
    () =>
      resultOf(
        aComponent({ name: 'debian', version: '9.0', cpes: ['cpe:2.3:o:debian:debian_linux:9.0:*:*:*:*:*:*:*'] }),
        dnsmasqRecord,
      ),
  ],
  [
    '57: a fix that Red Hat carried back',
    'does-not-apply',
    () =>
      resultOf(
        aComponent({
          name: 'openssl',
          version: '1.1.1k-12.el8_9',
          purl: 'pkg:rpm/redhat/openssl@1.1.1k-12.el8_9?epoch=1',
          distribution: 'redhat-8',
        }),
        nvd(openssl),
        database('pkg:rpm/redhat/openssl', { ranges: ranges('(,1:1.1.1k-5.el8_5)') }, 'redhat-8'),
      ),
  ],
  [
    '58: a fix that Ubuntu carried back',
    'does-not-apply',
    () =>
      resultOf(
        aComponent({
          name: 'openssl',
          version: '1.1.1f-1ubuntu2.8',
          purl: 'pkg:deb/ubuntu/openssl@1.1.1f-1ubuntu2.8',
          distribution: 'ubuntu-20.04',
        }),
        nvd(openssl),
        database('pkg:deb/ubuntu/openssl', { ranges: ranges('(,1.1.1f-1ubuntu2.8)') }, 'ubuntu-20.04'),
      ),
  ],
  [
    '59: an epoch',
    'does-not-apply',
    () =>
      resultOf(
        aComponent({
          name: 'vim',
          version: '2:9.0.0',
          purl: 'pkg:deb/debian/vim@2:9.0.0',
          cpes: ['cpe:2.3:a:vim:vim:9.0.0:*:*:*:*:*:*:*'],
        }),
        nvd({ product: cpeProduct('a', 'vim:vim'), ranges: ranges('(,8.4.0)') }),
      ),
  ],
  [
    '60: an epoch as a qualifier',
    'applies',
    () =>
      resultOf(
        aComponent({ name: 'x', version: '1.2', purl: 'pkg:deb/debian/x@1.2?epoch=1' }),
        database('pkg:deb/debian/x', { ranges: ranges('(,1:1.3)') }),
      ),
  ],
  [
    '61: Alpine knows its package',
    'does-not-apply',
    () =>
      resultOf(
        aComponent({
          name: 'busybox',
          version: '1.32.1-r6',
          purl: 'pkg:apk/alpine/busybox@1.32.1-r6',
          distribution: 'alpine-3.13.5',
        }),
        nvd({ product: busybox, ranges: ranges('(,1.33.0)') }),
        database('pkg:apk/alpine/busybox', { ranges: ranges('(,1.32.1-r4)') }, 'alpine-3.13'),
      ),
  ],
  [
    '62: a bound of RPM before an upstream version',
    'may-apply',
    () =>
      resultOf(
        aComponent({ name: 'gnutls', version: '3.8.12' }),
        owner({ product: cpeProduct('a', 'gnu:gnutls'), ranges: [aRange('(,0:3.8.10-4.el9_8)', { scheme: 'rpm' })] }),
      ),
  ],
  [
    '63: an unknown word of Yocto rules nothing out',
    'applies',
    () => resultOf(aComponent({ name: 'openssl', version: '1.1.1k' }), nvd(openssl)),
  ],
  [
    '64: what Buildroot rules out',
    'does-not-apply',
    () =>
      resultOf(
        aComponent({ name: 'openssl', version: '1.1.1k' }),
        nvd(openssl),
        own({ product: cpeProduct('a', 'openssl:openssl'), ranges: [unaffected('=1.1.1k')] }),
      ),
  ],
  [
    '66: a kernel of RHEL',
    'may-apply',
    () =>
      resultOf(
        aComponent({
          name: 'kernel',
          version: '5.14.0-503.35.1.el9_5',
          cpes: ['cpe:2.3:o:linux:linux_kernel:5.14.0:*:*:*:*:*:*:*'],
        }),
        nvd({ product: kernel, ranges: ranges('[5.11.0,5.15.149)') }),
      ),
  ],
  [
    '67: rejected',
    'does-not-apply',
    () =>
      resultOf(aComponent({ name: 'openssl', version: '1.1.1k' }), {
        ...nvd(openssl),
        state: 'rejected',
        stateReason: 'A duplicate.',
      }),
  ],
  [
    '68: disputed is a label',
    'applies',
    () =>
      resultOf(aComponent({ name: 'openssh', version: '8.3p1' }), {
        ...nvd({ ...openssh, ranges: ranges('(,8.3p1]') }),
        labels: ['disputed'],
      }),
  ],
  [
    '71: one flaw with two names',
    'applies',
    () =>
      resultOf(
        aComponent({ name: 'lodash', version: '4.17.10', purl: 'pkg:npm/lodash@4.17.10' }),
        database('pkg:npm/lodash', { ranges: ranges('[0,4.17.11)') }),
        nvd({ product: cpeProduct('a', 'lodash:lodash'), ranges: ranges('(,4.17.11)') }),
      ),
  ],
  [
    '72: JVN names the product alone',
    'may-apply',
    () =>
      resultOf(
        acme({ version: '1.0' }),
        aStatement({ source: 'jvn', criteria: [aCriterion({ by: 'jvn', role: 'coordinator' })] }),
      ),
  ],
  [
    '75: libcurl is curl',
    'applies',
    () =>
      resultOf(
        aComponent({ name: 'libcurl', version: '7.83.0' }),
        nvd({ product: cpeProduct('a', 'haxx:curl'), ranges: ranges('(,7.84.0)') }),
      ),
  ],
  [
    '76: expat is libexpat',
    'applies',
    () =>
      resultOf(
        aComponent({ name: 'expat', version: '2.4.1' }),
        nvd({ product: cpeProduct('a', 'libexpat_project:libexpat'), ranges: ranges('(,2.4.3)') }),
      ),
  ],
  [
    '77: mbedtls has moved',
    'applies',
    () =>
      resultOf(
        aComponent({ name: 'mbedtls', version: '2.16.0' }),
        nvd({ product: cpeProduct('a', 'trustedfirmware:mbed_tls'), ranges: ranges('(,2.16.1)') }),
      ),
  ],
  [
    '78: a driver is not the database',
    null,
    () =>
      resultOf(
        aComponent({ name: 'mysql', version: '1.6.0', purl: 'pkg:golang/github.com/go-sql-driver/mysql@1.6.0' }),
        nvd({ product: cpeProduct('a', 'oracle:mysql'), ranges: ranges('(,8.0)') }),
      ),
  ],
  [
    '79: a Maven artefact is not the database',
    null,
    () =>
      resultOf(
        aComponent({
          name: 'mariadb',
          version: '0.3.0-SNAPSHOT',
          purl: 'pkg:maven/nz.co.solnet/mariadb@0.3.0-SNAPSHOT',
        }),
        nvd({ product: cpeProduct('a', 'mariadb:mariadb'), ranges: ranges('(,10.0)') }),
      ),
  ],
  [
    '80: the beginning of a name is no name',
    null,
    () =>
      resultOf(
        aComponent({ name: 'cxf-xjc-runtime', version: '3.3.1' }),
        nvd({ product: cpeProduct('a', 'apache:cxf'), ranges: ranges('(,3.4)') }),
      ),
  ],
  [
    '81: a camera of another maker',
    null,
    () =>
      resultOf(
        aComponent({ name: 'camera', version: '1.0', supplier: 'ACME' }),
        nvd({ product: cpeProduct('h', 'vivotek:camera'), ranges: ranges('*') }),
      ),
  ],
  [
    '83: several intervals',
    'applies',
    () =>
      resultOf(
        aComponent({ name: 'x', version: '1.5.0', purl: 'pkg:npm/x@1.5.0' }),
        database('pkg:npm/x', { ranges: ranges('[0,1.2.0)', '[1.4.0,1.6.0)') }),
      ),
  ],
  [
    '84: names of Python',
    'applies',
    () =>
      resultOf(
        aComponent({ name: 'Foo.Bar_Baz', version: '1.0', purl: 'pkg:pypi/Foo.Bar_Baz@1.0' }),
        database('pkg:pypi/foo-bar-baz', { ranges: ranges('(,1.1)') }),
      ),
  ],
  [
    '85: a pseudo-version of Go',
    'applies',
    () =>
      resultOf(
        aComponent({
          name: 'g',
          version: 'v0.0.0-20200101000000-abcdef123456',
          purl: 'pkg:golang/example.com/g@v0.0.0-20200101000000-abcdef123456',
        }),
        database('pkg:golang/example.com/g', { ranges: ranges('[0,0.1.0)') }),
      ),
  ],
  [
    '86: +incompatible',
    'applies',
    () =>
      resultOf(
        aComponent({
          name: 'g',
          version: 'v2.0.0+incompatible',
          purl: 'pkg:golang/example.com/g@v2.0.0%2Bincompatible',
        }),
        database('pkg:golang/example.com/g', { ranges: ranges('[0,2.0.1)') }),
      ),
  ],
  [
    '87: RELEASE is the release',
    'does-not-apply',
    () =>
      resultOf(
        aComponent({ name: 'm', version: '2.0.0.RELEASE', purl: 'pkg:maven/g/m@2.0.0.RELEASE' }),
        database('pkg:maven/g/m', { ranges: ranges('[0,2.0.0)') }),
      ),
  ],
  [
    '88: a tilde',
    'applies',
    () =>
      resultOf(
        aComponent({ name: 'x', version: '1.0~rc1', purl: 'pkg:deb/debian/x@1.0~rc1' }),
        database('pkg:deb/debian/x', { ranges: ranges('(,1.0)') }),
      ),
  ],
  [
    '89: the source of a package',
    'applies',
    () =>
      resultOf(
        aComponent({ name: 'libfoo1', version: '1.0-1', purl: 'pkg:deb/debian/libfoo1@1.0-1?upstream=libfoo' }),
        database('pkg:deb/debian/libfoo', { ranges: ranges('(,1.0-2)') }),
      ),
  ],
];

describe('cases told as statements', () => {
  test.each(toldCases)('%s: %s', (_name, expected, run) => expect(run()).toBe(expected));
});
