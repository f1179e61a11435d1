import type { Criterion, Platform, ProductName, Qualifiers } from '#intelligence/pure';

/** A product as bills of materials and as records call it; what stands in one theme is meant to meet. */
export type Theme = {
  /** CPE names up to the version, of a component. */
  cpes: string[];
  names: string[];
  /** Package URLs without their version, qualifiers behind it. */
  purls: [before: string, after: string][];
  products: ProductName[];
  versions: string[];
};

const cpe = (part: string, vendor: string, product: string): ProductName => ({ space: 'cpe', part, vendor, product });
const named = (vendor: string, product: string): ProductName => ({ space: 'name', vendor, product });
const packed = (purl: string, distribution: string | null = null): ProductName => ({
  space: 'purl',
  purl,
  distribution,
});

export const themes: Theme[] = [
  {
    cpes: ['cpe:2.3:a:openssl:openssl', 'cpe:2.3:a:*:openssl'],
    names: ['openssl', 'OpenSSL', 'libssl3'],
    purls: [
      ['pkg:deb/debian/openssl', '?arch=arm64&distro=debian-12'],
      ['pkg:deb/debian/libssl3', '?upstream=openssl%401.1.1k-1&distro=debian-11'],
      ['pkg:rpm/redhat/openssl-libs', '?epoch=1&upstream=openssl-1.1.1k-12.el8_9.src.rpm&distro=rhel-8.9'],
      ['pkg:apk/alpine/openssl', '?distro=alpine-3.20'],
      ['pkg:generic/openssl', ''],
    ],
    products: [
      cpe('a', 'openssl', 'openssl'),
      cpe('*', 'openssl', 'openssl'),
      cpe('a', '*', 'openssl'),
      named('OpenSSL', 'OpenSSL'),
      named('n/a', 'openssl'),
      packed('pkg:deb/debian/openssl', 'debian-12'),
      packed('pkg:deb/debian/openssl'),
      packed('pkg:rpm/redhat/openssl', 'rhel-8'),
      packed('pkg:apk/alpine/openssl', 'alpine-3.20'),
    ],
    versions: ['1.1.1k', '1.1.1l', '1.1.1', '3.0.0-rc1', '3.0.0', '1.1.1k-1+deb11u2', '1:1.1.1k-7.el8', '1.1.1k-r0'],
  },
  {
    cpes: ['cpe:2.3:a:haxx:curl', 'cpe:2.3:a:haxx:libcurl'],
    names: ['curl', 'libcurl', 'cURL'],
    purls: [
      ['pkg:deb/ubuntu/libcurl4', '?upstream=curl&distro=ubuntu-22.04'],
      ['pkg:npm/curl', ''],
      ['pkg:github/curl/curl', ''],
      ['pkg:conan/libcurl', ''],
    ],
    products: [
      cpe('a', 'haxx', 'curl'),
      cpe('a', 'haxx', 'libcurl'),
      named('curl', 'curl'),
      packed('pkg:deb/ubuntu/curl', 'ubuntu-22.04'),
      packed('pkg:npm/curl'),
    ],
    versions: ['7.83.0', '7.83.1', '8.4.0', '8.3.0', '7.81.0-1ubuntu1.10'],
  },
  {
    cpes: ['cpe:2.3:o:linux:linux_kernel', 'cpe:2.3:a:linux:linux_kernel'],
    names: ['linux', 'linux-yocto', 'kernel-module-tipc'],
    purls: [
      ['pkg:generic/linux', ''],
      ['pkg:deb/debian/linux', '?distro=debian-12'],
    ],
    products: [cpe('o', 'linux', 'linux_kernel'), named('Linux', 'Linux'), packed('pkg:deb/debian/linux', 'debian-12')],
    versions: ['5.10.120', '5.10.209', '6.6.20', '6.7-rc3', '5.10.120-yocto', '6.1.90-1'],
  },
  {
    cpes: ['cpe:2.3:o:acme:camera_firmware', 'cpe:2.3:h:acme:camera', 'cpe:2.3:*:acme:camera'],
    names: ['camera_firmware', 'MC-220 firmware'],
    purls: [],
    products: [
      cpe('o', 'acme', 'camera_firmware'),
      cpe('h', 'acme', 'camera'),
      cpe('*', 'acme', 'camera'),
      named('Acme', 'camera'),
    ],
    versions: ['1.32', 'Ver.1.4.2', '2.0', 'V2.3.1', '20190709', '-'],
  },
  {
    cpes: ['cpe:2.3:a:acme:c\\+\\+', 'cpe:2.3:a:nodejs:node.js', 'cpe:2.3:a:arm:mbed_tls'],
    names: ['c++', 'nodejs', 'mbedtls'],
    purls: [
      ['pkg:npm/%40acme/parser', ''],
      ['pkg:pypi/Foo_Bar', ''],
      ['pkg:maven/com.acme/parser', '?type=jar'],
      ['pkg:golang/github.com/acme/parser', ''],
      ['no purl at all', ''],
    ],
    products: [
      cpe('a', 'acme', 'c\\+\\+'),
      cpe('a', 'nodejs', 'node.js'),
      cpe('a', 'trustedfirmware', 'mbed_tls'),
      packed('pkg:npm/%40acme/parser'),
      packed('pkg:pypi/foo-bar'),
      packed('pkg:maven/com.acme/parser'),
      packed('pkg:golang/github.com/acme/parser'),
      packed('nothing that is a purl'),
    ],
    versions: ['2.0.0rc1', '2.0.0', '1.0-alpha-2', 'v0.3.1', '9.3p1', '9.3', '1.0.post1'],
  },
];

