import type { Firmware, Instead } from './firmware-parts.ts';

export type DemoRelease = {
  version: string;
  hardware?: string;
  state: 'in-development' | 'shipped' | 'shipment-stopped' | 'supported';
  /** A day, or so many months from today. */
  releasedOn: string | number;
  firmwareName?: string;
  firmware?: Firmware;
  instead?: Instead;
  /** So many days ago its bill of materials came. */
  partsDaysAgo?: number;
  /** In which form the bill of materials is written; CycloneDX where nothing is said. */
  form?: 'spdx3';
  /** Which evidence of its kernel is attached: the configuration, or also the list of what was built. */
  kernel?: { config: true; objects?: true; modem?: true };
  /** What its first bill of materials said otherwise, and the names of its own under which it hid what others make. */
  first?: { instead?: Instead; hidden?: Readonly<Record<string, string>> };
  /** Entered by hand: name, version, vendor:product of the CPE or "-". */
  byHand?: readonly string[];
  /** Units by region; spread over the months since the release. */
  units?: Record<string, number>;
  /** "model version" of the modules that it contains. */
  contains?: readonly string[];
};

/** Parts of the routers of which nobody has said what they are. */
const ownHelpers = {
  'rtk-gpio-helper': '',
  'hwnat-fast': '2.1',
  'led-control': '',
  'web-console': '',
};

