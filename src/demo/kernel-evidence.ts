import { listFirmwareParts } from './firmware-parts.ts';
import type { DemoRelease } from './release-facts.ts';

/** Options of the gateway's kernel: what it needs, and what nobody asked for. */
const built = `64BIT MMU ARM64 SMP MODULES BLOCK NET INET IPV6 PACKET UNIX NETFILTER NETFILTER_ADVANCED NF_CONNTRACK NF_TABLES
  NF_TABLES_INET NFT_CT NFT_LIMIT NFT_MASQ NFT_NAT NFT_REJECT NF_NAT NET_SCHED NET_SCH_FQ_CODEL BRIDGE VLAN_8021Q CAN CAN_RAW
  CAN_FLEXCAN XFRM XFRM_USER INET_ESP PPP TUN NETDEVICES NET_VENDOR_FREESCALE FEC PHYLIB EXT4_FS JBD2 SQUASHFS OVERLAY_FS
  TMPFS PROC_FS SYSFS FAT_FS VFAT_FS NLS MMC MMC_SDHCI_ESDHC_IMX TTY SERIAL_IMX SERIAL_IMX_CONSOLE I2C I2C_IMX EEPROM_AT24 SPI
  SPI_IMX GPIOLIB PINCTRL PINCTRL_IMX8MM REGULATOR RTC_CLASS WATCHDOG IMX2_WDT THERMAL CPU_FREQ HWMON NEW_LEDS NVMEM CRYPTO
  USB_SUPPORT USB MD DM_VERITY PERF_EVENTS SECCOMP BPF BPF_SYSCALL KEYS RESET_CONTROLLER EXTCON`;
const unset = `TIPC IP_SCTP IP_DCCP RDS ATM ATALK X25 LLC LLC2 HAMRADIO BT MAC80211 WLAN WIRELESS RFKILL NFC MPTCP OPENVSWITCH
  NET_9P SMC XDP_SOCKETS RXRPC L2TP SUNRPC CEPH_LIB BATMAN_ADV MCTP JFS_FS XFS_FS BTRFS_FS NILFS2_FS HFS_FS HFSPLUS_FS F2FS_FS
  UBIFS_FS JFFS2_FS REISERFS_FS NTFS_FS NTFS3_FS NFS_FS NFSD CIFS 9P_FS AFS_FS CEPH_FS GFS2_FS OCFS2_FS FUSE_FS PSTORE MTD ATA
  INFINIBAND NET_VENDOR_MELLANOX NET_VENDOR_BROADCOM NET_VENDOR_INTEL NET_VENDOR_XILINX NET_VENDOR_GOOGLE DRM DRM_AMDGPU
  DRM_RADEON DRM_NOUVEAU SOUND SND STAGING ACPI PNP XEN HYPERV_NET IIO INPUT_MOUSE SECURITY_APPARMOR SECURITY_TOMOYO NET_TEAM
  BONDING VXLAN WIREGUARD GTP USB_GADGET USB_DWC3 MEDIA_SUPPORT NVME_TARGET TARGET_CORE FUSION FIREWIRE FTRACE`;
const ofModem = 'USB_NET_DRIVERS USB_WDM USB_SERIAL WWAN';