/** Versions that any product may have, so that ranges hold some and not others; some say nothing. */
export const versions = [
  '1.0',
  '1.2',
  '1.2.3',
  '1.10',
  '2.0',
  '2.0.1',
  '3.0',
  '0.9',
  '9.3',
  '9.3p1',
  'master',
  'unknown',
];

export const systems = ['linux', 'node.js', 'wordpress', 'windows', 'python', 'freertos'];

export const qualifiers: Qualifiers[] = [
  ...systems.map((targetSoftware) => ({ targetSoftware })),
  { edition: 'lts' },
  { targetHardware: 'arm' },
  { softwareEdition: 'enterprise', targetSoftware: 'linux' },
];

const none = { qualifiers: {}, ranges: [], isVulnerable: false, isNegated: false };

export const platforms: Platform[] = [
  { part: 'h', vendor: 'acme', product: 'board', ...none },
  { part: 'h', vendor: 'acme', product: 'camera', ...none },
  { part: 'h', vendor: 'st', product: 'stm32', ...none },
  { part: 'o', vendor: 'linux', product: 'linux_kernel', ...none },
  { part: 'o', vendor: 'microsoft', product: 'windows', ...none, isVulnerable: true },
  { part: 'a', vendor: 'openssl', product: 'openssl', ...none, isVulnerable: true },
  { part: 'a', vendor: 'haxx', product: 'curl', ...none },
  { part: 'a', vendor: 'acme', product: 'nowhere', ...none },
];

export const files = [
  'net/tipc/link.c',
  'net/bluetooth/hci_core.c',
  'fs/ntfs3/file.c',
  'net/ipv4/tcp.c',
  'include/net/x.h',
];
export const platformWords = ['Windows', 'Linux', 'x86', 'all', 'FreeRTOS', 'Mac OS'];
export const phrases = ['firmware of the spring', 'before the great update', 'some builds'];
export const technologies = ['WPA2', 'Bluetooth', 'UPnP'];
/** As records write them, which is not always as we do. */
export const saidTechnologies = [...technologies, 'wpa2', 'Blue-tooth', 'UPNP'];
export const roles: Criterion['role'][] = ['owner', 'analyst', 'ecosystem', 'coordinator', 'own'];
export const boards = ['board', 'ACME Board', 'STM32', 'camera', 'MT7621', ''];

export const kernelConfigs = [
  '# CONFIG_TIPC is not set\nCONFIG_BT=y\nCONFIG_NTFS3_FS=m\n',
  'CONFIG_TIPC=y\n# CONFIG_BT is not set\n# CONFIG_NTFS3_FS is not set\n',
  'CONFIG_TIPC=m\nCONFIG_BT=m\nCONFIG_NTFS3_FS=y\n',
];
export const builtObjects = [
  'net/ipv4/tcp.o\nnet/bluetooth/hci_core.o\n',
  'net/tipc/link.o\nnet/ipv4/tcp.o\nfs/ntfs3/file.o\n',
];
