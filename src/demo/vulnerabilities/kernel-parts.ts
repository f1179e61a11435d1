import type { VulnerabilityFacts } from './shape.ts';

/** Parts of the Linux kernel that few products build. */
export const kernelParts: readonly VulnerabilityFacts[] = [
  {
    id: 'CVE-2021-47600',
    ja: 'Linuxカーネルのデバイスマッパーで、木の整理のあと解放したメモリを使う',
    en: 'Rebalancing a tree of the device mapper uses memory that was freed',
    cve: {
      by: 'Linux',
      on: '2024-06-19',
      kernel:
        '![4.4.296,4.4.*] ![4.9.294,4.9.*] ![4.14.259,4.14.*] ![4.19.222,4.19.*] ![5.4.168,5.4.*] ![5.10.88,5.10.*] ![5.15.11,5.15.*] ![5.16,*]',
      files: 'drivers/md/persistent-data/dm-btree-remove.c',
    },
  },
  {
    id: 'CVE-2022-48626',
    ja: 'moxartのMMCドライバーで、取り外しのあと解放したメモリを使う',
    en: 'Removing the moxart MMC driver uses memory that was freed',
    cve: {
      by: 'Linux',
      on: '2024-02-25',
      kernel:
        '![4.9.301,4.9.*] ![4.14.266,4.14.*] ![4.19.229,4.19.*] ![5.4.179,5.4.*] ![5.10.100,5.10.*] ![5.15.23,5.15.*] ![5.16.9,5.16.*] ![5.17,*]',
      files: 'drivers/mmc/host/moxart-mmc.c',
    },
  },
  {
    id: 'CVE-2022-48742',
    ja: 'Linuxカーネルのネットワークの設定で、確認が早すぎる値を使う',
    en: 'Setting up links reads a value before it is checked',
    cve: {
      by: 'Linux',
      on: '2024-06-20',
      kernel:
        '=3.14 ![0,3.14) ![4.9.300,4.9.*] ![4.14.265,4.14.*] ![4.19.228,4.19.*] ![5.4.177,5.4.*] ![5.10.97,5.10.*] ![5.15.20,5.15.*] ![5.16.6,5.16.*] ![5.17,*]',
      files: 'net/core/rtnetlink.c',
    },
  },
  {
    id: 'CVE-2022-48838',
    ja: 'USBガジェットで、取り外しの順の誤りにより解放したメモリを使う',
    en: 'Unbinding a USB gadget uses memory that was freed',
    cve: {
      by: 'Linux',
      on: '2024-07-16',
      kernel:
        '=3.1 ![0,3.1) ![4.9.308,4.9.*] ![4.14.273,4.14.*] ![4.19.236,4.19.*] ![5.4.187,5.4.*] ![5.10.108,5.10.*] ![5.15.31,5.15.*] ![5.16.17,5.16.*] ![5.17,*]',
      files: 'drivers/usb/gadget/udc/core.c',
    },
  },
  {
    id: 'CVE-2022-48860',
    ja: 'Xilinxのネットワークドライバーで、部品の参照が解放されない',
    en: 'A network driver of Xilinx keeps a reference',
    cve: {
      by: 'Linux',
      on: '2024-07-16',
      kernel:
        '=2.6.34 ![0,2.6.34) ![4.9.307,4.9.*] ![4.14.272,4.14.*] ![4.19.235,4.19.*] ![5.4.185,5.4.*] ![5.10.106,5.10.*] ![5.15.29,5.15.*] ![5.16.15,5.16.*] ![5.17,*]',
      files: 'drivers/net/ethernet/xilinx/xilinx_emaclite.c',
    },
  },
  {
    id: 'CVE-2021-47274',
    ja: 'Linuxカーネルの追跡機能で、長さの確認が正しくない',
    en: 'Tracing checks a length wrongly',
    cve: {
      by: 'Linux',
      on: '2024-05-21',
      cwe: 'CWE-125',
      cvss: ['CISA-ADP 9.8 CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'],
      kernel:
        '=5.11 ![0,5.11) ![4.9.273,4.9.*] ![4.14.237,4.14.*] ![4.19.195,4.19.*] ![5.4.126,5.4.*] ![5.10.44,5.10.*] ![5.12.11,5.12.*] ![5.13,*]',
      files: 'kernel/trace/trace.c',
    },
  },
  {
    id: 'CVE-2021-47607',
    ja: 'Linuxカーネルのbpfで、値の範囲の追跡を誤り、アドレスが漏れる',
    en: 'The verifier of BPF tracks bounds wrongly and leaks addresses',
    cve: {
      by: 'Linux',
      on: '2024-06-19',
      kernel: '=5.12 ![0,5.12) ![5.15.11,5.15.*] ![5.16,*]',
      files: 'kernel/bpf/verifier.c',
    },
  },
  {
    id: 'CVE-2022-48637',
    ja: 'Broadcom bnxtのドライバーで、送信中にメモリを二重に使う',
    en: 'The bnxt driver frees what it still sends',
    cve: {
      by: 'Linux',
      on: '2024-04-28',
      cwe: 'CWE-416',
      kernel: '=5.14 ![0,5.14) ![5.15.71,5.15.*] ![5.19.12,5.19.*] ![6.0,*]',
      files: 'drivers/net/ethernet/broadcom/bnxt/bnxt.c',
    },
  },
  {
    id: 'CVE-2023-52884',
    ja: 'cyapaのタッチパッドで、中断からの復帰が競合する',
    en: 'Resuming a cyapa touchpad races',
    cve: {
      by: 'Linux',
      on: '2024-06-21',
      kernel: '=5.11 ![0,5.11) ![5.15.161,5.15.*] ![6.1.93,6.1.*] ![6.6.33,6.6.*] ![6.9.4,6.9.*] ![6.10,*]',
      files: 'drivers/input/mouse/cyapa.c',
    },
  },
  {
    id: 'CVE-2024-42299',
    ja: 'LinuxカーネルのNTFS3で、記録の大きさの変更に対応していない',
    en: 'NTFS3 does not follow a changed size of its log pages',
    cve: {
      by: 'Linux',
      on: '2024-08-17',
      kernel: '=5.15 ![0,5.15) ![5.15.165,5.15.*] ![6.1.103,6.1.*] ![6.6.44,6.6.*] ![6.10.3,6.10.*] ![6.11,*]',
      files: 'fs/ntfs3/fslog.c',
    },
  },
  {
    id: 'CVE-2023-52604',
    ja: 'LinuxカーネルのJFSで、木の調整が配列の外に触れる',
    en: 'Adjusting a tree in JFS touches memory beyond an array',
    cve: {
      by: 'Linux',
      on: '2024-03-06',
      kernel:
        '![4.19.307,4.19.*] ![5.4.269,5.4.*] ![5.10.210,5.10.*] ![5.15.149,5.15.*] ![6.1.77,6.1.*] ![6.6.16,6.6.*] ![6.7.4,6.7.*] ![6.8,*]',
      files: 'fs/jfs/jfs_dmap.c',
    },
  },
  {
    id: 'CVE-2023-52810',
    ja: 'LinuxカーネルのJFSで、負の値の確認が足りない',
    en: 'JFS does not check for a negative size',
    cve: {
      by: 'Linux',
      on: '2024-05-21',
      cwe: 'CWE-1335',
      cvss: ['CISA-ADP 8.4 CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'],
      kernel:
        '![4.14.331,4.14.*] ![4.19.300,4.19.*] ![5.4.262,5.4.*] ![5.10.202,5.10.*] ![5.15.140,5.15.*] ![6.1.64,6.1.*] ![6.5.13,6.5.*] ![6.6.3,6.6.*] ![6.7,*]',
      files: 'fs/jfs/jfs_dmap.c',
    },
  },
  {
    id: 'CVE-2024-40902',
    ja: 'LinuxカーネルのJFSで、不正な拡張属性の表示が領域を越える',
    en: 'Invalid extended attributes overflow a buffer in JFS',
    cve: {
      by: 'Linux',
      on: '2024-07-12',
      cwe: 'CWE-121',
      cvss: ['CISA-ADP 7.8 CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H'],
      kernel:
        '![4.19.317,4.19.*] ![5.4.279,5.4.*] ![5.10.221,5.10.*] ![5.15.162,5.15.*] ![6.1.95,6.1.*] ![6.6.35,6.6.*] ![6.9.6,6.9.*] ![6.10,*]',
      files: 'fs/jfs/xattr.c',
    },
  },
  {
    id: 'CVE-2023-52705',
    ja: 'LinuxカーネルのNILFS2で、予備の管理情報の位置の計算があふれる',
    en: 'The place of the second superblock underflows in NILFS2',
    cve: {
      by: 'Linux',
      on: '2024-05-21',
      kernel:
        '![4.14.306,4.14.*] ![4.19.273,4.19.*] ![5.4.232,5.4.*] ![5.10.169,5.10.*] ![5.15.95,5.15.*] ![6.1.13,6.1.*] ![6.2,*]',
      files: 'fs/nilfs2/ioctl.c fs/nilfs2/super.c fs/nilfs2/the_nilfs.c',
    },
  },
  {
    id: 'CVE-2024-38582',
    ja: 'LinuxカーネルのNILFS2で、終了処理が止まることがある',
    en: 'Ending the log writer of NILFS2 may hang',
    cve: {
      by: 'Linux',
      on: '2024-06-19',
      kernel:
        '![4.19.316,4.19.*] ![5.4.278,5.4.*] ![5.10.219,5.10.*] ![5.15.161,5.15.*] ![6.1.93,6.1.*] ![6.6.33,6.6.*] ![6.8.12,6.8.*] ![6.9.3,6.9.*] ![6.10,*]',
      files: 'fs/nilfs2/segment.c',
    },
  },
  {
    id: 'CVE-2024-42311',
    ja: 'LinuxカーネルのHFSで、初期化していない値を使う',
    en: 'HFS uses fields that were never set',
    cve: {
      by: 'Linux',
      on: '2024-08-17',
      kernel:
        '![4.19.320,4.19.*] ![5.4.282,5.4.*] ![5.10.224,5.10.*] ![5.15.165,5.15.*] ![6.1.103,6.1.*] ![6.6.44,6.6.*] ![6.10.3,6.10.*] ![6.11,*]',
      files: 'fs/hfs/inode.c',
    },
  },
  {
    id: 'CVE-2024-35821',
    ja: 'LinuxカーネルのUBIFSで、書き込み途中のページが読める',
    en: 'UBIFS marks a page as complete too early',
    cve: {
      by: 'Linux',
      on: '2024-05-17',
      cwe: 'CWE-772',
      cvss: ['CISA-ADP 7.5 CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N'],
      kernel:
        '=2.6.27 ![0,2.6.27) ![4.19.312,4.19.*] ![5.4.274,5.4.*] ![5.10.215,5.10.*] ![5.15.154,5.15.*] ![6.1.84,6.1.*] ![6.6.24,6.6.*] ![6.7.12,6.7.*] ![6.8.3,6.8.*] ![6.9,*]',
      files: 'fs/ubifs/file.c',
    },
  },
  {
    id: 'CVE-2023-52748',
    ja: 'LinuxカーネルのF2FSで、名前の書式が領域を越えるおそれがある',
    en: 'Formatting a name may overflow in F2FS',
    cve: {
      by: 'Linux',
      on: '2024-05-21',
      kernel: '![5.10.202,5.10.*] ![5.15.140,5.15.*] ![6.1.64,6.1.*] ![6.5.13,6.5.*] ![6.6.3,6.6.*] ![6.7,*]',
      files: 'fs/f2fs/compress.c',
    },
  },
  {
    id: 'CVE-2024-46751',
    ja: 'LinuxカーネルのBtrfsで、壊れた参照の数により停止する',
    en: 'A corrupt reference count stops Btrfs',
    cve: { by: 'Linux', on: '2024-09-18', kernel: '![6.10.10,6.10.*] ![6.11,*]', files: 'fs/btrfs/extent-tree.c' },
  },
  {
    id: 'CVE-2024-47692',
    ja: 'LinuxカーネルのNFSサーバーで、長さ0の名前により異常終了する',
    en: 'A name of no length crashes the NFS server',
    cve: {
      by: 'Linux',
      on: '2024-10-21',
      kernel:
        '=5.2 ![0,5.2) ![5.10.227,5.10.*] ![5.15.168,5.15.*] ![6.1.113,6.1.*] ![6.6.54,6.6.*] ![6.10.13,6.10.*] ![6.11.2,6.11.*] ![6.12-rc1,*]',
      files: 'fs/nfsd/nfs4recover.c',
    },
  },
  {
    id: 'CVE-2023-52757',
    ja: 'LinuxカーネルのSMBクライアントで、処理が互いに待ち続ける',
    en: 'Releasing requests may lock up the SMB client',
    cve: {
      by: 'Linux',
      on: '2024-05-21',
      kernel: '![6.1.64,6.1.*] ![6.5.13,6.5.*] ![6.6.3,6.6.*] ![6.7,*]',
      files: 'fs/smb/client/cifsproto.h fs/smb/client/smb2misc.c fs/smb/client/transport.c',
    },
  },
  {
    id: 'CVE-2024-26954',
    ja: 'LinuxカーネルのSMBサーバーで、文字列の変換が領域の外を読む',
    en: 'Converting a text makes the SMB server read out of bounds',
    cve: {
      by: 'Linux',
      on: '2024-05-01',
      kernel: '![6.7.12,6.7.*] ![6.8.3,6.8.*] ![6.9,*]',
      files: 'fs/smb/server/smb2misc.c',
    },
  },
  {
    id: 'CVE-2024-36923',
    ja: 'Linuxカーネルの9Pで、初期化していない値を使う',
    en: '9P uses values that were never set',
    cve: { by: 'Linux', on: '2024-05-30', kernel: '![6.8.10,6.8.*] ![6.9,*]', files: 'fs/9p/vfs_inode.c' },
  },
  {
    id: 'CVE-2024-36889',
    ja: 'LinuxカーネルのMPTCPで、送信位置が正しく初期化されない',
    en: 'MPTCP does not set where sending begins',
    cve: {
      by: 'Linux',
      on: '2024-05-30',
      kernel:
        '=5.9 ![0,5.9) ![5.10.218,5.10.*] ![5.15.159,5.15.*] ![6.1.91,6.1.*] ![6.6.31,6.6.*] ![6.8.10,6.8.*] ![6.9,*]',
      files: 'net/mptcp/protocol.c',
    },
  },
  {
    id: 'CVE-2023-52702',
    ja: 'LinuxカーネルのOpen vSwitchで、計測の設定のメモリが漏れる',
    en: 'Setting a meter leaks memory in Open vSwitch',
    cve: {
      by: 'Linux',
      on: '2024-05-21',
      kernel: '=5.8 ![0,5.8) ![5.10.169,5.10.*] ![5.15.95,5.15.*] ![6.1.13,6.1.*] ![6.2,*]',
      files: 'net/openvswitch/meter.c',
    },
  },
  {
    id: 'CVE-2024-26625',
    ja: 'LinuxカーネルのLLCで、閉じたあとも参照が残る',
    en: 'LLC keeps a reference after it is released',
    cve: {
      by: 'Linux',
      on: '2024-03-06',
      kernel:
        '=2.6.35 ![0,2.6.35) ![4.19.307,4.19.*] ![5.4.269,5.4.*] ![5.10.210,5.10.*] ![5.15.149,5.15.*] ![6.1.77,6.1.*] ![6.6.16,6.6.*] ![6.7.4,6.7.*] ![6.8,*]',
      files: 'net/llc/af_llc.c',
    },
  },
  {
    id: 'CVE-2022-48875',
    ja: 'Linuxカーネルの無線で、接続が消えたあとの処理により異常終了する',
    en: 'Wireless aggregation may crash after its interface is gone',
    cve: {
      by: 'Linux',
      on: '2024-08-21',
      kernel: '![5.10.165,5.10.*] ![5.15.90,5.15.*] ![6.1.8,6.1.*] ![6.2,*]',
      files: 'net/mac80211/agg-tx.c net/mac80211/driver-ops.c',
    },
  },
  {
    id: 'CVE-2024-26896',
    ja: 'wfxの無線ドライバーで、アクセスポイントの開始のたびにメモリが漏れる',
    en: 'Starting an access point leaks memory in the wfx driver',
    cve: {
      by: 'Linux',
      on: '2024-04-17',
      cwe: 'CWE-125',
      kernel: '=5.10 ![0,5.10) ![6.1.83,6.1.*] ![6.6.23,6.6.*] ![6.7.11,6.7.*] ![6.8.2,6.8.*] ![6.9,*]',
      files: 'drivers/net/wireless/silabs/wfx/sta.c',
    },
  },
  {
    id: 'CVE-2024-35931',
    ja: 'AMDのGPUドライバーで、復旧中のリセットが重なる',
    en: 'Resets overlap while an AMD GPU recovers',
    cve: {
      by: 'Linux',
      on: '2024-05-19',
      kernel: '![6.8.6,6.8.*] ![6.9,*]',
      files: 'drivers/gpu/drm/amd/amdgpu/amdgpu_device.c',
    },
  },
  {
    id: 'CVE-2024-40988',
    ja: 'RadeonのGPUドライバーで、電源管理の計算が範囲を越える',
    en: 'Power management of Radeon goes beyond an array',
    cve: {
      by: 'Linux',
      on: '2024-07-12',
      kernel:
        '![4.19.317,4.19.*] ![5.4.279,5.4.*] ![5.10.221,5.10.*] ![5.15.162,5.15.*] ![6.1.96,6.1.*] ![6.6.36,6.6.*] ![6.9.7,6.9.*] ![6.10,*]',
      files: 'drivers/gpu/drm/radeon/sumo_dpm.c',
    },
  },
  {
    id: 'CVE-2024-43867',
    ja: 'NouveauのGPUドライバーで、参照の数が負になる',
    en: 'A count of references underflows in Nouveau',
    cve: {
      by: 'Linux',
      on: '2024-08-20',
      kernel:
        '=3.9 ![0,3.9) ![5.4.282,5.4.*] ![5.10.224,5.10.*] ![5.15.165,5.15.*] ![6.1.104,6.1.*] ![6.6.45,6.6.*] ![6.10.4,6.10.*] ![6.11,*]',
      files: 'drivers/gpu/drm/nouveau/nouveau_prime.c',
    },
  },
  {
    id: 'CVE-2023-52443',
    ja: 'LinuxカーネルのAppArmorで、空の名前の設定により異常終了する',
    en: 'An empty name of a profile crashes AppArmor',
    cve: {
      by: 'Linux',
      on: '2024-02-22',
      kernel:
        '=4.11 ![0,4.11) ![4.19.306,4.19.*] ![5.4.268,5.4.*] ![5.10.209,5.10.*] ![5.15.148,5.15.*] ![6.1.75,6.1.*] ![6.6.14,6.6.*] ![6.7.2,6.7.*] ![6.8,*]',
      files: 'security/apparmor/policy_unpack.c',
    },
  },
  {
    id: 'CVE-2024-35853',
    ja: 'Mellanoxのスイッチのドライバーで、組み替えのときメモリが漏れる',
    en: 'Rehashing leaks memory in a switch driver of Mellanox',
    cve: {
      by: 'Linux',
      on: '2024-05-17',
      cvss: ['CISA-ADP 6.4 CVSS:3.1/AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:L/A:H'],
      kernel:
        '=5.1 ![0,5.1) ![5.4.275,5.4.*] ![5.10.216,5.10.*] ![5.15.158,5.15.*] ![6.1.90,6.1.*] ![6.6.30,6.6.*] ![6.8.9,6.8.*] ![6.9,*]',
      files: 'drivers/net/ethernet/mellanox/mlxsw/spectrum_acl_tcam.c',
    },
  },
  {
    id: 'CVE-2021-47391',
    ja: 'LinuxカーネルのRDMAで、要求の取り消しが間に合わない',
    en: 'Cancelling an address of RDMA comes too late',
    cve: {
      by: 'Linux',
      on: '2024-05-21',
      kernel: '=2.6.18 ![0,2.6.18) ![5.10.188,5.10.*] ![5.14.10,5.14.*] ![5.15,*]',
      files: 'drivers/infiniband/core/cma.c drivers/infiniband/core/cma_priv.h',
    },
  },
  {
    id: 'CVE-2023-52733',
    ja: 's390のカーネルの展開で、領域の大きさが確かめられない',
    en: 'Unpacking the kernel on s390 does not check the length of its buffer',
    cve: {
      by: 'Linux',
      on: '2024-05-21',
      cwe: 'CWE-120',
      cvss: ['CISA-ADP 7.8 CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H'],
      kernel: '![5.4.232,5.4.*] ![5.10.169,5.10.*] ![5.15.95,5.15.*] ![6.1.13,6.1.*] ![6.2,*]',
      files: 'arch/s390/boot/decompressor.c',
    },
  },
  {
    id: 'CVE-2024-44999',
    ja: 'LinuxカーネルのGTPで、ヘッダーが足りないパケットを扱う',
    en: 'GTP handles packets without their whole header',
    cve: {
      by: 'Linux',
      on: '2024-09-04',
      kernel:
        '=4.7 ![0,4.7) ![4.19.321,4.19.*] ![5.4.283,5.4.*] ![5.10.225,5.10.*] ![5.15.166,5.15.*] ![6.1.107,6.1.*] ![6.6.48,6.6.*] ![6.10.7,6.10.*] ![6.11,*]',
      files: 'drivers/net/gtp.c',
    },
  },
  {
    id: 'CVE-2024-46674',
    ja: 'STのUSB 3ドライバーで、部品の参照の数を誤る',
    en: 'A USB 3 driver of ST miscounts references',
    cve: {
      by: 'Linux',
      on: '2024-09-13',
      kernel:
        '=3.18 ![0,3.18) ![4.19.321,4.19.*] ![5.4.283,5.4.*] ![5.10.225,5.10.*] ![5.15.166,5.15.*] ![6.1.108,6.1.*] ![6.6.49,6.6.*] ![6.10.8,6.10.*] ![6.11,*]',
      files: 'drivers/usb/dwc3/dwc3-st.c',
    },
  },
  {
    id: 'CVE-2024-42144',
    ja: 'MediaTekの温度計のドライバーで、空の設定を確かめない',
    en: 'A thermal driver of MediaTek does not check for missing data',
    cve: {
      by: 'Linux',
      on: '2024-07-30',
      kernel: '![6.6.39,6.6.*] ![6.9.9,6.9.*] ![6.10,*]',
      files: 'drivers/thermal/mediatek/lvts_thermal.c',
    },
  },
];