/** What was released, by model, oldest first. */
export const releases: Record<string, readonly DemoRelease[]> = {
  みはりルーター基盤: [
    {
      version: '4.1.0',
      state: 'shipped',
      releasedOn: '2021-06-18',
      firmware: 'wirelessModule',
      instead: { wpa_supplicant: '2.8' },
    },
    { version: '4.2.1', state: 'shipped', releasedOn: '2023-11-10', firmware: 'wirelessModule' },
  ],
  'MC-210': [
    {
      version: '1.2.0',
      state: 'supported',
      releasedOn: '2020-07-27',
      byHand: ['dnsmasq - thekelleys:dnsmasq', 'busybox 1.31.1 busybox:busybox', 'linux 4.9.84 linux:linux_kernel'],
      units: { JP: 8_850 },
    },
    { version: '1.5.3', state: 'shipped', releasedOn: '2021-04-12', units: { JP: 23_050 } },
    { version: '1.6.0', state: 'shipped', releasedOn: '2022-10-03', units: { JP: 20_500 } },
  ],
  'MC-220': [
    {
      version: '2.2.0',
      hardware: 'A1',
      state: 'supported',
      releasedOn: '2023-02-13',
      firmwareName: 'mc220-2.2.0.bin',
      firmware: 'camera',
      instead: { expat: '2.2.9', bluez: '5.50' },
      partsDaysAgo: 77,
      units: { JP: 9_600 },
    },
    {
      version: '2.3.0',
      hardware: 'A1',
      state: 'shipped',
      releasedOn: '2023-06-05',
      firmwareName: 'mc220-2.3.0.bin',
      firmware: 'camera',
      units: { JP: 30_800 },
    },
    {
      version: '2.4.1',
      hardware: 'A1',
      state: 'shipped',
      releasedOn: '2024-03-18',
      firmwareName: 'mc220-2.4.1.bin',
      firmware: 'camera',
      instead: { zlib: '1.2.12', curl: '8.5.0', mosquitto: '2.0.14', expat: '2.6.2', libpng: '1.6.43' },
      partsDaysAgo: 56,
      units: { JP: 48_200 },
    },
    {
      version: '2.4.2',
      hardware: 'A1',
      state: 'in-development',
      releasedOn: 1,
      firmware: 'camera',
      instead: {
        zlib: '1.3.1',
        curl: '8.20.0',
        mosquitto: '2.0.19',
        gsoap: '2.8.131',
        expat: '2.7.2',
        sqlite: '3.45.3',
        libpng: '1.6.55',
        bluez: '5.66',
      },
      partsDaysAgo: 21,
    },
  ],
  'MC-230': [
    {
      version: '1.7.1',
      state: 'supported',
      releasedOn: '2022-06-27',
      firmware: 'camera',
      instead: { sqlite: '3.31.1' },
      partsDaysAgo: 77,
      units: { JP: 4_200 },
    },
    {
      version: '1.8.0',
      state: 'shipment-stopped',
      releasedOn: '2023-02-20',
      firmware: 'camera',
      units: { JP: 8_500, DE: 1_400, FR: 900 },
    },
    {
      version: '1.8.2',
      state: 'shipped',
      releasedOn: '2024-05-27',
      firmware: 'camera',
      instead: { zlib: '1.2.13', bluez: '5.66', sqlite: '3.43.2', expat: '2.6.3' },
      first: { instead: { libpng: '1.6.36' } },
      partsDaysAgo: 70,
      units: { JP: 30_300, DE: 3_700, FR: 3_200 },
    },
  ],
  みはりクラウド中継: [
    {
      version: '2026.10.1',
      state: 'supported',
      releasedOn: -2,
      firmware: 'relay',
      instead: {
        'relay-core': '2026.10.1',
        'commons-text': '1.9',
        'jetty-servlets': '11.0.15',
        gin: 'v1.8.1',
        go: '1.21.9',
        nodejs: '18.17.0',
        nginx: '1.25.3',
        nghttp2: '1.52.0',
        'c-ares': '1.19.0',
        redis: '7.0.11',
      },
      partsDaysAgo: 60,
    },
    {
      version: '2026.11.1',
      state: 'supported',
      releasedOn: -1,
      firmware: 'relay',
      instead: { 'relay-core': '2026.11.1', nodejs: '18.19.1', nginx: '1.25.5', redis: '7.0.12', 'c-ares': '1.19.1' },
      partsDaysAgo: 31,
    },
    { version: '2026.11.2', state: 'shipped', releasedOn: 0, firmware: 'relay', partsDaysAgo: 10 },
  ],
  みはりアプリ: [
    {
      version: '5.1.0',
      state: 'supported',
      releasedOn: -5,
      firmware: 'app',
      instead: { 'mihari-app-core': '5.1.0', sqlite: '3.42.0', zlib: '1.2.13' },
      partsDaysAgo: 60,
    },
    { version: '5.2.0', state: 'shipped', releasedOn: -1, firmware: 'app', partsDaysAgo: 31 },
  ],
  'MR-1167': [
    {
      version: '1.4.6',
      hardware: 'Rev.B',
      state: 'supported',
      releasedOn: '2022-06-20',
      firmwareName: 'mr1167_1.4.6.img',
      firmware: 'linuxRouter',
      instead: { openssl: '1.0.2u', zlib: '1.2.11', curl: '7.66.0', ...ownHelpers },
      contains: ['みはりルーター基盤 4.1.0'],
    },
    {
      version: '1.4.7',
      hardware: 'Rev.B',
      state: 'shipped',
      releasedOn: '2024-03-18',
      firmwareName: 'mr1167_1.4.7.img',
      firmware: 'linuxRouter',
      instead: { openssl: '1.1.1k', curl: '7.83.0', lighttpd: '1.4.50', uhttpd: null, ...ownHelpers },
      first: { hidden: { lighttpd: 'mhttpd' } },
      partsDaysAgo: 4,
      units: { JP: 31_650 },
      contains: ['みはりルーター基盤 4.2.1'],
    },
    {
      version: '1.5.0',
      hardware: 'Rev.B',
      state: 'shipped',
      releasedOn: '2025-06-30',
      firmwareName: 'mr1167_1.5.0.img',
      firmware: 'linuxRouter',
      instead: { openssl: '1.1.1l', curl: '8.5.0', zlib: '1.2.13', lighttpd: '1.4.53', uhttpd: null, ...ownHelpers },
      units: { JP: 12_850 },
      contains: ['みはりルーター基盤 4.2.1'],
    },
    {
      version: '1.6.0',
      hardware: 'Rev.B',
      state: 'in-development',
      releasedOn: 2,
      firmware: 'linuxRouter',
      instead: {
        openssl: '3.0.21',
        curl: '8.20.0',
        zlib: '1.3.1',
        busybox: '1.36.1',
        dropbear: '2025.88',
        ppp: '2.5.2',
        mbedtls: '2.28.10',
        lighttpd: '1.4.76',
        uhttpd: null,
      },
      partsDaysAgo: 21,
      contains: ['みはりルーター基盤 4.2.1'],
    },
  ],
  'MR-1900': [
    {
      version: '2.0.3',
      state: 'supported',
      releasedOn: '2023-09-04',
      firmwareName: 'mr1900_2.0.3.img',
      firmware: 'linuxRouter',
      instead: {
        ...{
          linux: '5.4.143',
          openssl: '3.0.4',
          dnsmasq: '2.86',
          openvpn: '2.5.7',
          openwrt: '21.02.3',
          curl: '7.66.0',
        },
      },
      partsDaysAgo: 70,
      units: { JP: 6_400 },
      contains: ['みはりルーター基盤 4.2.1'],
    },
    {
      version: '2.1.0',
      state: 'shipped',
      releasedOn: '2025-01-20',
      firmwareName: 'mr1900_2.1.0.img',
      firmware: 'linuxRouter',
      instead: {
        ...{ linux: '5.4.143', openssl: '3.0.13', busybox: '1.36.1', dnsmasq: '2.90', openvpn: '2.6.8' },
        ...{ openwrt: '22.03.5', curl: '8.7.1', mbedtls: '2.28.5' },
      },
      units: { JP: 25_500 },
      contains: ['みはりルーター基盤 4.2.1'],
    },
  ],
  'MR-300': [
    {
      version: '1.0.9',
      state: 'shipped',
      releasedOn: '2016-04-05',
      byHand: [
        'Realtek Jungle SDK 3.4.11 realtek:realtek_jungle_sdk',
        'Realtek rtl819x SDK 3.4.11 realtek:rtl819x_software_development_kit',
        'boa 0.94.13 boa:boa',
        'busybox 1.13.4 busybox:busybox',
        'linux 2.6.30 linux:linux_kernel',
        'ipchecker - -',
        'web-setup - -',
      ],
      units: { JP: 68_000 },
    },
  ],
  'MG-10': [
    {
      version: '3.1.4',
      hardware: 'LAN',
      state: 'supported',
      releasedOn: '2023-07-03',
      firmware: 'gateway',
      form: 'spdx3',
      instead: { openssl: '3.0.2', linux: '5.10.83', curl: '7.68.0', libmodbus: '3.1.6', 'mg-fieldbus': '3.1.4' },
      kernel: { config: true },
      units: { JP: 1_980 },
    },
    {
      version: '3.2.0',
      hardware: 'LAN',
      state: 'shipped',
      releasedOn: '2024-10-15',
      firmware: 'gateway',
      form: 'spdx3',
      kernel: { config: true, objects: true },
      partsDaysAgo: 63,
      units: { JP: 2_640 },
    },
    {
      version: '3.2.0',
      hardware: '4G',
      state: 'shipped',
      releasedOn: '2024-10-15',
      firmware: 'gateway',
      form: 'spdx3',
      kernel: { config: true, objects: true, modem: true },
      partsDaysAgo: 63,
      units: { JP: 1_800 },
    },
    {
      version: '3.3.0',
      hardware: 'LAN',
      state: 'in-development',
      releasedOn: 2,
      firmware: 'gateway',
      form: 'spdx3',
      instead: {
        ...{ linux: '5.10.227', openssl: '3.0.21', curl: '8.20.0', openssh: '9.8p1', xz: '5.6.2', python3: '3.12.1' },
        ...{ glibc: '2.39', mosquitto: '2.0.19', 'net-snmp': '5.9.2', libmodbus: '3.1.11', libxml2: '2.13.9' },
        ...{ zlib: '1.3.1', 'mg-fieldbus': '3.3.0' },
      },
      kernel: { config: true, objects: true },
      partsDaysAgo: 21,
    },
  ],
};