/** What was built, by folder of the source. */
const objects: Record<string, string> = {
  'arch/arm64/kernel': 'setup process traps irq smp time signal entry-common',
  'arch/arm64/mm': 'fault init mmu proc dma-mapping',
  block: 'bio blk-core blk-mq bdev genhd elevator',
  crypto: 'api algapi aead skcipher cbc gcm ghash-generic rsa akcipher',
  'drivers/base': 'core bus dd platform firmware_loader',
  'drivers/gpio': 'gpiolib gpiolib-cdev gpio-mxc',
  'drivers/hwmon': 'hwmon pwm-fan',
  'drivers/i2c': 'i2c-core-base i2c-dev',
  'drivers/i2c/busses': 'i2c-imx',
  'drivers/misc/eeprom': 'at24',
  'drivers/mmc/core': 'core host mmc sd block queue',
  'drivers/mmc/host': 'sdhci sdhci-esdhc-imx',
  'drivers/net/can/flexcan': 'flexcan-core',
  'drivers/net/ethernet/freescale': 'fec_main fec_ptp',
  'drivers/net/phy': 'phy phy_device micrel',
  'drivers/net/ppp': 'ppp_generic ppp_async pppoe',
  'drivers/net': 'tun loopback',
  'drivers/pinctrl/freescale': 'pinctrl-imx pinctrl-imx8mm',
  'drivers/spi': 'spi spi-imx spidev',
  'drivers/tty': 'tty_io n_tty pty',
  'drivers/tty/serial': 'serial_core imx',
  'drivers/usb/core': 'usb hub hcd urb message',
  'drivers/watchdog': 'watchdog_core imx2_wdt',
  'drivers/md': 'dm dm-verity-target',
  fs: 'open read_write exec inode dcache namei namespace splice',
  'fs/ext4': 'balloc extents ialloc inode namei resize super xattr mballoc',
  'fs/jbd2': 'journal transaction commit recovery',
  'fs/overlayfs': 'super inode dir copy_up',
  'fs/proc': 'base generic inode task_mmu',
  'fs/squashfs': 'block cache dir file inode namei super',
  'kernel/bpf': 'core syscall verifier',
  'kernel/events': 'core ring_buffer',
  kernel: 'fork exit signal sys module kthread seccomp',
  'kernel/sched': 'core fair rt deadline',
  lib: 'string vsprintf radix-tree xarray rhashtable',
  mm: 'filemap page_alloc vmalloc slub memory mmap readahead',
  'net/bridge': 'br_device br_forward br_input br_netlink',
  'net/can': 'af_can raw bcm',
  'net/core': 'dev skbuff sock neighbour rtnetlink filter net_namespace',
  'net/ipv4': 'tcp tcp_input tcp_output udp icmp route fib_frontend ip_output nexthop',
  'net/ipv6': 'af_inet6 ip6_fib route addrconf ndisc tcp_ipv6 udp',
  'net/key': 'af_key',
  'net/netfilter':
    'core nf_conntrack_core nf_nat_core nf_tables_api nf_tables_core nft_set_hash nft_set_rbtree nft_set_pipapo nft_exthdr nft_ct nft_nat nfnetlink',
  'net/netlink': 'af_netlink genetlink',
  'net/packet': 'af_packet',
  'net/sched': 'sch_api sch_generic sch_fq_codel cls_api act_api',
  'net/unix': 'af_unix garbage',
  'net/xfrm': 'xfrm_policy xfrm_state xfrm_user',
  security: 'security commoncap',
};
const objectsOfModem: Record<string, string> = {
  'drivers/usb/class': 'cdc-wdm',
  'drivers/usb/serial': 'option usb_wwan',
  'drivers/net/usb': 'usbnet cdc_ether qmi_wwan',
};

/** The .config of the kernel of a release, as its build left it. */
export function kernelConfig({ kernel, firmware, instead }: DemoRelease): string {
  const version = listFirmwareParts(firmware ?? 'gateway', instead).find(({ name }) => name === 'linux')?.version;
  const modem = words(ofModem);
  const on = [...words(built), ...(kernel?.modem ? modem : [])];
  const off = [...words(unset), ...(kernel?.modem ? [] : modem)];
  return [
    '#',
    '# Automatically generated file; DO NOT EDIT.',
    `# Linux/arm64 ${version} Kernel Configuration`,
    '#',
    ...on.map((name) => `CONFIG_${name}=y`),
    ...off.map((name) => `# CONFIG_${name} is not set`),
    '',
  ].join('\n');
}

/** The list of objects that the build of the kernel of a release left. */
export function kernelObjects({ kernel }: DemoRelease): string {
  const all = { ...objects, ...(kernel?.modem ? objectsOfModem : {}) };
  return Object.entries(all)
    .flatMap(([folder, names]) => words(names).map((name) => `${folder}/${name}.o`))
    .join('\n');
}

const words = (text: string) => text.split(/\s+/).filter(Boolean);
