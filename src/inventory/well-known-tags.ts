import { fold } from '#platform/browser/fold';

/**
 * Names of technologies that IoT products speak, as their makers write them: offered while a person types, never imposed.
 * A company's own list of tags grows beside them.
 */
export const wellKnownTags: readonly string[] = [
  ...['Bluetooth', 'Bluetooth LE', 'Wi-Fi', 'Wi-Fi Direct', 'WPA2', 'WPA3', 'WPS', 'NFC', 'RFID'],
  ...['Zigbee', 'Z-Wave', 'Thread', 'Matter', 'EnOcean', 'LoRaWAN', 'Sigfox', 'Wi-SUN', 'ECHONET Lite'],
  ...['LTE', 'LTE-M', 'NB-IoT', '5G', 'GNSS', 'DECT'],
  ...['IPv4', 'IPv6', 'TCP', 'UDP', 'ICMP', 'ARP', 'DHCP', 'PPPoE', 'NTP', 'DNS', 'DNSSEC', 'mDNS', 'BGP', 'OSPF'],
  ...['HTTP', 'HTTP/2', 'HTTP/3', 'QUIC', 'WebSocket', 'TLS', 'DTLS', 'SSH', 'Telnet', 'FTP', 'TFTP', 'SMB', 'NFS'],
  ...['SMTP', 'IMAP', 'LDAP', 'RADIUS', 'Kerberos', 'OAuth', 'SAML', 'JWT', 'X.509'],
  ...['MQTT', 'CoAP', 'AMQP', 'LwM2M', 'SNMP', 'TR-069', 'TR-369', 'NETCONF', 'syslog', 'UPnP', 'WebDAV'],
  ...[
    'ONVIF',
    'RTSP',
    'RTP',
    'SIP',
    'H.264',
    'H.265',
    'WebRTC',
    'DLNA',
    'AirPlay',
    'Google Cast',
    'HomeKit',
    'HDMI-CEC',
  ],
  ...['IPsec', 'IKEv2', 'L2TP', 'PPTP', 'OpenVPN', 'WireGuard', 'GRE', 'VLAN'],
  ...['Modbus', 'OPC UA', 'BACnet', 'KNX', 'DNP3', 'PROFINET', 'EtherCAT', 'EtherNet/IP', 'CAN', 'IEC 61850', 'HART'],
  ...['USB', 'UART', 'JTAG', 'PCI Express', 'SD', 'GPIO', 'Java', 'JavaScript', 'PHP', 'Android', 'Linux', 'RTOS'],
];

const wellKnownByFolded = new Map(wellKnownTags.map((name) => [fold(name), name]));

/** A name as it is well known, or as it was written. */
export const asWellKnown = (name: string): string => wellKnownByFolded.get(fold(name)) ?? name.trim();

/** How a list of tags is stored, sorted and without doubles, when a company's list writes some of them its own way. */
export function writtenAs(names: readonly string[], nameByFolded: ReadonlyMap<string, string>): string[] {
  const writtenByFolded = new Map(names.map((name) => [fold(name), name]));
  return [...writtenByFolded]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([folded, name]) => nameByFolded.get(folded) ?? asWellKnown(name));
}
