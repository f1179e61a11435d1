import type { ProductName } from '#intelligence/pure';
import { foldName } from '../identity/fold.ts';

/** vendor:product of systems that are made of packages; what a record lists them for lies in one of these. */
const wholeSystems = new Set(
  `almalinux:almalinux amazon:linux_2 canonical:ubuntu_linux centos:centos debian:debian_linux fedoraproject:fedora
  freebsd:freebsd google:android netbsd:netbsd novell:suse_linux_enterprise_server openbsd:openbsd opensuse:leap
  opensuse:opensuse oracle:linux oracle:solaris redhat:enterprise_linux redhat:enterprise_linux_desktop
  redhat:enterprise_linux_eus redhat:enterprise_linux_server redhat:enterprise_linux_workstation
  redhat:enterprise_linux_server_aus redhat:enterprise_linux_server_tus rockylinux:rocky_linux suse:linux_enterprise_server
  suse:suse_linux_enterprise_server windriver:linux apple:macos apple:mac_os_x apple:iphone_os`.split(/\s+/),
);

export function isWholeSystem(product: ProductName): boolean {
  return product.space === 'cpe' && product.part === 'o' && wholeSystems.has(`${product.vendor}:${product.product}`);
}

/** Only what is said of the kernel can be held against what of a kernel is built. */
export function isKernel(product: ProductName): boolean {
  if (product.space === 'cpe') return product.vendor === 'linux' && product.product === 'linux_kernel';
  if (product.space === 'name')
    return foldName(product.vendor) === 'linux' && /^linux(?:kernel)?$/.test(foldName(product.product));
  return false;
}
