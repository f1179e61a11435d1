/** The base of a system: kernels, boot, C libraries, tools; read-rows.ts says what the columns are. */
export const system = `
accountsservice libaccountsservice0 | accountsservice_project:accountsservice freedesktop:accountsservice
  canonical:accountsservice ray_stode:accountsservice | - | DT
acl | acl_project:acl | - | BD
acpid acpid2 | tedfelix:acpid2 tedfelix:acpid tim_hockin:acpid | - | BDT
apcupsd | apcupsd:apcupsd apc:apcupsd | - | BDT
apt libapt-pkg | debian:apt debian:advanced_package_tool | - | OD
asn1c | asn1c_project:asn1c | vlm/asn1c | BDT
at91bootstrap3 at91bootstrap | linux4sam:at91bootstrap | linux4sam/at91bootstrap | BD
audit libaudit auditd | linux:audit | linux-audit/audit-userspace | M
automake | gnu:automake | - | BD
barebox | pengutronix:barebox | barebox/barebox | D
bash | gnu:bash | - | BDT
bc | gnu:bc | - | OD
binutils binutils-bare-metal | gnu:binutils | - | BDT
bison | gnu:bison | - | BDT
bitcoin bitcoind bitcoin-core | bitcoin:bitcoin_core | - | BD
blktrace | blktrace_project:blktrace | - | BD
bolt | freedesktop:bolt | - | M
bubblewrap | projectatomic:bubblewrap bubblewrap_project:bubblewrap | containers/bubblewrap | BDT
busybox | busybox:busybox | mirror/busybox | BDNT
cargo | rust-lang:cargo | rust-lang/cargo | OD
clamav libclamav | clamav:clamav clam_anti-virus:clamav clamavs:clamav cisco:clamav | - | BDNT
clang libclang | llvm:clang | - | OD
cmake | cmake_project:cmake | - | BD
cockpit | cockpit-project:cockpit | cockpit-project/cockpit | MD
collectd | collectd:collectd | - | BDT
coreutils | gnu:coreutils | - | ODT
cpio | gnu:cpio | - | BDT
cronie | fedorahosted:cronie | cronie-crond/cronie | DT
crun | crun_project:crun | containers/crun | BD
cvs | gnu:cvs nongnu:cvs cvs:cvs | - | DT
dash | dash:dash | - | BMD
davfs2 | werner_baumann:davfs2 davfs2:davfs2 | - | BDT
dbus libdbus libdbus-1-3 | freedesktop:dbus d-bus_project:d-bus freedesktop:libdbus d-bus:d-bus | - | BODT
dbus-broker | dbus-broker_project:dbus-broker | bus1/dbus-broker | BD
dbus-glib | freedesktop:dbus-glib | - | BD
debianutils | debian:debianutils | - | T
diffutils | gnu:diffutils | - | BD
dmidecode | nongnu:dmidecode | - | DT
docker-engine moby docker.io docker-moby dockerd | mobyproject:moby docker:docker | moby/moby | BDT
domoticz | domoticz:domoticz | domoticz/domoticz | BDT
dosfstools | dosfstools_project:dosfstools | dosfstools/dosfstools | BDT
doxygen | doxygen:doxygen | - | BDT
dpkg libdpkg | debian:dpkg | - | DT
dracut | dracut_project:dracut | dracut-ng/dracut | BD
dropbear | dropbear_ssh_project:dropbear_ssh matt_johnston:dropbear_ssh_server | mkj/dropbear | BDNT
e2fsprogs | e2fsprogs_project:e2fsprogs ext2_filesystems_utilities:e2fsprogs | tytso/e2fsprogs | BDT
easy-rsa | openvpn:easy-rsa | openvpn/easy-rsa | BD
ecryptfs-utils | ecryptfs:ecryptfs-utils | - | BD
ed | gnu:ed | - | ODT
emacs | gnu:emacs | - | DT
exfat | exfat_project:exfat | relan/exfat | B
exfatprogs | namjaejeon:exfatprogs | exfatprogs/exfatprogs | BDT
f2fs-tools | f2fs-tools_project:f2fs-tools | - | BDT
file libmagic | file_project:file christos_zoulas:file file:file gentoo:file | file/file | BDT
flex libfl | flex_project:flex westes:flex | westes/flex | OD
fluent-bit | treasuredata:fluent_bit | fluent/fluent-bit | BD
gawk | gnu:gawk | - | DT
gcc libgcc gcc-runtime gcc-final | gnu:gcc | - | BDT
gdb | gnu:gdb | - | BDT
gettext-gnu gettext libintl | gnu:gettext | - | BD
git | git-scm:git git:git git_project:git | git/git | BODNT
glibc | gnu:glibc | - | BDNCT
go-src go go-runtime golang | golang:go | - | BODNT
grep | gnu:grep | - | BDT
grub grub2 grub-efi | gnu:grub2 gnu:grub | - | BDT
gvfs | gnome:gvfs | - | BDT
gzip | gnu:gzip gzip:gzip | - | BDNT
hwloc libhwloc | open-mpi:hwloc | open-mpi/hwloc | DT
ipmitool | ipmitool_project:ipmitool | - | BDT
iucode-tool | iucode-tool_project:iucode-tool | - | BT
joe | joseph_allen:joe | - | B
jq | jqlang:jq jq_project:jq | jqlang/jq | BDNT
kbd | kbd-project:kbd | - | DT
kexec kexec-tools | kexec-tools_project:kexec-tools redhat:kexec-tools | - | BDT
keyutils | keyutils_project:keyutils | - | BD
kmod | kernel:kmod | - | BD
less | gnu:less greenwoodsoftware:less | - | BD
libbpf libbpf0 libbpf1 | libbpf_project:libbpf | libbpf/libbpf | BD
libcap | libcap_project:libcap | - | BD
libnsl libnsl2 | libnsl_project:libnsl | - | OD
libtool libltdl libltdl7 | gnu:libtool | - | BD
libvirt | redhat:libvirt libvirt:libvirt | - | BDT
linux linux-kernel linux_kernel linux-yocto linux-imx linux-ti-staging linux-xlnx linux-raspberrypi linux-stm32mp
  linux-fslc kernel linux-headers | linux:linux_kernel linux:linux | torvalds/linux | BODNCT
linux-pam libpam pam | linux-pam:linux-pam | linux-pam/linux-pam | BD
logrotate | logrotate_project:logrotate gentoo:logrotate | logrotate/logrotate | BDT
lrzip liblrzip | long_range_zip_project:long_range_zip | ckolivas/lrzip | DT
lsof | lsof_project:lsof | lsof-org/lsof | BD
lvm2 | redhat:lvm2 | - | BD
lxc liblxc1 | linuxcontainers:lxc | - | BDT
make | gnu:make | - | BD
mdadm | mdadm_project:mdadm | - | DT
memtester | pryopus:memtester | - | BD
mercurial | mercurial-scm:mercurial mercurial:mercurial | - | MD
minicom | minicom_project:minicom minicom:minicom | - | DT
monit | mmonit:monit tildeslash:monit | - | BDT
mtd-utils mtd | mtd-utils_project:mtd-utils | - | BD
musl | musl-libc:musl | - | BDN
nano | gnu:nano | - | DT
nasm | nasm:netwide_assembler | - | BDT
ncurses | gnu:ncurses invisible-island:ncurses | thomasdickey/ncurses-snapshots | BDT
netdata | netdata:netdata | netdata/netdata | DT
newlib newlib-bare-metal | newlib_project:newlib | - | BD
ntfs-3g ntfs-3g-ntfsprogs | tuxera:ntfs-3g | tuxera/ntfs-3g | BMDT
openrc | openrc_project:openrc | openrc/openrc | BD
openssh openssh-portable openssh-server openssh-client openssh-clients | openbsd:openssh openssh:openssh |
  openssh/openssh-portable | BDNCT
openvmtools open-vm-tools | vmware:tools vmware:open_vm_tools vmware:open-vm-tools | vmware/open-vm-tools | BMDT
oprofile | maynard_johnson:oprofile | - | BD
optee-os op-tee | linaro:op-tee op-tee:op-tee_os trustedfirmware:op-tee | op-tee/optee_os | D
ovmf edk2 edk-ii | tianocore:edk2 tianocore:edk_ii | tianocore/edk2 | D
parted libparted libparted2 | parted_project:parted | - | BD
patch | gnu:patch | - | BDT
pax-utils | gentoo:pax-utils | - | BD
picocom | picocom_project:picocom | - | BDT
pigz | zlib:pigz | - | BDT
pkgconf | pkgconf:pkgconf | - | BD
powerpc-utils | powerpc-utils_project:powerpc-utils | ibm-power-utilities/powerpc-utils | BD
procps procps-ng | procps-ng_project:procps-ng procps_project:procps | - | BDT
pwgen | pwgen_project:pwgen | - | BD
qemu qemu-system | qemu:qemu | qemu/qemu | DT
qpdf | qpdf_project:qpdf | qpdf/qpdf | BDT
quota quota-tools linuxquota | jan_kara:linux_diskquota | - | B
rauc | pengutronix:rauc | rauc/rauc | DT
readline | gnu:readline | - | BDT
ripgrep | ripgrep_project:ripgrep | burntsushi/ripgrep | BD
rng-tools | rng-tools_project:rng-tools | nhorman/rng-tools | BD
rpm | rpm:rpm | rpm-software-management/rpm | BDT
rsync | samba:rsync andrew_tridgell:rsync rsync:rsync redhat:rsync | rsyncproject/rsync | DT
rsyslog | rsyslog:rsyslog | rsyslog/rsyslog | BMDT
rt-tests | kernel:rt-tests | - | BD
runc | linuxfoundation:runc | opencontainers/runc | DT
rust rustc libstd-rs | rust-lang:rust | rust-lang/rust | DT
sane-backends libsane libsane1 | sane-project:sane_backends sane-backends_project:sane-backends | - | BDT
screen | gnu:screen | - | BD
sed | gnu:sed | - | BD
shadow shadow-utils | shadow_project:shadow debian:shadow | shadow-maint/shadow | OD
shim | redhat:shim | rhboot/shim | BD
smartmontools | smartmontools:smartmontools | - | BD
squashfs-tools squashfs | squashfs_project:squashfs squashfs-tools_project:squashfs-tools |
  plougher/squashfs-tools | BDT
subversion | apache:subversion subversion:subversion | - | BODT
sudo | sudo_project:sudo todd_miller:sudo sudo:sudo gratisoft:sudo | sudo-project/sudo | ODT
supervisor | supervisord:supervisor | - | BMD
swupdate | swupdate:swupdate | sbabic/swupdate | D
sysdig | sysdig:sysdig | draios/sysdig | BD
syslog-ng libsyslog-ng | oneidentity:syslog-ng balabit:syslog-ng | syslog-ng/syslog-ng | DNT
sysstat | sysstat_project:sysstat redhat:sysstat sysstat:sysstat | - | BDT
systemd | systemd_project:systemd freedesktop:systemd | systemd/systemd | DNT
sysvinit | sysvinit_project:sysvinit | slicer69/sysvinit | BD
tar | gnu:tar | - | ODT
targetcli-fb | targetcli-fb_project:targetcli-fb | open-iscsi/targetcli-fb | BD
thermald thermal_daemon | intel:thermald | intel/thermal_daemon | B
tini | tini_project:tini | krallin/tini | BD
trinity | trinity_project:trinity | kernelslacker/trinity | BD
trusted-firmware-a arm-trusted-firmware tf-a | arm:trusted_firmware-a trustedfirmware:trusted_firmware-a |
  arm-software/arm-trusted-firmware | D
u-boot uboot u-boot-imx u-boot-xlnx u-boot-ti-staging u-boot-fslc ti-k3-r5-loader | denx:u-boot | u-boot/u-boot | BODT
uclibc uclibc-ng | uclibc:uclibc uclibc-ng_project:uclibc-ng | - | BD
udisks udisks2 | freedesktop:udisks udisks_project:udisks | storaged-project/udisks | BDT
unrar | rarlab:unrar | - | B
upx | upx_project:upx | upx/upx | DT
usbguard | usbguard_project:usbguard | usbguard/usbguard | BD
util-linux util-linux-libs | kernel:util-linux andries_brouwer:util-linux linux:util-linux util-linux_project:util-linux |
  util-linux/util-linux | BDT
vala | gnome:vala | - | BD
valgrind | valgrind:valgrind | - | BD
vim | vim:vim | vim/vim | DT
watchdogd | troglobit:watchdogd | troglobit/watchdogd | B
wtfutil | wtfutil:wtf | wtfutil/wtf | BD
yasm | tortall:yasm yasm_project:yasm | yasm/yasm | DT
zfs | openzfs:openzfs | openzfs/zfs | BD
zip | info-zip_project:zip | - | BD
zsh | zsh:zsh zsh_project:zsh | - | BDT
`;
