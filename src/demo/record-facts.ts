type RecordFacts = {
  id: string;
  by: string;
  source?: 'cve' | 'nvd';
  publishedOn: string;
  ja: string;
  en: string;
  /** Score and vector of CVSS 3.1. */
  cvss?: string;
  exploitedOn?: string;
  /** vendor/product and its ranges. */
  says: [product: string, ranges: string][];
};

/** Facts of real records (ids, ranges, scores, days of KEV); the titles are ours. */
export const recordFacts: RecordFacts[] = [
  {
    ...{ id: 'CVE-2024-1086', by: 'Google', publishedOn: '2024-01-31', exploitedOn: '2024-05-30' },
    ja: 'Linuxカーネルのnf_tablesで、解放したメモリを使い、権限を奪われるおそれがある',
    en: 'A use after free in nf_tables of the Linux kernel lets a local user gain rights',
    cvss: '7.8 AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H',
    says: [['Linux/Kernel', '[3.15,6.8)']],
  },
  {
    ...{ id: 'CVE-2021-3711', by: 'openssl', publishedOn: '2021-08-24' },
    ja: 'OpenSSLのSM2復号で、領域を越えて書き込む',
    en: 'Decryption by SM2 in OpenSSL writes beyond its buffer',
    cvss: '9.8 AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
    says: [['OpenSSL/OpenSSL', '[1.1.1,1.1.1l)']],
  },
  {
    ...{ id: 'CVE-2024-5535', by: 'openssl', publishedOn: '2024-06-27' },
    ja: 'OpenSSLのSSL_select_next_protoが、空の一覧を渡されると領域の外を読む',
    en: 'SSL_select_next_proto of OpenSSL reads beyond an empty list of protocols',
    cvss: '9.1 AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:H',
    says: [['OpenSSL/OpenSSL', '[3.2.0,3.2.3) [3.1.0,3.1.7) [3.0.0,3.0.15) [1.1.1,1.1.1za) [1.0.2,1.0.2zk)']],
  },
  {
    ...{ id: 'CVE-2024-9143', by: 'openssl', publishedOn: '2024-10-16' },
    ja: 'OpenSSLの楕円曲線の処理で、不正なパラメーターにより領域の外に触れる',
    en: 'Invalid parameters of a curve make OpenSSL touch memory out of bounds',
    says: [['OpenSSL/OpenSSL', '[3.2.0,3.2.4) [3.1.0,3.1.8) [3.0.0,3.0.16) [1.1.1,1.1.1zb) [1.0.2,1.0.2zl)']],
  },
  {
    ...{ id: 'CVE-2023-38545', by: 'hackerone', publishedOn: '2023-10-18' },
    ja: 'curlのSOCKS5接続で、ヒープ領域を越えて書き込む',
    en: 'The SOCKS5 handshake of curl writes beyond a buffer on the heap',
    cvss: '8.8 AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H',
    says: [['curl/curl', '[8.4.0,8.4.0)']],
  },
  {
    ...{ id: 'CVE-2024-2398', by: 'curl', publishedOn: '2024-03-27' },
    ja: 'curlがHTTP/2のサーバープッシュを断るとき、ヘッダーのメモリを解放しない',
    en: 'curl leaks the headers of HTTP/2 pushes that it refuses',
    cvss: '8.6 AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:L/A:L',
    says: [['curl/curl', '[7.44.0,8.6.0]']],
  },
  {
    ...{ id: 'CVE-2023-45853', by: 'CISA-ADP', publishedOn: '2023-10-14' },
    ja: 'zlibに付属するMiniZipで、長い名前により整数があふれ、領域を越えて書き込む',
    en: 'Long names overflow an integer in MiniZip, which comes with zlib',
    cvss: '8.8 AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H',
    says: [['zlib/zlib', '(,1.3)']],
  },
  {
    ...{ id: 'CVE-2024-33602', by: 'glibc', publishedOn: '2024-05-06' },
    ja: 'glibcのnscdが、ネットグループの応答をうけて領域を壊す',
    en: 'nscd of glibc corrupts memory by answers about net groups',
    cvss: '8.6 AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:L/A:L',
    says: [['The GNU C Library/glibc', '[2.15,2.40)']],
  },
  {
    ...{ id: 'CVE-2024-6387', by: 'redhat', publishedOn: '2024-07-01' },
    ja: 'OpenSSHのサーバーで、ログインの制限時間の処理が競合し、コードを実行されるおそれがある',
    en: 'A race in the time limit of logging in lets code run on the OpenSSH server',
    cvss: '8.1 AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H',
    says: [['openbsd/OpenSSH', '[8.5p1,9.7p1]']],
  },
  {
    ...{ id: 'CVE-2022-23303', by: 'nvd', source: 'nvd', publishedOn: '2022-01-17' },
    ja: 'hostapdのSAEで、処理の跡から鍵の手がかりが漏れる',
    en: 'SAE of hostapd leaks traces of the key by a side channel',
    cvss: '9.8 AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
    says: [['w1.fi/hostapd', '(,2.10)']],
  },
  {
    ...{ id: 'CVE-2021-42374', by: 'nvd', source: 'nvd', publishedOn: '2021-11-15' },
    ja: 'BusyBoxのunlzmaが、細工したデータで領域の外を読む',
    en: 'unlzma of BusyBox reads out of bounds on crafted data',
    cvss: '5.3 AV:L/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:H',
    says: [['busybox/busybox', '[1.27.0,1.33.1]']],
  },
];
