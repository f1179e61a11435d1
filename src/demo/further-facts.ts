import type { NewModel } from '#inventory/model';

/** What else is known of a model. The key keeper is a "division post"; days are counted back from today. */
type FurtherFacts = Pick<NewModel, 'safety' | 'tags' | 'buildSource' | 'buildToolchain' | 'buildPeople'> & {
  builtDaysAgo?: number;
  rebuiltOn?: string;
  keyKeeper?: string;
};

const git = 'git.mihari.example.jp';
const images = 'registry.mihari.example.jp';
const cameraTags = ['ONVIF', 'RTSP', 'TLS', 'WPA2', 'WPA3', 'mDNS', 'NTP'];
const routerTags = ['WPA2', 'WPA3', 'UPnP', 'TR-069', 'PPPoE', 'DHCP', 'DNS', 'IPv6', 'SSH'];

const camera = {
  safety: 'no',
  buildSource: `${git}/camera/firmware`,
  buildToolchain: `${images}/camera-build:2024.2`,
  buildPeople: 'カメラ事業部 第二開発課',
  keyKeeper: '品質保証部 リリース判定',
} as const;
const router = {
  safety: 'no',
  buildSource: `${git}/network/openwrt-mihari`,
  buildToolchain: `${images}/router-sdk:23.05`,
  buildPeople: 'ネットワーク事業部 開発課',
  keyKeeper: '品質保証部 リリース判定',
} as const;
const online = {
  safety: 'no',
  buildToolchain: `${images}/ci:latest`,
  buildPeople: 'クラウドサービス部',
  keyKeeper: 'クラウドサービス部 事業部窓口',
} as const;

/** Technologies, safety, and whether it can still be built, by the name of the model. */
export const furtherFacts: Record<string, FurtherFacts> = {
  'MC-210': { ...camera, tags: [...cameraTags, 'UPnP'], builtDaysAgo: 95 },
  'MC-220': { ...camera, tags: [...cameraTags, 'Bluetooth LE'], builtDaysAgo: 9 },
  'MC-230': { ...camera, tags: cameraTags, builtDaysAgo: 14 },
  みはりクラウド中継: {
    ...online,
    tags: ['HTTP/2', 'TLS', 'WebRTC'],
    buildSource: `${git}/cloud/relay`,
    builtDaysAgo: 1,
  },
  みはりアプリ: {
    ...online,
    tags: ['Android', 'Bluetooth LE', 'TLS', 'WebRTC'],
    buildSource: `${git}/app`,
    builtDaysAgo: 6,
  },
  'MR-1167': { ...router, tags: routerTags, builtDaysAgo: 33 },
  'MR-1900': { ...router, tags: [...routerTags, 'WireGuard'], builtDaysAgo: 40 },
  みはりルーター基盤: {
    ...router,
    tags: ['WPA2', 'WPA3', 'Wi-Fi'],
    buildSource: `${git}/network/wireless`,
    builtDaysAgo: 47,
  },
  'MR-300': {
    safety: 'no',
    tags: ['WPA2', 'UPnP', 'PPPoE', 'DHCP', 'DNS', 'Telnet'],
    buildSource: '共有フォルダー R:\\旧ルーター\\MR-300_SDK.zip',
    buildToolchain: '',
    buildPeople: '',
    rebuiltOn: '2021-06-04',
  },
  'MG-10': {
    safety: 'yes',
    tags: ['Modbus', 'OPC UA', 'MQTT', 'TLS', 'IPsec', 'LTE', 'SNMP'],
    buildSource: `${git}/industrial/mg10`,
    buildToolchain: `${images}/yocto-mg10:kirkstone`,
    buildPeople: '産業機器事業部 開発課',
    builtDaysAgo: 61,
    keyKeeper: '産業機器事業部 部品表の管理',
  },
};