/** Hardware revisions: model, name, SoC, board. */
export const hardware: readonly (readonly [model: string, name: string, soc: string, board: string])[] = [
  ['MC-220', 'A1', 'Ingenic T31', 'MCB-22 Rev.1'],
  ['MR-1167', 'Rev.B', 'Realtek RTL8197FH', 'MRB-11 Rev.B'],
  ['MR-300', 'Rev.A', 'Realtek RTL8196E', 'MRB-03'],
  ['MG-10', 'LAN', 'NXP i.MX 8M Mini', 'MGB-10 Rev.2'],
  ['MG-10', '4G', 'NXP i.MX 8M Mini', 'MGB-10 Rev.2 + LTE'],
];

/** What needs what to work. */
export const needs: readonly (readonly [model: string, on: string, note: string])[] = [
  ['MC-210', 'みはりクラウド中継', '外出先からの視聴'],
  ['MC-220', 'みはりクラウド中継', '外出先からの視聴、録画の保存'],
  ['MC-230', 'みはりクラウド中継', '外出先からの視聴'],
  ['MC-220', 'みはりアプリ', '初期設定'],
  ['MC-230', 'みはりアプリ', '初期設定'],
];

/** Partners, and under which name which model is sold. */
export const partners = [
  {
    name: 'トウコウ商事株式会社',
    contactPost: '商品部 品質窓口',
    email: 'quality@toko.example.jp',
    phone: '03-0000-0000',
    note: '',
    soldAs: [
      {
        model: 'MC-220',
        direction: 'ours-under-theirs',
        name: 'TokoCam T2',
        partNumbers: ['TKC-T2'],
        markets: ['JP'],
        sinceOn: '2023-08-01',
        note: '',
      },
    ],
  },
  {
    name: 'Fjord Components Oy',
    contactPost: 'Product Security',
    email: 'psirt@fjord.example.com',
    phone: '',
    note: 'ODM',
    soldAs: [
      {
        model: 'MG-10',
        direction: 'theirs-under-ours',
        name: 'FC-IG2 Industrial Gateway',
        partNumbers: ['FC-IG2-L', 'FC-IG2-M'],
        markets: ['JP'],
        sinceOn: '2022-04-01',
        note: '基板とU-Bootは先方の設計',
      },
    ],
  },
] as const;
