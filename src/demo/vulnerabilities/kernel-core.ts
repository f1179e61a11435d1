import type { VulnerabilityFacts } from './shape.ts';

/** The Linux kernel where most firmware builds it. */
export const kernelCore: readonly VulnerabilityFacts[] = [
  {
    id: 'CVE-2024-1086',
    ja: 'Linuxカーネルのnf_tablesで、解放したメモリを使い、権限を奪われるおそれがある',
    en: 'A use after free in nf_tables of the Linux kernel lets a local user gain rights',
    cve: {
      by: 'Google',
      on: '2024-01-31',
      cwe: 'CWE-416',
      cvss: ['Google 7.8 CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H'],
      says: ['Linux/Kernel: [3.15,6.8)'],
      adp: ['o:linux:linux_kernel: [3.15,6.8)'],
    },
    kev: { on: '2024-05-30', due: '2024-06-20', of: 'Linux/Kernel' },
  },
  {
    id: 'CVE-2021-46913',
    ja: 'Linuxカーネルのnf_tablesで、集合の式の複製が正しくない',
    en: 'nf_tables of the Linux kernel clones the expressions of a set wrongly',
    cve: {
      by: 'Linux',
      on: '2024-02-27',
      kernel: '=5.7 ![0,5.7) ![5.10.64,5.10.*] ![5.11.16,5.11.*] ![5.12,*]',
      files: 'net/netfilter/nf_tables_api.c',
    },
  },
  {
    id: 'CVE-2021-46996',
    ja: 'Linuxカーネルのnf_tablesで、付随するデータのメモリが漏れる',
    en: 'nf_tables of the Linux kernel leaks user data of an object',
    cve: {
      by: 'Linux',
      on: '2024-02-28',
      kernel: '=5.10 ![0,5.10) ![5.10.38,5.10.*] ![5.11.22,5.11.*] ![5.12.5,5.12.*] ![5.13,*]',
      files: 'net/netfilter/nf_tables_api.c',
    },
  },
  {
    id: 'CVE-2023-52628',
    ja: 'Linuxカーネルのnf_tablesで、拡張ヘッダーの処理がスタックを4バイト越える',
    en: 'Extension headers make nf_tables write four bytes beyond the stack',
    cve: {
      by: 'Linux',
      on: '2024-03-28',
      kernel:
        '=4.1 ![0,4.1) ![4.19.316,4.19.*] ![5.4.279,5.4.*] ![5.10.198,5.10.*] ![5.15.132,5.15.*] ![6.1.54,6.1.*] ![6.5.4,6.5.*] ![6.6,*]',
      files: 'net/netfilter/nft_exthdr.c',
    },
  },
  {
    id: 'CVE-2024-27397',
    ja: 'Linuxカーネルのnf_tablesで、期限切れの判定が処理の途中で変わる',
    en: 'nf_tables decides anew about timeouts while it works',
    cve: {
      by: 'Linux',
      on: '2024-05-09',
      kernel:
        '=4.1 ![0,4.1) ![4.19.320,4.19.*] ![5.4.282,5.4.*] ![5.10.224,5.10.*] ![5.15.165,5.15.*] ![6.1.97,6.1.*] ![6.7.5,6.7.*] ![6.8,*]',
      files:
        'include/net/netfilter/nf_tables.h net/netfilter/nf_tables_api.c net/netfilter/nft_set_hash.c net/netfilter/nft_set_pipapo.c net/netfilter/nft_set_rbtree.c',
    },
  },
  {
    id: 'CVE-2022-48654',
    ja: 'LinuxカーネルのOS判別の条件が、誤って一致することがある',
    en: 'Matching an operating system in netfilter may match wrongly',
    cve: {
      by: 'Linux',
      on: '2024-04-28',
      kernel: '=5.2 ![0,5.2) ![5.4.215,5.4.*] ![5.10.146,5.10.*] ![5.15.71,5.15.*] ![5.19.12,5.19.*] ![6.0,*]',
      files: 'net/netfilter/nfnetlink_osf.c',
    },
  },
  {
    id: 'CVE-2024-36270',
    ja: 'Linuxカーネルの透過プロキシで、IPが無効な機器により異常終了する',
    en: 'A device without IP crashes the transparent proxy of netfilter',
    cve: {
      by: 'Linux',
      on: '2024-06-21',
      kernel:
        '=2.6.37 ![0,2.6.37) ![5.4.278,5.4.*] ![5.10.219,5.10.*] ![5.15.161,5.15.*] ![6.1.93,6.1.*] ![6.6.33,6.6.*] ![6.9.4,6.9.*] ![6.10,*]',
      files: 'net/ipv4/netfilter/nf_tproxy_ipv4.c',
    },
  },
  {
    id: 'CVE-2024-49884',
    ja: 'Linuxカーネルのext4で、領域の分割のあと解放したメモリを使う',
    en: 'Splitting an extent makes ext4 use memory that was freed',
    cve: {
      by: 'Linux',
      on: '2024-10-21',
      kernel:
        '=3.18 ![0,3.18) ![5.10.227,5.10.*] ![5.15.168,5.15.*] ![6.1.113,6.1.*] ![6.6.55,6.6.*] ![6.10.14,6.10.*] ![6.11.3,6.11.*] ![6.12-rc1,*]',
      files: 'fs/ext4/extents.c',
    },
  },
  {
    id: 'CVE-2024-49889',
    ja: 'Linuxカーネルのext4で、領域の表示のとき解放したメモリを使う',
    en: 'Showing extents makes ext4 use memory that was freed',
    cve: {
      by: 'Linux',
      on: '2024-10-21',
      kernel:
        '![5.10.227,5.10.*] ![5.15.168,5.15.*] ![6.1.113,6.1.*] ![6.6.55,6.6.*] ![6.10.14,6.10.*] ![6.11.3,6.11.*] ![6.12-rc1,*]',
      files: 'fs/ext4/extents.c',
    },
  },
  {
    id: 'CVE-2024-39276',
    ja: 'Linuxカーネルのext4で、拡張属性の参照の数が減らない',
    en: 'ext4 keeps a reference to extended attributes',
    cve: {
      by: 'Linux',
      on: '2024-06-25',
      kernel:
        '=5.0 ![0,5.0) ![4.19.316,4.19.*] ![5.4.278,5.4.*] ![5.10.219,5.10.*] ![5.15.161,5.15.*] ![6.1.94,6.1.*] ![6.6.34,6.6.*] ![6.9.5,6.9.*] ![6.10,*]',
      files: 'fs/ext4/xattr.c',
    },
  },
  {
    id: 'CVE-2024-36929',
    ja: 'Linuxカーネルのネットワークで、分割済みパケットの複製が異常終了を招く',
    en: 'Copying packets that consist of fragments may crash the network core',
    cve: {
      by: 'Linux',
      on: '2024-05-30',
      kernel:
        '=5.6 ![0,5.6) ![5.10.217,5.10.*] ![5.15.159,5.15.*] ![6.1.91,6.1.*] ![6.6.31,6.6.*] ![6.8.10,6.8.*] ![6.9,*]',
      files: 'net/core/skbuff.c',
    },
  },
  {
    id: 'CVE-2024-40905',
    ja: 'LinuxカーネルのIPv6の経路の処理が競合する',
    en: 'Dropping routes of IPv6 races in the Linux kernel',
    cve: {
      by: 'Linux',
      on: '2024-07-12',
      kernel:
        '=4.2 ![0,4.2) ![5.4.279,5.4.*] ![5.10.221,5.10.*] ![5.15.162,5.15.*] ![6.1.95,6.1.*] ![6.6.35,6.6.*] ![6.9.6,6.9.*] ![6.10,*]',
      files: 'net/ipv6/ip6_fib.c net/ipv6/route.c',
    },
  },
  {
    id: 'CVE-2024-27010',
    ja: 'Linuxカーネルのパケット転送の設定で、処理が互いに待ち続ける',
    en: 'Mirroring packets to their own device locks up the scheduler',
    cve: {
      by: 'Linux',
      on: '2024-05-01',
      kernel: '=4.2 ![0,4.2) ![6.8.8,6.8.*] ![6.9,*]',
      files: 'include/net/sch_generic.h net/core/dev.c net/sched/sch_generic.c',
    },
  },
  {
    id: 'CVE-2023-52456',
    ja: 'i.MXのシリアルポートで、送信の状態が進まなくなる',
    en: 'Sending on the serial port of i.MX may hang',
    cve: {
      by: 'Linux',
      on: '2024-02-23',
      kernel:
        '=5.9 ![0,5.9) ![5.10.209,5.10.*] ![5.15.148,5.15.*] ![6.1.75,6.1.*] ![6.6.14,6.6.*] ![6.7.2,6.7.*] ![6.8,*]',
      files: 'drivers/tty/serial/imx.c',
    },
  },
  {
    id: 'CVE-2024-35848',
    ja: 'EEPROMのドライバーで、登録の競合によりメモリを壊す',
    en: 'Probing an EEPROM races and corrupts memory',
    cve: {
      by: 'Linux',
      on: '2024-05-17',
      kernel:
        '=5.3 ![0,5.3) ![5.10.217,5.10.*] ![5.15.159,5.15.*] ![6.1.91,6.1.*] ![6.6.31,6.6.*] ![6.8.9,6.8.*] ![6.9,*]',
      files: 'drivers/misc/eeprom/at24.c',
    },
  },
  {
    id: 'CVE-2022-48950',
    ja: 'Linuxカーネルの性能計測で、解放したメモリを使う',
    en: 'Pending work of perf uses memory that was freed',
    cve: {
      by: 'Linux',
      on: '2024-10-21',
      kernel: '![5.15.84,5.15.*] ![6.0.14,6.0.*] ![6.1,*]',
      files: 'kernel/events/core.c',
    },
  },
  {
    id: 'CVE-2024-26982',
    ja: 'LinuxカーネルのSquashfsで、番号0のファイルを受け入れる',
    en: 'Squashfs accepts a file with the number zero',
    cve: {
      by: 'Linux',
      on: '2024-05-01',
      kernel: '![6.6.30,6.6.*] ![6.8.8,6.8.*] ![6.9,*]',
      files: 'fs/squashfs/inode.c',
    },
  },
  {
    id: 'CVE-2024-40904',
    ja: 'USBの携帯回線のドライバーで、大量の記録によりCPUが止まる',
    en: 'Too many messages of a USB modem lock up the processor',
    cve: {
      by: 'Linux',
      on: '2024-07-12',
      kernel:
        '=2.6.28 ![0,2.6.28) ![4.19.317,4.19.*] ![5.4.279,5.4.*] ![5.10.221,5.10.*] ![5.15.162,5.15.*] ![6.1.95,6.1.*] ![6.6.35,6.6.*] ![6.9.6,6.9.*] ![6.10,*]',
      files: 'drivers/usb/class/cdc-wdm.c',
    },
  },
  {
    id: 'CVE-2024-35997',
    ja: 'I2C接続の入力機器で、読み取りの印が残り処理が止まる',
    en: 'A mark that stays locks up input devices on I2C',
    cve: {
      by: 'Linux',
      on: '2024-05-20',
      cwe: 'CWE-400',
      cvss: ['CISA-ADP 5.5 CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:H'],
      kernel:
        '=3.8 ![0,3.8) ![4.19.313,4.19.*] ![5.4.275,5.4.*] ![5.10.216,5.10.*] ![5.15.158,5.15.*] ![6.1.90,6.1.*] ![6.6.30,6.6.*] ![6.8.9,6.8.*] ![6.9,*]',
      files: 'drivers/hid/i2c-hid/i2c-hid-core.c',
    },
  },
  {
    id: 'CVE-2021-46929',
    ja: 'LinuxカーネルのSCTPの診断で、解放したメモリを使う',
    en: 'Diagnostics of SCTP use memory that was freed',
    cve: {
      by: 'Linux',
      on: '2024-02-27',
      kernel:
        '=4.14 ![0,4.14) ![4.14.261,4.14.*] ![4.19.224,4.19.*] ![5.4.170,5.4.*] ![5.10.90,5.10.*] ![5.15.13,5.15.*] ![5.16,*]',
      files:
        'include/net/sctp/sctp.h include/net/sctp/structs.h net/sctp/diag.c net/sctp/endpointola.c net/sctp/socket.c',
    },
  },
  {
    id: 'CVE-2021-47162',
    ja: 'LinuxカーネルのTIPCで、断片の組み立てのメモリの扱いが正しくない',
    en: 'TIPC handles the memory of fragments wrongly',
    cve: {
      by: 'Linux',
      on: '2024-03-25',
      kernel:
        '=4.3 ![0,4.3) ![4.4.271,4.4.*] ![4.9.271,4.9.*] ![4.14.235,4.14.*] ![4.19.193,4.19.*] ![5.4.124,5.4.*] ![5.10.42,5.10.*] ![5.12.9,5.12.*] ![5.13,*]',
      files: 'net/tipc/msg.c',
    },
  },
  {
    id: 'CVE-2022-48865',
    ja: 'LinuxカーネルのTIPCで、通信路の有効化のとき異常終了する',
    en: 'Enabling a bearer may crash TIPC',
    cve: {
      by: 'Linux',
      on: '2024-07-16',
      kernel: '=4.8 ![0,4.8) ![5.10.106,5.10.*] ![5.15.29,5.15.*] ![5.16.15,5.16.*] ![5.17,*]',
      files: 'net/tipc/bearer.c',
    },
  },
  {
    id: 'CVE-2021-47557',
    ja: 'Linuxカーネルのパケットの優先制御で、設定の削減が領域の外に触れる',
    en: 'Shrinking classes of a packet scheduler touches memory out of bounds',
    cve: {
      by: 'Linux',
      on: '2024-05-24',
      kernel: '=5.6 ![0,5.6) ![5.10.83,5.10.*] ![5.15.6,5.15.*] ![5.16,*]',
      files: 'net/sched/sch_ets.c',
    },
  },
  {
    id: 'CVE-2021-47572',
    ja: 'LinuxカーネルのIPv6の次の経路で、機能が無効だと異常終了する',
    en: 'Next hops of IPv6 crash where IPv6 is disabled',
    cve: {
      by: 'Linux',
      on: '2024-05-24',
      kernel: '=5.3 ![0,5.3) ![5.4.163,5.4.*] ![5.10.83,5.10.*] ![5.15.6,5.15.*] ![5.16,*]',
      files: 'net/ipv4/nexthop.c',
    },
  },
  {
    id: 'CVE-2021-47565',
    ja: 'mpt3sasのドライバーで、異常時の監視により停止する',
    en: 'A watchdog of the mpt3sas driver panics',
    cve: {
      by: 'Linux',
      on: '2024-05-24',
      kernel:
        '=3.8 ![0,3.8) ![4.4.294,4.4.*] ![4.9.292,4.9.*] ![4.14.257,4.14.*] ![4.19.219,4.19.*] ![5.4.163,5.4.*] ![5.10.83,5.10.*] ![5.15.6,5.15.*] ![5.16,*]',
      files: 'drivers/scsi/mpt3sas/mpt3sas_scsih.c',
    },
  },
  {
    id: 'CVE-2021-47563',
    ja: 'Intel iceのドライバーで、設定の変更がメモリの扱いを誤る',
    en: 'Changing queues makes the ice driver misuse memory',
    cve: {
      by: 'Linux',
      on: '2024-05-24',
      kernel: '=5.5 ![0,5.5) ![5.10.83,5.10.*] ![5.15.6,5.15.*] ![5.16,*]',
      files: 'drivers/net/ethernet/intel/ice/ice_main.c',
    },
  },
  {
    id: 'CVE-2021-47606',
    ja: 'Linuxカーネルのnetlinkで、空のパケットの確認が足りない',
    en: 'netlink does not check for empty packets',
    cve: {
      by: 'Linux',
      on: '2024-06-19',
      kernel:
        '![4.4.296,4.4.*] ![4.9.294,4.9.*] ![4.14.259,4.14.*] ![4.19.222,4.19.*] ![5.4.167,5.4.*] ![5.10.87,5.10.*] ![5.15.10,5.15.*] ![5.16,*]',
      files: 'net/netlink/af_netlink.c',
    },
  },
];
