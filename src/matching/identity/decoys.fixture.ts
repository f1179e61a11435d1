/** Bare names that are everyday words: nobody can tell from them which product is meant. */
const words = `agent app assistant audit backup base bolt browser build camera chat chicken client cloud config core daemon
  dash database demo device display driver editor email engine file files firewall forms framework gallery gateway git
  image kernel less links login mail manager map media menu messenger mobile module monitor mongoose motion neon
  network node notes patch player plugin portal printer proxy raptor reader report screen script search security server
  shadow share shell shop snappy spice storage store support supervisor switch synergy system terminal theme tool trinity
  update viewer weather wiki zip`;

/** Bare names that look like those of known products and are others, or slips of the pen. */
const lookalikes = `openss1 opensll zlib-ng zlibc busyboxd busy-box-lite dropbox dropbearer libpngwriter libcurl-gsl curlpp
  curlftpfs wgetpaste sqlitebrowser libxml++ expatriate glibmm gtkmm bashdb nanomq nano-http lua-cjson luajson perlbrew
  pythonqt redis-cpp libsshd sshguard sshpass openvpn-auth nginx-ui mosquitto-go-auth dnsmasqd hostapd-mana ntpclient
  bluez-alsa avahi2dns samba-vfs cupsd-lite gitolite gitweb tarsnap gzipper bzip3 lz5 xzgv zstdmt-cli json-cpp cjson-utils
  jansson-cpp libuvc libevdev boostnote pocl qtile ffmpegthumbnailer openh265 x264-tools linux-firmware linuxcnc`;

/** Packages of other ecosystems that carry the name of a project in C. */
const elsewhere = `npm/zlib npm/curl npm/openssl npm/sqlite3 npm/expat npm/redis npm/git npm/ssh2 npm/bash npm/busybox
  npm/lua npm/perl npm/avahi npm/samba npm/dbus npm/file npm/less npm/tar npm/screen npm/systemd npm/nginx npm/libpng
  npm/libxml2 npm/ffmpeg npm/mosquitto npm/grpc npm/protobuf npm/boost npm/poco npm/icu pypi/ssh pypi/curl pypi/zlib
  pypi/openssl pypi/redis pypi/lz4 pypi/zstd pypi/brotli pypi/expat pypi/git pypi/samba pypi/dbus pypi/avahi pypi/nmap
  pypi/scapy pypi/iptables pypi/systemd gem/curl gem/redis gem/sqlite3 gem/lua cargo/zlib cargo/curl cargo/openssl
  cargo/busybox golang/github.com/acme/curl golang/github.com/acme/nginx maven/org.acme/openssl maven/org.acme/zlib
  nuget/openssl nuget/zlib nuget/sqlite composer/acme/curl github/somebody/openssl github/somebody/busybox`;

const list = (text: string) => text.split(/\s+/);

/** What nobody may take for a product of the table, each as an SBOM would name it. */
export const decoys: readonly { name: string; purl: string | null }[] = [
  ...list(words).map((name) => ({ name, purl: null })),
  ...list(lookalikes).map((name) => ({ name, purl: null })),
  ...list(elsewhere).map((path) => ({ name: path.slice(path.lastIndexOf('/') + 1), purl: `pkg:${path}@1.0` })),
];
