/**
 * What the firmware of みはり電機 consists of. One part a line: name, version, vendor:product of its CPE or owner/repository on GitHub (or "-"), licence.
 * The programs and versions are real ones, the choice is invented.
 */
const linuxRouter = `
linux 4.14.221 linux:linux_kernel GPL-2.0-only
u-boot 2018.09 denx:u-boot GPL-2.0-or-later
busybox 1.33.2 busybox:busybox GPL-2.0-only
musl 1.1.24 musl-libc:musl MIT
dropbear 2020.81 dropbear_ssh_project:dropbear_ssh MIT
dnsmasq 2.85 thekelleys:dnsmasq GPL-2.0-only
zlib 1.2.12 zlib:zlib Zlib
curl 7.83.0 haxx:curl curl
mbedtls 2.16.12 arm:mbed_tls Apache-2.0
lua 5.1.5 lua:lua MIT
iptables 1.8.7 netfilter:iptables GPL-2.0-only
iproute2 5.11.0 iproute2_project:iproute2 GPL-2.0-only
ppp 2.4.8 point-to-point_protocol_project:point-to-point_protocol BSD-4-Clause
miniupnpd 2.2.1 miniupnp_project:miniupnpd BSD-3-Clause
json-c 0.15 json-c:json-c MIT
libnl 3.5.0 libnl_project:libnl LGPL-2.1-only
libpcap 1.10.0 tcpdump:libpcap BSD-3-Clause
libevent 2.1.12 libevent_project:libevent BSD-3-Clause
odhcpd 2021-02-27 openwrt/odhcpd GPL-2.0-only
uhttpd 2021-03-21 openwrt/uhttpd ISC
ubus 2021-02-15 openwrt/ubus LGPL-2.1-only
netifd 2021-01-09 openwrt/netifd GPL-2.0-only
`;

const wirelessModule = `
hostapd 0.8.x_rtw_r24647.20171025 w1.fi:hostapd BSD-3-Clause
wpa_supplicant 2.9 w1.fi:wpa_supplicant BSD-3-Clause
rtl8192cd 3.4.9 - -
rtk-gpio-helper - - -
`;

const camera = `
linux 4.9.84 linux:linux_kernel GPL-2.0-only
u-boot 2015.01 denx:u-boot GPL-2.0-or-later
busybox 1.31.1 busybox:busybox GPL-2.0-only
uClibc-ng 1.0.36 uclibc-ng_project:uclibc-ng LGPL-2.1-only
zlib 1.2.11 zlib:zlib Zlib
ffmpeg 4.2.4 ffmpeg:ffmpeg LGPL-2.1-or-later
live555 2020.11.22 live555:live555 LGPL-3.0-or-later
gsoap 2.8.114 genivia:gsoap GPL-2.0-or-later
mosquitto 1.6.12 eclipse:mosquitto EPL-2.0
libwebsockets 4.0.21 libwebsockets:libwebsockets MIT
libjpeg-turbo 2.0.6 libjpeg-turbo:libjpeg-turbo BSD-3-Clause
freetype 2.10.4 freetype:freetype FTL
sqlite 3.34.1 sqlite:sqlite blessing
expat 2.2.10 libexpat_project:libexpat MIT
wpa_supplicant 2.9 w1.fi:wpa_supplicant BSD-3-Clause
avahi 0.8 avahi:avahi LGPL-2.1-or-later
bluez 5.55 bluez:bluez GPL-2.0-or-later
chrony 4.0 tuxfamily:chrony GPL-2.0-only
`;

const gateway = `
linux 5.10.110 linux:linux_kernel GPL-2.0-only
u-boot 2021.01 denx:u-boot GPL-2.0-or-later
busybox 1.34.1 busybox:busybox GPL-2.0-only
glibc 2.35 gnu:glibc LGPL-2.1-or-later
systemd 250.5 systemd_project:systemd LGPL-2.1-or-later
dbus 1.14.0 d-bus_project:d-bus AFL-2.1 OR GPL-2.0-or-later
openssl 3.0.5 openssl:openssl Apache-2.0
curl 7.82.0 haxx:curl curl
zlib 1.2.11 zlib:zlib Zlib
xz 5.2.5 tukaani:xz 0BSD
python3 3.10.4 python:python PSF-2.0
mosquitto 2.0.14 eclipse:mosquitto EPL-2.0
libmodbus 3.1.7 libmodbus:libmodbus LGPL-2.1-or-later
open62541 1.2.3 open62541:open62541 MPL-2.0
strongswan 5.9.5 strongswan:strongswan GPL-2.0-or-later
net-snmp 5.9.1 net-snmp:net-snmp BSD-3-Clause
nftables 1.0.2 netfilter:nftables GPL-2.0-only
openssh 8.9p1 openbsd:openssh SSH-OpenSSH
sudo 1.9.10 sudo_project:sudo ISC
swupdate 2021.11 sbabic/swupdate GPL-2.0-only
mg-fieldbus 3.2.0 - -
`;

/** By the name that releases.ts uses. */
const firmware = { linuxRouter, wirelessModule, camera, gateway } as const;
export type Firmware = keyof typeof firmware;

export type FirmwarePart = {
  name: string;
  version: string | null;
  cpe: string | null;
  purl: string | null;
  licence: string | null;
};

/** The parts of a firmware; `instead` gives another version to some, and adds what the list does not have. */
export function listFirmwareParts(name: Firmware, instead: Record<string, string> = {}): FirmwarePart[] {
  const listed = partsOf(firmware[name]);
  const names = new Set(listed.map((part) => part.name));
  const added = Object.keys(instead)
    .filter((part) => !names.has(part))
    .map((part) => known.get(part) ?? { name: part, version: '', product: `${part}:${part}`, licence: null });
  return [...listed, ...added].map(({ name: part, version: listedVersion, product, licence }) => {
    const version = instead[part] ?? listedVersion;
    const kind = part === 'linux' ? 'o' : 'a';
    return {
      name: part,
      version,
      cpe: product?.includes(':') ? `cpe:2.3:${kind}:${product}:${version}:*:*:*:*:*:*:*` : null,
      purl: product?.includes('/') ? `pkg:github/${product}@${version}` : null,
      licence,
    };
  });
}

const partsOf = (list: string) => list.trim().split('\n').map(partOf);

function partOf(line: string) {
  const [name = '', version = '', product = '', ...licence] = line.split(' ');
  const said = (text: string) => (text === '-' ? null : text);
  return { name, version: said(version), product: said(product), licence: said(licence.join(' ')) };
}

// What a list adds is the same program as in another list.
const known = new Map(
  Object.values(firmware)
    .flatMap(partsOf)
    .map((part) => [part.name, part]),
);
