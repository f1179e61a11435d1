import type { Firmware } from './firmware-parts.ts';

export type DemoRelease = {
  version: string;
  hardware?: string;
  state: 'in-development' | 'shipped' | 'shipment-stopped' | 'supported';
  /** A day, or so many months from today. */
  releasedOn: string | number;
  firmwareName?: string;
  firmware?: Firmware;
  /** Other versions than the list says, by name. */
  instead?: Record<string, string>;
  /** Entered by hand: name, version, vendor:product of the CPE or "-". */
  byHand?: readonly string[];
  /** Units by region; spread over the months since the release. */
  units?: Record<string, number>;
  /** "model version" of the modules that it contains. */
  contains?: readonly string[];
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
    { version: '1.5.3', state: 'shipped', releasedOn: '2021-04-12', units: { JP: 31_900 } },
    { version: '1.6.0', state: 'shipped', releasedOn: '2022-10-03', units: { JP: 20_500 } },
  ],
  'MC-220': [
    {
      version: '2.3.0',
      hardware: 'A1',
      state: 'shipped',
      releasedOn: '2023-06-05',
      firmwareName: 'mc220-2.3.0.bin',
      firmware: 'camera',
      units: { JP: 40_400 },
    },
    {
      version: '2.4.1',
      hardware: 'A1',
      state: 'shipped',
      releasedOn: '2024-03-18',
      firmwareName: 'mc220-2.4.1.bin',
      firmware: 'camera',
      instead: { zlib: '1.2.12', curl: '7.83.0', mosquitto: '2.0.14' },
      units: { JP: 48_200 },
    },
    {
      version: '2.4.2',
      hardware: 'A1',
      state: 'in-development',
      releasedOn: 1,
      firmware: 'camera',
      instead: { zlib: '1.3.1', curl: '8.4.0', mosquitto: '2.0.18', gsoap: '2.8.131' },
    },
  ],
  'MC-230': [
    {
      version: '1.8.0',
      state: 'shipment-stopped',
      releasedOn: '2023-02-20',
      firmware: 'camera',
      units: { JP: 12_700, DE: 1_400, FR: 900 },
    },
    {
      version: '1.8.2',
      state: 'shipped',
      releasedOn: '2024-05-27',
      firmware: 'camera',
      instead: { zlib: '1.2.13', bluez: '5.66' },
      units: { JP: 30_300, DE: 3_700, FR: 3_200 },
    },
  ],
  みはりクラウド中継: [{ version: '2026.11.2', state: 'shipped', releasedOn: 0 }],
  みはりアプリ: [{ version: '5.2.0', state: 'shipped', releasedOn: -1 }],
  'MR-1167': [
    {
      version: '1.4.6',
      hardware: 'Rev.B',
      state: 'supported',
      releasedOn: '2022-06-20',
      firmwareName: 'mr1167_1.4.6.img',
      firmware: 'linuxRouter',
      instead: { openssl: '1.1.1k', zlib: '1.2.11', curl: '7.79.1' },
      contains: ['みはりルーター基盤 4.1.0'],
    },
    {
      version: '1.4.7',
      hardware: 'Rev.B',
      state: 'shipped',
      releasedOn: '2024-03-18',
      firmwareName: 'mr1167_1.4.7.img',
      firmware: 'linuxRouter',
      instead: { openssl: '1.1.1k' },
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
      instead: { openssl: '1.1.1l', curl: '8.4.0', zlib: '1.2.13' },
      units: { JP: 12_850 },
      contains: ['みはりルーター基盤 4.2.1'],
    },
  ],
  'MR-1900': [
    {
      version: '2.1.0',
      state: 'shipped',
      releasedOn: '2025-01-20',
      firmwareName: 'mr1900_2.1.0.img',
      firmware: 'linuxRouter',
      instead: { linux: '5.4.143', openssl: '3.0.13', busybox: '1.36.1', dnsmasq: '2.90' },
      units: { JP: 31_900 },
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
      instead: { openssl: '3.0.2', linux: '5.10.83' },
      units: { JP: 1_980 },
    },
    {
      version: '3.2.0',
      hardware: 'LAN',
      state: 'shipped',
      releasedOn: '2024-10-15',
      firmware: 'gateway',
      units: { JP: 2_640 },
    },
    {
      version: '3.2.0',
      hardware: '4G',
      state: 'shipped',
      releasedOn: '2024-10-15',
      firmware: 'gateway',
      units: { JP: 1_800 },
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
