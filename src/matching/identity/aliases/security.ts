/** Cryptography and access control; read-rows.ts says what the columns are. */
export const security = String.raw`
apparmor libapparmor libapparmor1 | canonical:apparmor apparmor:apparmor ubuntu:apparmor | - | BDT
botan libbotan | botan_project:botan | randombit/botan | DT
cryptopp crypto++ libcrypto++ | cryptopp:crypto\+\+ | weidai11/cryptopp | B
cryptsetup libcryptsetup | cryptsetup_project:cryptsetup | - | DT
gnupg gnupg2 gpg | gnupg:gnupg | - | BDT
gnutls | gnu:gnutls | gnutls/gnutls | BDNT
gpgme libgpgme libgpgme11 | gnu:gpgme | - | DT
libgcrypt | gnupg:libgcrypt | - | BDT
libgpg-error | gnupg:libgpg-error | - | BD
libksba | gnupg:libksba | - | BT
libressl | openbsd:libressl | libressl/portable | BD
libseccomp libseccomp2 | libseccomp_project:libseccomp | seccomp/libseccomp | DT
libsemanage libsemanage1 | selinuxproject:libsemanage | selinuxproject/selinux | BD
libsepol libsepol1 | selinuxproject:libsepol | selinuxproject/selinux | BD
libspdm | dmtf:libspdm | dmtf/libspdm | BD
libtasn1 | gnu:libtasn1 free_software_foundation_inc.:libtasn1 | - | BDT
libtomcrypt | libtom:libtomcrypt libtomcrypt:libtomcrypt | libtom/libtomcrypt | BDT
libtommath | libtom:libtommath | libtom/libtommath | BD
mbedtls mbed-tls mbed_tls polarssl | arm:mbed_tls trustedfirmware:mbed_tls polarssl:polarssl | mbed-tls/mbedtls
  armmbed/mbedtls | DNT
nettle | nettle_project:nettle | - | DT
nss libnss | mozilla:nss mozilla:network_security_services | - | BDNT
oath-toolkit | nongnu:oath_toolkit | - | BD
opensc | opensc_project:opensc opensc-project:opensc | opensc/opensc | DT
openssl libssl libcrypto openssl-libs | openssl:openssl | openssl/openssl | ODNCT
p11-kit | p11-kit_project:p11-kit | p11-glue/p11-kit | BD
pcsc-lite libpcsclite libpcsclite1 pcscd | muscle:pcsc-lite | ludovicrousseau/pcsc | T
policycoreutils | selinuxproject:policycoreutils | selinuxproject/selinux | BD
refpolicy selinux-refpolicy | selinuxproject:refpolicy | selinuxproject/refpolicy | BD
setools | selinuxproject:setools | selinuxproject/setools | BD
tinydtls | eclipse:tinydtls | eclipse/tinydtls | BD
tpm2-tss libtss2 | tpm2_software_stack_project:tpm2_software_stack | tpm2-software/tpm2-tss | DT
trousers tcsd | trustedcomputinggroup:trousers suse:trousers trousers_project:trousers | - | BDT
wolfssh | wolfssl:wolfssh wolfssh:wolfssh | wolfssl/wolfssh | DN
wolfssl cyassl | wolfssl:wolfssl yassl:cyassl | wolfssl/wolfssl | BDNCT
`;
