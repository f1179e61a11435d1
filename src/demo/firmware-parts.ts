/**
 * What the products of みはり電機 consist of. One part a line: name, version, identities, licence; "-" for none.
 * Identities stand with commas between: vendor:product of a CPE (of an application unless "o:" stands before), owner/repository
 * on GitHub, @type/name of any other package. The programs and versions are real ones, the choice is invented.
 */
const linuxRouter = `
linux 4.14.221 o:linux:linux_kernel GPL-2.0-only
u-boot 2018.09 denx:u-boot GPL-2.0-or-later
busybox 1.33.2 busybox:busybox GPL-2.0-only
musl 1.1.24 musl-libc:musl MIT
dropbear 2020.81 dropbear_ssh_project:dropbear_ssh MIT
dnsmasq 2.85 thekelleys:dnsmasq GPL-2.0-only
zlib 1.2.12 zlib:zlib Zlib
mbedtls 2.16.12 arm:mbed_tls Apache-2.0
lua 5.1.5 lua:lua MIT
iptables 1.8.7 netfilter:iptables GPL-2.0-only
iproute2 5.11.0 iproute2_project:iproute2 GPL-2.0-only
ppp 2.4.8 samba:ppp BSD-4-Clause
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
rtl8192cd 3.4.9 @generic/realtek/rtl8192cd -
`;

const camera = `
linux 4.9.84 o:linux:linux_kernel GPL-2.0-only
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
libpng 1.6.37 libpng:libpng libpng-2.0
freetype 2.10.4 freetype:freetype FTL
sqlite 3.34.1 sqlite:sqlite blessing
expat 2.2.10 libexpat_project:libexpat MIT
wpa_supplicant 2.9 w1.fi:wpa_supplicant BSD-3-Clause
avahi 0.8 avahi:avahi LGPL-2.1-or-later
bluez 5.55 bluez:bluez GPL-2.0-or-later
chrony 4.0 tuxfamily:chrony GPL-2.0-only
`;

const gateway = `
linux 5.10.110 o:linux:linux_kernel GPL-2.0-only
u-boot 2021.01 denx:u-boot GPL-2.0-or-later
fjord-bootguard 2.4.1 fjord_components:bootguard LicenseRef-Fjord
busybox 1.34.1 busybox:busybox GPL-2.0-only
glibc 2.35 gnu:glibc LGPL-2.1-or-later
systemd 250.5 systemd_project:systemd LGPL-2.1-or-later
dbus 1.14.0 d-bus_project:d-bus AFL-2.1 OR GPL-2.0-or-later
openssl 3.0.5 openssl:openssl Apache-2.0
curl 8.4.0 haxx:curl curl
zlib 1.2.11 zlib:zlib Zlib
xz 5.2.5 tukaani:xz 0BSD
libxml2 2.9.14 xmlsoft:libxml2 MIT
python3 3.10.4 python:python PSF-2.0
mosquitto 2.0.14 eclipse:mosquitto EPL-2.0
libmodbus 3.1.10 libmodbus:libmodbus LGPL-2.1-or-later
open62541 1.2.3 open62541:open62541 MPL-2.0
strongswan 5.9.5 strongswan:strongswan GPL-2.0-or-later
net-snmp 5.9.1 net-snmp:net-snmp BSD-3-Clause
nftables 1.0.2 netfilter:nftables GPL-2.0-only
openssh 8.9p1 openbsd:openssh SSH-OpenSSH
sudo 1.9.10 sudo_project:sudo ISC
swupdate 2021.11 sbabic/swupdate GPL-2.0-only
mg-fieldbus 3.2.0 @generic/mihari/mg-fieldbus -
`;

