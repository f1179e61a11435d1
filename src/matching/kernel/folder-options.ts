/** Folders below a first one, each with the option without CONFIG_. */
const rows: Record<string, string> = {
  net: `tls TLS, wireless WIRELESS, kcm AF_KCM, smc SMC, 6lowpan 6LOWPAN, mac802154 MAC802154, nfc NFC,
    psample PSAMPLE, ife NET_IFE, openvswitch OPENVSWITCH, vmw_vsock VSOCKETS, mpls MPLS, nsh NET_NSH, hsr HSR,
    switchdev NET_SWITCHDEV, qrtr QRTR, ncsi NET_NCSI, xdp XDP_SOCKETS, mptcp MPTCP, mctp MCTP,
    llc LLC, netfilter NETFILTER, ipv4 INET, xfrm XFRM, packet PACKET, key NET_KEY, bridge BRIDGE,
    ipx IPX, appletalk ATALK, x25 X25, lapb LAPB, netrom NETROM, rose ROSE, ax25 AX25, can CAN,
    irda IRDA, bluetooth BT, sunrpc SUNRPC, rxrpc AF_RXRPC, atm ATM, l2tp L2TP, decnet DECNET, phonet PHONET,
    dccp IP_DCCP, sctp IP_SCTP, rds RDS, mac80211 MAC80211, tipc TIPC, netlabel NETLABEL, iucv IUCV, rfkill
    RFKILL, 9p NET_9P, caif CAIF, ieee802154 IEEE802154, wimax WIMAX, dns_resolver DNS_RESOLVER, ceph
    CEPH_LIB, batman-adv BATMAN_ADV, econet ECONET`,
  fs: `crypto FS_ENCRYPTION, verity FS_VERITY, exfat EXFAT_FS, netfs NETFS_SUPPORT, ntfs3 NTFS3_FS, qnx6 QNX6FS_FS,
    overlayfs OVERLAY_FS, orangefs ORANGEFS_FS, f2fs F2FS_FS, bcachefs BCACHEFS_FS, efivarfs EFIVAR_FS, erofs EROFS_FS,
    vboxsf VBOXSF_FS, zonefs ZONEFS_FS, smb SMBFS,
    nfs_common NFS_COMMON, proc PROC_FS, sysfs SYSFS, configfs CONFIGFS_FS, dlm DLM, reiserfs REISERFS_FS,
    ext2 EXT2_FS, ext4 EXT4_FS, jbd2 JBD2, cramfs CRAMFS, squashfs SQUASHFS, hugetlbfs HUGETLBFS, coda
    CODA_FS, minix MINIX_FS, fat FAT_FS, bfs BFS_FS, isofs ISO9660_FS, hfsplus HFSPLUS_FS, hfs HFS_FS,
    ecryptfs ECRYPT_FS, freevxfs VXFS_FS, nfs NFS_FS, exportfs EXPORTFS, nfsd NFSD, lockd LOCKD, nls NLS, sysv
    SYSV_FS, cifs CIFS, hpfs HPFS_FS, ntfs NTFS_FS, ufs UFS_FS, efs EFS_FS, jffs2 JFFS2_FS, logfs LOGFS, ubifs
    UBIFS_FS, affs AFFS_FS, romfs ROMFS_FS, qnx4 QNX4FS_FS, adfs ADFS_FS, fuse FUSE_FS, udf UDF_FS, openpromfs
    SUN_OPENPROMFS, omfs OMFS_FS, jfs JFS_FS, xfs XFS_FS, 9p 9P_FS, afs AFS_FS, nilfs2 NILFS2_FS, befs
    BEFS_FS, debugfs DEBUG_FS, ocfs2 OCFS2_FS, btrfs BTRFS_FS, gfs2 GFS2_FS, ceph CEPH_FS,
    pstore PSTORE, ncpfs NCP_FS`,
  drivers: `pinctrl PINCTRL, gpio GPIOLIB, rapidio RAPIDIO, acpi ACPI, pnp PNP, vdpa VDPA, xen XEN,
    regulator REGULATOR, reset RESET_CONTROLLER, connector CONNECTOR, parport PARPORT, nvdimm LIBNVDIMM,
    dma-buf DMA_SHARED_BUFFER, nubus NUBUS, ata ATA, target TARGET_CORE, mtd MTD, spi SPI, spmi SPMI, hsi HSI,
    slimbus SLIMBUS, atm ATM, message FUSION, uio UIO, vfio VFIO, pcmcia PCCARD, dio DIO, zorro ZORRO,
    block/aoe ATA_OVER_ETH, tc TC, input/gameport GAMEPORT, pps PPS, w1 W1, hwmon HWMON, thermal THERMAL,
    watchdog WATCHDOG, md MD, bluetooth BT, accessibility ACCESSIBILITY, isdn ISDN, edac EDAC, eisa EISA,
    cpufreq CPU_FREQ, cpuidle CPU_IDLE, memstick MEMSTICK, leds NEW_LEDS, infiniband INFINIBAND, crypto
    CRYPTO, dca DCA, ssb SSB, bcma BCMA, greybus GREYBUS, comedi COMEDI, staging STAGING, mailbox MAILBOX,
    hwspinlock HWSPINLOCK, remoteproc REMOTEPROC, rpmsg RPMSG, soundwire SOUNDWIRE, devfreq PM_DEVFREQ, extcon
    EXTCON, memory MEMORY, iio IIO, ipack IPACK_BUS, ntb NTB, powercap POWERCAP, mcb MCB, ras RAS, thunderbolt
    USB4, hwtracing/coresight CORESIGHT, hwtracing/stm STM, hwtracing/ptt HISI_PTT, nvmem NVMEM, fpga FPGA,
    fsi FSI, tee TEE, mux MULTIPLEXER, siox SIOX, gnss GNSS, interconnect INTERCONNECT, counter COUNTER, most
    MOST, peci PECI, hte HTE, accel DRM_ACCEL, cdx CDX_BUS, dpll DPLL, s390 S390`,
  'drivers/net': `wireguard WIREGUARD, team NET_TEAM, vxlan VXLAN, wwan WWAN, usb USB_NET_DRIVERS, ipa QCOM_IPA, hyperv HYPERV_NET,
    xen-netback XEN_NETDEV_BACKEND, mctp MCTP,
    wireless WLAN, can CAN, bonding BONDING, vmxnet3 VMXNET3, hamradio HAMRADIO, arcnet ARCNET, wan WAN, caif
    CAIF`,
  'drivers/net/ethernet': `mediatek NET_VENDOR_MEDIATEK, amazon NET_VENDOR_AMAZON, google NET_VENDOR_GOOGLE, huawei NET_VENDOR_HUAWEI,
    aquantia NET_VENDOR_AQUANTIA, microsoft NET_VENDOR_MICROSOFT, sfc NET_VENDOR_SOLARFLARE, cadence NET_VENDOR_CADENCE,
    mscc NET_VENDOR_MICROSEMI, socionext NET_VENDOR_SOCIONEXT, asix NET_VENDOR_ASIX, cortina NET_VENDOR_CORTINA,
    3com NET_VENDOR_3COM, adaptec NET_VENDOR_ADAPTEC, agere NET_VENDOR_AGERE, allwinner NET_VENDOR_ALLWINNER,
    alteon NET_VENDOR_ALTEON, amd NET_VENDOR_AMD, apple NET_VENDOR_APPLE, arc NET_VENDOR_ARC, atheros
    NET_VENDOR_ATHEROS, broadcom NET_VENDOR_BROADCOM, brocade NET_VENDOR_BROCADE, cavium NET_VENDOR_CAVIUM,
    chelsio NET_VENDOR_CHELSIO, cirrus NET_VENDOR_CIRRUS, cisco NET_VENDOR_CISCO, dec NET_VENDOR_DEC, dlink
    NET_VENDOR_DLINK, emulex NET_VENDOR_EMULEX, ezchip NET_VENDOR_EZCHIP, faraday NET_VENDOR_FARADAY,
    freescale NET_VENDOR_FREESCALE, fujitsu NET_VENDOR_FUJITSU, hisilicon NET_VENDOR_HISILICON, hp
    NET_VENDOR_HP, ibm NET_VENDOR_IBM, intel NET_VENDOR_INTEL, marvell NET_VENDOR_MARVELL, mellanox
    NET_VENDOR_MELLANOX, micrel NET_VENDOR_MICREL, microchip NET_VENDOR_MICROCHIP, myricom NET_VENDOR_MYRI,
    natsemi NET_VENDOR_NATSEMI, netronome NET_VENDOR_NETRONOME, nuvoton NET_VENDOR_NUVOTON, nvidia
    NET_VENDOR_NVIDIA, oki-semi NET_VENDOR_OKI, qlogic NET_VENDOR_QLOGIC, qualcomm NET_VENDOR_QUALCOMM,
    realtek NET_VENDOR_REALTEK, renesas NET_VENDOR_RENESAS, rdc NET_VENDOR_RDC, rocker NET_VENDOR_ROCKER,
    samsung NET_VENDOR_SAMSUNG, sis NET_VENDOR_SIS, smsc NET_VENDOR_SMSC, stmicro NET_VENDOR_STMICRO, sun
    NET_VENDOR_SUN, synopsys NET_VENDOR_SYNOPSYS, tehuti NET_VENDOR_TEHUTI, ti NET_VENDOR_TI, via
    NET_VENDOR_VIA, wiznet NET_VENDOR_WIZNET, xilinx NET_VENDOR_XILINX, xircom NET_VENDOR_XIRCOM`,
  'drivers/gpu/drm': `ttm DRM_TTM, radeon DRM_RADEON, amd/amdgpu DRM_AMDGPU, mgag200 DRM_MGAG200, vmwgfx DRM_VMWGFX, vgem
    DRM_VGEM, nouveau DRM_NOUVEAU, exynos DRM_EXYNOS, rockchip DRM_ROCKCHIP, gma500 DRM_GMA500, udl DRM_UDL,
    ast DRM_AST, armada DRM_ARMADA, atmel-hlcdc DRM_ATMEL_HLCDC, omapdrm DRM_OMAP, qxl DRM_QXL, virtio
    DRM_VIRTIO_GPU, msm DRM_MSM, tegra DRM_TEGRA, sti DRM_STI`,
  sound: `core SND, drivers SND, isa SND, pci SND, synth SND, usb SND, firewire SND, spi SND, soc SND, aoa SND_AOA`,
};

/**
 * Folders of the kernel's source that its makefiles enter by one option alone (obj-$(CONFIG_X) += folder/),
 * so that nothing in them is built where it is not set. What is entered in another way too (net/802/, drivers/usb/) is not here.
 * @source Linux, the Makefile of each first folder
 */
export const folderOptions: ReadonlyMap<string, string> = new Map(
  Object.entries(rows).flatMap(([above, folders]) =>
    folders.split(/,\s+/).map((row): [string, string] => {
      const [folder = '', option = ''] = row.split(/\s+/);
      return [`${above}/${folder}`, `CONFIG_${option}`];
    }),
  ),
);
