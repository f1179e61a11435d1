/** Networks, mail and what serves them; read-rows.ts says what the columns are. */
export const network = `
aardvark-dns | containers:aardvark-dns | containers/aardvark-dns | BD
asterisk | digium:asterisk asterisk:asterisk sangoma:asterisk asterisk:open_source | asterisk/asterisk | DNCT
atftp | atftp_project:atftp | - | BDT
avahi | avahi:avahi | avahi/avahi lathiat/avahi | BDNT
axel | axel_project:axel axel:axel | axel-download-accelerator/axel | BDT
bind bind9 | isc:bind | - | DNCT
bird bird2 | nic:bird bird_project:bird | - | DT
bluez bluez5 bluez5_utils bluez5_utils-headers | bluez:bluez bluez_project:bluez | bluez/bluez | BDCT
bridge-utils | kernel:bridge-utils | - | BMD
bwm-ng | bwm-ng_project:bwm-ng | vgropp/bwm-ng | BDT
c-ares | c-ares:c-ares c-ares_project:c-ares daniel_stenberg:c-ares | c-ares/c-ares | BDNT
c-icap | c-icap_project:c-icap | - | BD
chrony | tuxfamily:chrony chrony_project:chrony | - | DT
cloudflared | cloudflare:cloudflared | cloudflare/cloudflared | BD
connman | intel:connman connman:connman | - | DT
cpp-httplib | yhirose:cpp-httplib | yhirose/cpp-httplib | BD
cups | apple:cups openprinting:cups cups:cups easy_software_products:cups | openprinting/cups | DNCT
cups-pk-helper | cups-pk-helper_project:cups-pk-helper | - | BD
darkhttpd | darkhttpd_project:darkhttpd unix4lyfe:darkhttpd | emikulic/darkhttpd | BDT
dhcp isc-dhcp | isc:dhcp isc:dhcp_client isc:dhcpd | - | DT
dhcpcd | dhcpcd_project:dhcpcd phystech:dhcpcd roy_marples:dhcpcd | networkconfiguration/dhcpcd | BDT
dnsmasq | thekelleys:dnsmasq dnsmasq:dnsmasq the_kelleys:dnsmasq | - | DNCT
dovecot | dovecot:dovecot | - | BDT
ebtables | netfilter:ebtables | - | BD
ethtool | kernel:ethtool | - | BD
exim exim4 | exim:exim university_of_cambridge:exim | - | BDNT
fail2ban | fail2ban:fail2ban | fail2ban/fail2ban | BD
fastd | fastd_project:fastd | neoraider/fastd | BDT
fetchmail | fetchmail:fetchmail | - | BD
firewalld | firewalld:firewalld | firewalld/firewalld | BD
freeradius-server freeradius | freeradius:freeradius | - | BDT
freerdp freerdp2 freerdp3 libfreerdp2 | freerdp:freerdp | freerdp/freerdp | DT
freeswitch | freeswitch:freeswitch | - | BD
frr frrouting | frrouting:frrouting linuxfoundation:free_range_routing | frrouting/frr | DT
gesftpserver green-end-sftpserver | greenend:sftpserver | - | BD
gpsd libgps | gpsd_project:gpsd | - | DT
gupnp | gnome:gupnp gupnp:gupnp | - | DT
gutenprint | gutenprint_project:gutenprint | - | BD
heimdal libheimdal | heimdal_project:heimdal | heimdal/heimdal | DT
heirloom-mailx mailx | heirloom:mailx | - | BDT
hostapd | w1.fi:hostapd | - | BDT
i2pd | i2pd:i2pd | purplei2p/i2pd | DT
ifupdown | debian:ifupdown | - | BD
igmpproxy | pali:igmpproxy | - | BD
iperf iperf2 | iperf2_project:iperf2 | - | BD
iperf3 | es:iperf3 iperf3_project:iperf3 | esnet/iperf | DT
iproute2 | iproute2_project:iproute2 | - | BD
ipsec-tools | ipsec-tools:ipsec-tools | - | T
ipset | netfilter:ipset | - | BD
iptables | netfilter:iptables | - | BDT
iputils | iputils:iputils | iputils/iputils | BD
irssi | irssi:irssi | - | BDT
iwd | intel:inet_wireless_daemon | - | BT
janus-gateway | meetecho:janus | meetecho/janus-gateway | BDT
keepalived | keepalived:keepalived | acassen/keepalived | BDT
lftp | lftp_project:lftp alexander_v._lukyanov:lftp | - | BDT
libesmtp | libesmtp_project:libesmtp | libesmtp/libesmtp | BD
libexosip2 exosip2 exosip | gnu:exosip | - | BD
libfcgi fcgi fcgi2 libfcgi0ldbl | fastcgi:fcgi | fastcgi-archives/fcgi2 | BD
libhtp | oisf:libhtp | oisf/libhtp | BD
libkrb5 krb5 libgssapi-krb5 | mit:kerberos_5 mit:kerberos | - | BDNT
libldns ldns libldns3 | nlnetlabs:ldns | - | BDT
libmaxminddb | maxmind:libmaxminddb | - | BD
libmnl | netfilter:libmnl | - | BD
libmodsecurity modsecurity libmodsecurity3 modsecurity2 | trustwave:modsecurity owasp:modsecurity |
  owasp-modsecurity/modsecurity | BDT
libndp | libndp:libndp | jpirko/libndp | BD
libnet | libnet_project:libnet | - | BD
libnetfilter_conntrack libnetfilter-conntrack libnetfilter-conntrack3 | netfilter:libnetfilter_conntrack | - | BD
libnetfilter_queue libnetfilter-queue libnetfilter-queue1 | netfilter:libnetfilter_queue | - | BD
libnfnetlink libnfnetlink0 | netfilter:libnfnetlink | - | BD
libosip2 osip2 osip | gnu:osip | - | BD
libpcap | tcpdump:libpcap | the-tcpdump-group/libpcap | BDT
librelp librelp0 | rsyslog:librelp | - | BMD
libreswan | libreswan:libreswan | libreswan/libreswan | D
libsoup libsoup2.4 libsoup-2.4 | gnome:libsoup joe_shaw:libsoup libsoup:libsoup | - | BDT
libsoup3 libsoup-3.0 | gnome:libsoup3 gnome:libsoup | - | BDT
libtirpc | libtirpc_project:libtirpc | - | BD
libtorrent-rasterbar | libtorrent:libtorrent | - | BD
libupnp pupnp | libupnp_project:libupnp pupnp_project:pupnp | pupnp/pupnp | BDNT
liburiparser uriparser liburiparser1 | uriparser_project:uriparser | uriparser/uriparser | BD
libvncserver libvncserver1 libvncclient | libvncserver_project:libvncserver libvnc_project:libvncserver
  libvncserver:libvncserver | libvnc/libvncserver | BDT
libyang libyang2 | cesnet:libyang | cesnet/libyang | BD
links | twibright:links twibright_labs:links links:links | - | BMD
linuxptp ptp4l | linuxptp_project:linuxptp | - | BD
lldpd | lldpd_project:lldpd | lldpd/lldpd | BDT
lynx | lynx_project:lynx lynx:lynx university_of_kansas:lynx | - | BDT
mdnsresponder | apple:mdnsresponder | apple-oss-distributions/mdnsresponder | MD
memcached | memcached:memcached | - | BDT
mii-diag | debian:mii-diag | - | B
mini-snmpd minisnmpd | minisnmpd_project:minisnmpd | troglobit/mini-snmpd | BD
minidlna readymedia | readymedia_project:readymedia minidlna_project:minidlna | - | BDT
minissdpd | miniupnp_project:minissdpd | - | BD
miniupnpc libminiupnpc | miniupnp_project:miniupnpc | - | BDT
miniupnpd | miniupnp_project:miniupnpd miniupnp.free:miniupnpd | - | DT
mjansson-mdns | mjansson:mdns | mjansson/mdns | M
mrouted | troglobit:mrouted | - | BD
msmtp | marlam:msmtp martin_lambers:msmtp | - | BDT
mtr mtr-tiny | mtr:mtr matt_kimball_and_roger_wolff:mtr | traviscross/mtr | T
mutt | mutt:mutt | - | BDNT
nbd nbd-server nbd-client | network_block_device_project:network_block_device | networkblockdevice/nbd | BDT
neon libneon27 | webdav:neon neon:neon | - | BDT
net-snmp netsnmp | net-snmp:net-snmp | net-snmp/net-snmp | BMDNC
net-tools | net-tools_project:net-tools | - | BD
netatalk | netatalk:netatalk netatalk_project:netatalk | netatalk/netatalk | DT
netcat | netcat_project:netcat | - | BMD
netkit-ftp | netkit-ftp:netkit_ftp | - | DT
networkmanager | gnome:networkmanager | - | D
nfs-utils | linux-nfs:nfs-utils | - | BD
nftables | netfilter:nftables | - | C
ngircd | barton:ngircd ngircd:ngircd | - | BDT
nmap | nmap:nmap | nmap/nmap | DNT
ntp | ntp:ntp | - | BDT
ntpsec | ntpsec:ntpsec | - | DT
ofono | ofono_project:ofono | - | B
open-iscsi iscsi-initiator-utils | open-iscsi_project:open-iscsi | open-iscsi/open-iscsi | DT
openconnect | infradead:openconnect | - | BD
openldap libldap slapd | openldap:openldap | - | BDT
openntpd | openntpd:openntpd | - | BD
openresolv | openresolv_project:openresolv | rsmarples/openresolv | BD
openswan | xelerance:openswan | xelerance/openswan | DT
openvpn | openvpn:openvpn | openvpn/openvpn | BDNCT
ppp pppd | point-to-point_protocol_project:point-to-point_protocol samba:ppp | ppp-project/ppp | BDNT
proftpd | proftpd:proftpd proftpd_project:proftpd | proftpd/proftpd | BDNT
prosody | prosody:prosody | - | BD
proxychains-ng | proxychains-ng_project:proxychains-ng | rofl0r/proxychains-ng | BD
pure-ftpd | pureftpd:pure-ftpd | jedisct1/pure-ftpd | DT
putty | putty:putty simon_tatham:putty | - | BDT
qpid-proton | apache:qpid_proton | - | BD
quagga | quagga:quagga | quagga/quagga | DT
radvd | litech:router_advertisement_daemon | radvd-project/radvd | T
resiprocate | resiprocate:resiprocate | resiprocate/resiprocate | BD
rpcbind | rpcbind_project:rpcbind | - | BD
rtl_433 rtl-433 | rtl_433_project:rtl_433 | merbanan/rtl_433 | DT
rtmpdump | rtmpdump_project:rtmpdump | - | BDT
samba | samba:samba | samba-team/samba | DNT
shadowsocks-libev | shadowsocks:shadowsocks-libev | shadowsocks/shadowsocks-libev | BDT
shellinabox | shellinabox_project:shellinabox | shellinabox/shellinabox | BD
slirp libslirp libslirp0 | libslirp_project:libslirp | - | BD
smcroute | troglobit:smcroute | troglobit/smcroute | BD
sngrep | irontec:sngrep | irontec/sngrep | DCT
snort | snort:snort sourcefire:snort martin_roesch:snort | - | DT
socat | dest-unreach:socat socat:socat | - | BDT
sofia-sip libsofia-sip-ua | signalwire:sofia-sip | freeswitch/sofia-sip | BDT
spawn-fcgi | lighttpd:spawn-fcgi | - | BD
spice spice-server libspice-server1 | spice_project:spice | - | BDT
sslh | sslh_project:sslh | - | BDT
strongswan | strongswan:strongswan | strongswan/strongswan | BDT
stunnel stunnel4 | stunnel:stunnel | - | DT
suricata | oisf:suricata openinfosecfoundation:suricata suricata-ids:suricata | oisf/suricata | DT
tailscale | tailscale:tailscale | tailscale/tailscale | BD
tcpdump | tcpdump:tcpdump | the-tcpdump-group/tcpdump | MDT
tcpreplay | broadcom:tcpreplay | appneta/tcpreplay | BDT
tftpd tftpd-hpa tftp-hpa | tftpd-hpa_project:tftpd-hpa | - | B
tinc | tinc-vpn:tinc | - | BD
tinyproxy | tinyproxy_project:tinyproxy tinyproxy:tinyproxy banu:tinyproxy | tinyproxy/tinyproxy | DT
tor | torproject:tor tor:tor tor_project:tor debian:tor | - | BDT
traceroute | buc:traceroute | - | BT
transmission transmission-daemon | transmissionbt:transmission | transmission/transmission | DT
ttyd | ttyd_project:ttyd | tsl0922/ttyd | DT
unbound | nlnetlabs:unbound unbound:unbound | nlnetlabs/unbound | BDNT
varnish | varnish-cache:varnish | varnishcache/varnish-cache | DT
vde2 vde | vde_project:vde | virtualsquare/vde-2 | BD
vdr | tvdr:vdr | vdr-projects/vdr | BD
vsftpd | vsftpd_project:vsftpd beasts:vsftpd | - | DT
wget2 | gnu:wget2 | - | BD
wireless_tools wireless-tools | wireless_tools_project:wireless_tools | - | BD
wireshark tshark libwireshark | wireshark:wireshark | wireshark/wireshark | DNT
wpa | w1.fi:hostapd w1.fi:wpa_supplicant | - | BDCT
wpa_supplicant wpa-supplicant wpasupplicant | w1.fi:wpa_supplicant | - | BDCT
xinetd | xinetd:xinetd | opensuse/xinetd | BD
zabbix | zabbix:zabbix | - | BDNT
zeek | zeek:zeek bro:bro | zeek/zeek | DT
znc | znc:znc | znc/znc | DT
`;