const relay = `
relay-core 2026.11.2 @generic/mihari/relay-core -
log4j-core 2.17.1 apache:log4j,@maven/org.apache.logging.log4j/log4j-core Apache-2.0
commons-text 1.12.0 apache:commons_text,@maven/org.apache.commons/commons-text Apache-2.0
jetty-servlets 11.0.18 @maven/org.eclipse.jetty/jetty-servlets EPL-2.0
netty-codec-mqtt 4.1.108.Final netty:netty,@maven/io.netty/netty-codec-mqtt Apache-2.0
gin v1.9.1 @golang/github.com/gin-gonic/gin MIT
go 1.22.5 golang:go,@generic/go BSD-3-Clause
nodejs 20.12.1 nodejs:node.js,@generic/nodejs MIT
tmp 0.2.3 raszi:tmp,@npm/tmp MIT
typeorm 0.3.20 typeorm:typeorm,@npm/typeorm MIT
ws 8.17.1 @npm/ws MIT
nginx 1.26.2 f5:nginx,@generic/nginx BSD-2-Clause
nghttp2 1.61.0 nghttp2:nghttp2,@generic/nghttp2 MIT
c-ares 1.27.0 c-ares:c-ares,@generic/c-ares MIT
redis 7.0.15 redis:redis,@generic/redis BSD-3-Clause
openssl 3.0.13 openssl:openssl,@generic/openssl Apache-2.0
coturn 4.6.2 @generic/coturn BSD-3-Clause
`;

const app = `
mihari-app-core 5.2.0 @generic/mihari/app-core -
kotlin-stdlib 1.9.24 jetbrains:kotlin,@maven/org.jetbrains.kotlin/kotlin-stdlib Apache-2.0
okhttp 4.12.0 @maven/com.squareup.okhttp3/okhttp Apache-2.0
nanopb 0.4.8 nanopb_project:nanopb,@generic/nanopb Zlib
curl 8.7.1 haxx:curl,@generic/curl curl
openssl 3.0.13 openssl:openssl,@generic/openssl Apache-2.0
libpng 1.6.43 libpng:libpng,@generic/libpng libpng-2.0
sqlite 3.45.3 sqlite:sqlite,@generic/sqlite blessing
expat 2.6.2 libexpat_project:libexpat,@generic/expat MIT
zlib 1.3.1 zlib:zlib,@generic/zlib Zlib
`;

/** By the name that release-facts.ts uses. */
const firmware = { linuxRouter, wirelessModule, camera, gateway, relay, app } as const;
export type Firmware = keyof typeof firmware;

export type FirmwarePart = {
  name: string;
  version: string | null;
  cpe: string | null;
  purl: string | null;
  licence: string | null;
};

/** What some lists have besides, and no other has. */
const further = `
openssl - openssl:openssl Apache-2.0
curl - haxx:curl curl
lighttpd - lighttpd:lighttpd BSD-3-Clause
openvpn - openvpn:openvpn GPL-2.0-only
openwrt - o:openwrt:openwrt GPL-2.0-only
rtk-gpio-helper - - -
hwnat-fast - - -
led-control - - -
web-console - - -
`;

/** Other versions than a list says, by name; null leaves a part out, and a name that the list does not have adds it. */
export type Instead = Readonly<Record<string, string | null>>;

/** The parts of a firmware. */
export function listFirmwareParts(name: Firmware, instead: Instead = {}): FirmwarePart[] {
  const listed = partsOf(firmware[name]);
  const names = new Set(listed.map((part) => part.name));
  const added = Object.keys(instead)
    .filter((part) => !names.has(part))
    .map((part) => known.get(part) ?? { name: part, version: null, identities: [], licence: null });
  return [...listed, ...added]
    .filter((part) => instead[part.name] !== null)
    .map(({ name: part, version: listedVersion, identities, licence }) => {
      const version = (part in instead ? instead[part] : listedVersion) || null;
      const cpe = identities.find((text) => text.includes(':') && !text.startsWith('@'));
      const purl = identities.find((text) => text.includes('/'));
      return {
        name: part,
        version,
        cpe: cpe ? `cpe:2.3:${/^[aoh]:/.test(cpe) ? cpe : `a:${cpe}`}:${version ?? '*'}:*:*:*:*:*:*:*` : null,
        purl: purl ? `pkg:${purl.startsWith('@') ? purl.slice(1) : `github/${purl}`}@${version}` : null,
        licence,
      };
    });
}

const partsOf = (list: string) => list.trim().split('\n').map(partOf);

function partOf(line: string) {
  const [name = '', version = '', identities = '', ...licence] = line.split(' ');
  const said = (text: string) => (text === '-' ? null : text);
  return {
    name,
    version: said(version),
    identities: said(identities)?.split(',') ?? [],
    licence: said(licence.join(' ')),
  };
}

// What a list adds is the same program as in another list.
const known = new Map([...Object.values(firmware), further].flatMap(partsOf).map((part) => [part.name, part]));
