import type { VulnerabilityFacts } from './shape.ts';

/** What every Linux firmware has: C libraries, BusyBox, zlib, the secure shell, Python. */
export const base: readonly VulnerabilityFacts[] = [
  {
    id: 'CVE-2024-2961',
    ja: 'glibcのiconvで、中国語の文字コードへの変換が領域を4バイト越える',
    en: 'iconv of glibc overflows by up to four bytes when converting to a Chinese charset',
    cve: {
      by: 'glibc',
      on: '2024-04-17',
      cwe: 'CWE-787',
      cvss: ['CISA-ADP 7.3 CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:H'],
      says: ['The GNU C Library/glibc: [2.1.93,2.40)'],
      adp: [{ of: 'gnu:glibc', versions: '[2.1.93,2.40)', type: 'semver' }],
    },
    nvd: { says: ['gnu:glibc: [2.1.93,2.40)'] },
  },
  {
    id: 'CVE-2024-33600',
    ja: 'glibcのnscdで、見つからないという応答のあと異常終了する',
    en: 'nscd of glibc crashes after an answer of not found',
    cve: { by: 'glibc', on: '2024-05-06', cwe: 'CWE-476', says: ['The GNU C Library/glibc: [2.15,2.40)'] },
    nvd: { says: ['gnu:glibc: [2.15,2.40)'] },
  },
  {
    id: 'CVE-2024-33601',
    ja: 'glibcのnscdで、メモリが足りないときに処理が終了する',
    en: 'nscd of glibc ends when memory runs short',
    cve: {
      by: 'glibc',
      on: '2024-05-06',
      cwe: 'CWE-617',
      cvss: ['CISA-ADP 7.5 CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H'],
      says: ['The GNU C Library/glibc: [2.15,2.40)'],
      adp: ['gnu:glibc: [2.15,2.40)'],
    },
    nvd: { says: ['gnu:glibc: [2.15,2.40)'] },
  },
  {
    id: 'CVE-2024-33602',
    ja: 'glibcのnscdが、ネットグループの応答をうけて領域を壊す',
    en: 'nscd of glibc corrupts memory by answers about net groups',
    cve: {
      by: 'glibc',
      on: '2024-05-06',
      cwe: 'CWE-466',
      cvss: ['CISA-ADP 8.6 CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:L/A:L'],
      says: ['The GNU C Library/glibc: [2.15,2.40)'],
      adp: ['gnu:glibc: [2.15,2.40)'],
    },
    nvd: { says: ['gnu:glibc: [2.15,2.40)'] },
  },
  {
    id: 'CVE-2025-5745',
    ja: 'Power10用のglibcで、文字列の比較がレジスターの中身を壊す',
    en: 'Comparing strings in glibc for Power10 clobbers registers',
    nvd: { on: '2025-06-05', says: ['gnu:glibc: [2.40,2.42)'] },
  },
  {
    id: 'CVE-2025-15281',
    ja: 'glibcのwordexpが、初期化していないメモリを返すことがある',
    en: 'wordexp of glibc may return memory that was never set',
    nvd: { on: '2026-01-20', says: ['gnu:glibc: [2.0,2.42]'] },
  },
  {
    id: 'CVE-2026-0861',
    ja: 'glibcのmemalignで、大きすぎる境界の指定により整数があふれる',
    en: 'Too large an alignment overflows an integer in memalign of glibc',
    nvd: { on: '2026-01-14', says: ['gnu:glibc: [2.30,)'] },
  },
  {
    id: 'CVE-2026-0915',
    ja: 'glibcのgetnetbyaddrで、スタックの中身がDNSサーバーに漏れる',
    en: 'getnetbyaddr of glibc leaks the stack to the DNS server',
    nvd: { on: '2026-01-15', says: ['gnu:glibc: [2.0,2.42]'] },
  },
  {
    id: 'CVE-2026-3904',
    ja: 'x86_64のglibcで、nscdへの問い合わせが高負荷時に異常終了する',
    en: 'Under load the nscd client of glibc may crash on x86_64',
    nvd: { on: '2026-03-11', says: ['gnu:glibc: [2.35,2.37)'] },
  },
  {
    id: 'CVE-2026-4438',
    ja: 'glibcの逆引きで、正しくないホスト名が返されることがある',
    en: 'Reverse look-up in glibc may return an invalid host name',
    nvd: { on: '2026-03-20', says: ['gnu:glibc: [2.34,2.43]'] },
  },
  {
    id: 'CVE-2011-2716',
    ja: 'BusyBoxのDHCPクライアントで、サーバーの応答によりコマンドを実行される',
    en: 'A DHCP server can run commands through the client of BusyBox',
    nvd: { on: '2012-07-03', says: ['busybox:busybox: (,1.20.0)'] },
  },
  {
    id: 'CVE-2013-1813',
    ja: 'BusyBoxのmdevが、だれでも書き込めるフォルダーを作る',
    en: 'mdev of BusyBox makes folders that everybody can write to',
    nvd: { on: '2013-11-23', says: ['busybox:busybox: (,1.21.0)'] },
  },
  {
    id: 'CVE-2021-42374',
    ja: 'BusyBoxのunlzmaが、細工したデータで領域の外を読む',
    en: 'unlzma of BusyBox reads out of bounds on crafted data',
    cve: { by: 'JFROG', on: '2021-11-15', cwe: 'CWE-125', says: ['busybox/busybox: [0,1.34.0)'] },
    nvd: {
      on: '2021-11-15',
      cvss: ['nvd 5.3 CVSS:3.1/AV:L/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:H'],
      says: ['busybox:busybox: [1.27.0,1.33.1]'],
    },
  },
  {
    id: 'CVE-2024-58251',
    ja: 'BusyBoxのnetstatで、細工したプログラム名により端末が止まる',
    en: 'A crafted program name locks the terminal of netstat in BusyBox',
    nvd: { on: '2025-04-23', says: ['busybox:busybox: (,1.37.0]'] },
  },
  {
    id: 'CVE-2025-26519',
    ja: 'muslのiconvで、韓国語の文字コードの変換が領域の外に書き込む',
    en: 'iconv of musl writes out of bounds when converting a Korean charset',
    nvd: { on: '2025-02-14', says: ['musl-libc:musl: [0.9.13,1.2.6)'] },
  },
  {
    id: 'CVE-2026-40200',
    ja: 'muslのqsortで、巨大な配列の並べ替えがスタックを壊す',
    en: 'Sorting a very large array corrupts the stack in musl',
    nvd: { on: '2026-04-10', says: ['musl-libc:musl: [0.7.10,1.2.6]'] },
  },
  {
    id: 'CVE-2016-9841',
    ja: 'zlibの展開処理で、ポインターの計算が正しくない',
    en: 'Inflating in zlib calculates pointers improperly',
    nvd: {
      on: '2017-05-23',
      says: ['nodejs:node.js: [4.0.0,4.8.2) [6.0.0,6.10.2) [7.0.0,7.6.0)', 'zlib:zlib: [1.2.0,1.2.9)'],
    },
  },
  {
    id: 'CVE-2016-9842',
    ja: 'zlibのinflateMarkで、負の数のシフトの結果が定まらない',
    en: 'inflateMark of zlib shifts a negative number',
    nvd: {
      on: '2017-05-23',
      says: ['nodejs:node.js: [4.0.0,4.8.2) [6.0.0,6.10.2) [7.0.0,7.6.0)', 'zlib:zlib: [1.2.3.4,1.2.9)'],
    },
  },
  {
    id: 'CVE-2016-9843',
    ja: 'zlibのビッグエンディアン向けCRCの計算が正しくない',
    en: 'The CRC of zlib for big-endian machines calculates pointers improperly',
    nvd: {
      on: '2017-05-23',
      says: ['nodejs:node.js: [4.0.0,4.8.2) [6.0.0,6.10.2) [7.0.0,7.6.0)', 'zlib:zlib: [1.2.0,1.2.9)'],
    },
  },
  {
    id: 'CVE-2023-45853',
    ja: 'zlibに付属するMiniZipで、長い名前により整数があふれ、領域を越えて書き込む',
    en: 'Long names overflow an integer in MiniZip, which comes with zlib',
    cve: {
      by: 'mitre',
      on: '2023-10-14',
      cwe: 'CWE-190',
      cvss: ['CISA-ADP 8.8 CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H'],
      adp: ['zlib:zlib: [0,1.3)'],
    },
    nvd: { says: ['zlib:minizip: (,1.3.1)'] },
  },
  {
    id: 'CVE-2024-3094',
    ja: 'xzの配布物に、不正なコードが仕込まれた',
    en: 'Hostile code was planted in the released archives of xz',
    cve: {
      by: 'redhat',
      on: '2024-03-29',
      cwe: 'CWE-506',
      cvss: ['redhat 10 CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H'],
      says: ['/xz: =5.6.0 =5.6.1'],
    },
    nvd: { says: ['tukaani:xz: [5.6.0,5.6.2)'] },
  },
  {
    id: 'CVE-2026-29111',
    ja: 'systemdで、権限のない利用者の要求によりPID 1が止まる',
    en: 'A request of an unprivileged user freezes systemd',
    nvd: { on: '2026-03-23', says: ['systemd_project:systemd: [239,257.11) [258,258.5) [259,259.2)'] },
  },
  {
    id: 'CVE-2025-47203',
    ja: 'DropbearのSSHクライアントで、ホスト名からコマンドを実行される',
    en: 'A host name can run commands in the SSH client of Dropbear',
    nvd: { on: '2025-05-07', says: ['dropbear_ssh_project:dropbear_ssh: (,2025.88)'] },
  },
  {
    id: 'CVE-2020-15778',
    ja: 'OpenSSHのscpで、宛先の指定からコマンドを実行される',
    en: 'A destination can run commands in scp of OpenSSH',
    cve: {
      by: 'mitre',
      on: '2020-07-24',
      cwe: 'CWE-78',
      cvss: ['CISA-ADP 7.8 CVSS:3.1/AV:L/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H'],
      disputed: true,
      adp: ['openbsd:openssh: [0,8.3p1]'],
    },
  },
  {
    id: 'CVE-2024-6387',
    ja: 'OpenSSHのサーバーで、ログインの制限時間の処理が競合し、コードを実行されるおそれがある',
    en: 'A race in the time limit of logging in lets code run on the OpenSSH server',
    cve: {
      by: 'redhat',
      on: '2024-07-01',
      cwe: 'CWE-364',
      cvss: ['redhat 8.1 CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H'],
      says: ['/OpenSSH: [8.5p1,9.7p1]'],
    },
    nvd: { says: ['openbsd:openssh: [8.5p1,9.8)'] },
  },
  {
    id: 'CVE-2024-39894',
    ja: 'OpenSSHで、パスワードの入力の間隔が推測される',
    en: 'The timing of a password can be guessed in OpenSSH',
    cve: {
      by: 'mitre',
      on: '2024-07-02',
      cwe: 'CWE-367',
      cvss: ['CISA-ADP 7.5 CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:H/I:H/A:H'],
      adp: ['openbsd:openssh: [9.5,9.7]'],
    },
    nvd: { says: ['openbsd:openssh: [9.5,9.8)'] },
  },
  {
    id: 'CVE-2025-32728',
    ja: 'OpenSSHで、転送を禁じる設定がX11とエージェントに効かない',
    en: 'Disabling forwarding in OpenSSH leaves out X11 and the agent',
    nvd: { on: '2025-04-10', says: ['openbsd:openssh: [7.4,10.0)'] },
  },
  {
    id: 'CVE-2025-61985',
    ja: 'OpenSSHで、ssh://のURLの特殊な文字からコードを実行されるおそれがある',
    en: 'A null character in an ssh:// address may lead to code execution in OpenSSH',
    nvd: { on: '2025-10-06', says: ['openbsd:openssh: (,10.1)'] },
  },
  {
    id: 'CVE-2026-73282',
    ja: 'OpenSSHで、遠隔の転送を同時に行うと解放したメモリを使う',
    en: 'Concurrent remote forwarding makes OpenSSH use memory that was freed',
    nvd: { on: '2026-08-11', says: ['openbsd:openssh: (,10.5)'] },
  },
  {
    id: 'CVE-2021-3177',
    ja: 'Pythonのctypesで、浮動小数点数の表示が領域を越えて書き込む',
    en: 'Showing a floating-point number overflows a buffer in ctypes of Python',
    nvd: { says: ['python:python: [3.10.0a0,3.10.0) [3.9.0a0,3.9.2) [3.8.0a0,3.8.8) [3.7.0a0,3.7.10) (,3.6.13)'] },
  },
  {
    id: 'CVE-2022-45061',
    ja: 'Pythonで、長いホスト名の変換に時間がかかりすぎる',
    en: 'Converting a long host name takes Python too long',
    nvd: {
      says: [
        'python:python: [3.12.0a0,3.12.0a3) [3.11.0a0,3.11.1) [3.10.0a0,3.10.9) [3.9.0a0,3.9.16) [3.8.0a0,3.8.16) (,3.7.16)',
      ],
    },
  },
  {
    id: 'CVE-2023-6507',
    ja: 'Python 3.12.0で、子プロセスの補助グループの権限が落とされない',
    en: 'Python 3.12.0 does not drop extra groups of a child process',
    cve: {
      by: 'PSF',
      on: '2023-12-08',
      cwe: 'CWE-269',
      cvss: ['PSF 6.1 CVSS:3.1/AV:A/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:N'],
      says: [
        {
          of: 'Python Software Foundation/CPython',
          versions: '[3.12.0,3.12.1) [3.13.0a1,3.13.0a3)',
          type: 'python',
          platforms: ['POSIX'],
        },
      ],
      adp: ['python:cpython: =3.13.0', 'python:cpython: =3.12.0'],
    },
    nvd: { says: ['python:python: [3.12.0,3.12.1) [3.13.0a1,3.13.0a3)'] },
  },
  {
    id: 'CVE-2024-0397',
    ja: 'Pythonのsslモジュールで、証明書の一覧の取得が競合する',
    en: 'Listing certificates races in the ssl module of Python',
    cve: {
      by: 'PSF',
      on: '2024-06-17',
      cwe: 'CWE-362',
      cvss: ['CISA-ADP 7.4 CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:H'],
      says: [
        {
          of: 'Python Software Foundation/CPython',
          versions: '[0,3.8.20) [3.9.0,3.9.20) [3.10.0,3.10.14) [3.11.0,3.11.9) [3.12.0,3.12.3) [3.13.0a1,3.13.0a5)',
          type: 'python',
        },
      ],
      adp: [
        {
          of: 'python_software_foundation:cpython',
          versions: '[0,3.8.20) [3.9.0,3.9.20) [3.10.0,3.10.14) [3.11.0,3.11.9) [3.12.0,3.12.3) [3.13.0a1,3.13.0a5)',
          otherwise: 'unaffected',
          type: 'python',
        },
      ],
    },
    nvd: {
      on: '2024-06-17',
      says: [
        'python:python: (,3.8.20) [3.9.0,3.9.20) [3.10.0,3.10.14) [3.11.0,3.11.9) [3.12.0,3.12.3) [3.13.0a1,3.13.0a5)',
      ],
    },
  },
  {
    id: 'CVE-2024-6232',
    ja: 'Pythonのtarfileで、ヘッダーの読み取りに極端な時間がかかる',
    en: 'Reading the header of a tar file may take Python extremely long',
    cve: {
      by: 'PSF',
      on: '2024-09-03',
      cwe: 'CWE-1333',
      says: [
        {
          of: 'Python Software Foundation/CPython',
          versions: '[0,3.8.20) [3.9.0,3.9.20) [3.10.0,3.10.15) [3.11.0,3.11.10) [3.12.0,3.12.6) [3.13.0a1,3.13.0rc2)',
          type: 'python',
        },
      ],
    },
    nvd: {
      says: ['python:python: [3.13,3.13.0rc2) [3.12,3.12.6) [3.11,3.11.10) [3.10,3.10.15) [3.9,3.9.20) (,3.8.20)'],
    },
  },
  {
    id: 'CVE-2024-8088',
    ja: 'Pythonのzipfileで、細工した名前により処理が終わらなくなる',
    en: 'Crafted names keep zipfile of Python in an endless loop',
    cve: {
      by: 'PSF',
      on: '2024-08-22',
      cwe: 'CWE-835',
      cvss: ['PSF 8.7 CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:N/S:N/AU:N/R:U/RE:L'],
      says: [
        {
          of: 'Python Software Foundation/CPython',
          versions: '[0,3.8.20) [3.9.0,3.9.20) [3.10.0,3.10.15) [3.11.0,3.11.10) [3.12.0,3.12.6) [3.13.0a1,3.13.0rc2)',
          type: 'python',
        },
      ],
      adp: ['python_software_foundation:cpython: [0,3.13.0]'],
    },
    nvd: {
      on: '2024-08-22',
      says: [
        'python:python: (,3.8.20) [3.9.0,3.9.20) [3.10.0,3.10.15) [3.11.0,3.11.10) [3.12.0,3.12.6) [3.13.0a1,3.13.0rc2)',
      ],
    },
  },
  {
    id: 'CVE-2026-0865',
    ja: 'Pythonで、改行を含む値からHTTPヘッダーを差し込まれる',
    en: 'Values with line breaks inject HTTP headers in Python',
    nvd: {
      on: '2026-01-20',
      says: [
        'python:python: (,3.10.20) [3.11.0,3.11.15) [3.12.0,3.12.13) [3.13.0,3.13.12) [3.14.0,3.14.3) [3.15.0a1,3.15.0a6)',
      ],
    },
  },
  {
    id: 'CVE-2026-3087',
    ja: 'Windows上のPythonで、ZIPの展開が指定先の外に書き込む',
    en: 'Unpacking a ZIP file on Windows writes outside its folder in Python',
    nvd: {
      on: '2026-04-27',
      says: [
        {
          of: 'python:python',
          versions:
            '(,3.10.21) [3.11.0,3.11.16) [3.12.0,3.12.14) [3.13.0,3.13.14) [3.14.0a1,3.14.5rc1) [3.15.0a1,3.15.0b1)',
          onlyOn: ['o:microsoft:windows'],
        },
      ],
    },
  },
];
