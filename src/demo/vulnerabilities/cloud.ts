import type { VulnerabilityFacts } from './shape.ts';

/** What the relay service and the app consist of. */
export const cloud: readonly VulnerabilityFacts[] = [
  {
    id: 'CVE-2021-44228',
    ja: 'Apache Log4jで、記録した文字列から遠隔のコードを実行される',
    en: 'A logged text makes Apache Log4j run remote code',
    nvd: {
      on: '2021-12-10',
      cvss: ['nvd 10.0 CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H'],
      says: ['apache:log4j: [2.0.1,2.3.1) [2.4.0,2.12.2) [2.13.0,2.15.0) =2.0 =2.0:beta9 =2.0:rc1 =2.0:rc2'],
    },
    kev: { on: '2021-12-10', due: '2021-12-24', of: 'Apache/Log4j2', ransomware: true },
  },
  {
    id: 'CVE-2022-42889',
    ja: 'Apache Commons Textの文字列の置き換えから、コードを実行される',
    en: 'Replacing variables in Apache Commons Text can run code',
    nvd: {
      on: '2022-10-13',
      says: [
        { of: 'apache:commons_text', versions: '[1.5,1.10)', target: 'maven' },
        { of: 'org.apache.commons:commons-text', versions: '[1.5,1.10)', target: 'maven' },
      ],
    },
  },
  {
    id: 'CVE-2024-9823',
    ja: 'JettyのDosFilterで、セッションの増加によりメモリが尽きる',
    en: 'Sessions use up memory in the DosFilter of Jetty',
    cve: {
      by: 'eclipse',
      on: '2024-10-14',
      cwe: 'CWE-400',
      cvss: ['eclipse 5.3 CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L'],
      says: [
        {
          of: 'Eclipse Foundation/Jetty',
          versions: '[9.0.0,9.4.54) [10.0.0,10.0.18) [11.0.0,11.0.18)',
          type: 'semvar',
          package: 'org.eclipse.jetty:jetty-servlets',
          from: 'https://repo.maven.apache.org/maven2/',
        },
        {
          of: 'Eclipse Jetty/Jetty',
          versions: '[12.0.0,12.0.3)',
          type: 'semvar',
          package: 'org.eclipse.jetty.ee8:jetty-ee8-servlets',
          from: 'https://repo.maven.apache.org/maven2/',
        },
        {
          of: 'Eclipse Jetty/Jetty',
          versions: '[12.0.0,12.0.3)',
          type: 'semver',
          package: 'org.eclipse.jetty.ee8:jetty-ee9-servlets',
          from: 'https://repo.maven.apache.org/maven2/',
        },
        {
          of: 'Eclipse Jetty/Jetty',
          versions: '[12.0.0,12.0.3)',
          type: 'semvar',
          package: 'org.eclipse.jetty.ee8:jetty-ee10-servlets',
          from: 'https://repo.maven.apache.org/maven2/',
        },
      ],
      adp: [
        {
          of: 'eclipse:jetty',
          versions: '[9.0.0,9.4.54) [10.0.0,10.0.18) [11.0.0,11.0.18) [12.0.0,12.0.3)',
          otherwise: 'unaffected',
          type: 'semver',
        },
      ],
    },
    nvd: {
      says: [
        {
          of: 'org.eclipse.jetty:jetty-servlets',
          versions: '[9.0.0,9.4.54) [10.0.0,10.0.18) [11.0.0,11.0.18)',
          target: 'maven',
        },
      ],
    },
  },
  {
    id: 'CVE-2026-44248',
    ja: 'NettyのMQTT 5の読み取りで、大きな属性によりメモリが尽きる',
    en: 'Large properties of MQTT 5 use up memory in Netty',
    nvd: {
      on: '2026-05-13',
      says: [
        { of: 'io.netty:netty-codec-mqtt', versions: '[4.2.0.alpha1,4.2.13.final) (,4.1.133.final)', target: 'maven' },
        { of: 'netty:netty', versions: '[4.2.0.alpha1,4.2.13.final) (,4.1.133.final)', target: 'maven' },
      ],
    },
  },
  {
    id: 'CVE-2020-29582',
    ja: 'Kotlinの一時ファイルを、ほかの利用者が読める',
    en: 'Temporary files of Kotlin can be read by other users',
    nvd: { on: '2021-02-03', says: [{ of: 'jetbrains:kotlin', versions: '(,1.4.21)', target: 'maven' }] },
  },
  {
    id: 'CVE-2023-32002',
    ja: 'Node.jsで、読み込みの制限を内部の関数から回避できる',
    en: 'A function of Node.js gets around the policy about modules',
    cve: {
      by: 'hackerone',
      on: '2023-08-21',
      cwe: 'CWE-288',
      says: [{ of: 'Node.js/Node.js', versions: '=20.5.0 =18.17.0 =16.20.1', type: 'semver' }],
      adp: [{ of: 'nodejs:nodejs', versions: '[0,16.20.1] [0,18.17.0] [0,20.5.0]', type: 'semver' }],
    },
    nvd: { says: ['nodejs:node.js: [19,20.5.1) [17,18.17.1) (,16.20.2)'] },
  },
  {
    id: 'CVE-2023-32559',
    ja: 'Node.jsの試験的な制限を、古い関数から回避できる',
    en: 'A deprecated function of Node.js gets around the experimental policy',
    cve: {
      by: 'hackerone',
      on: '2023-08-24',
      cwe: 'CWE-269',
      says: [{ of: 'Node.js/Node.js', versions: '=20.5.0 =18.17.0 =16.20.1', type: 'semver' }],
      adp: [{ of: 'nodejs:nodejs', versions: '[0,16.20.1) [0,18.17.0) [0,20.5.0)', type: 'semver' }],
    },
    nvd: { says: ['nodejs:node.js: [19,20.5.1) [17,18.17.1) (,16.20.2)'] },
  },
  {
    id: 'CVE-2023-38552',
    ja: 'Node.jsで、モジュールの検査値を偽れる',
    en: 'The checksum of a module can be forged in Node.js',
    nvd: { says: ['nodejs:node.js: [19,20.8.1) (,18.18.2)'] },
  },
  {
    id: 'CVE-2023-46809',
    ja: 'Node.jsのRSA復号で、処理時間から平文の手がかりが漏れる',
    en: 'The time that RSA takes in Node.js hints at the plain text',
    cve: {
      by: 'hackerone',
      on: '2024-09-07',
      cwe: 'CWE-385',
      cvss: ['CISA-ADP 7.4 CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:N'],
      says: [{ of: 'Node/https://github.com/nodejs/node', versions: '=21.6.0 =20.11.0 =18.19.0', type: 'semver' }],
      adp: [
        {
          of: 'nodejs:nodejs',
          versions: '[18.0,18.19.0] [20.0,20.11.0] [21.0,21.6.0]',
          otherwise: 'unaffected',
          type: 'semver',
        },
      ],
    },
    nvd: { says: ['nodejs:node.js: [21,21.6.1) [19,20.11.1) (,18.19.1)'] },
  },
  {
    id: 'CVE-2024-27980',
    ja: 'Windows上のNode.jsで、バッチファイルの引数からコマンドを実行される',
    en: 'Arguments of batch files run commands in Node.js on Windows',
    nvd: {
      on: '2025-01-09',
      says: [
        { of: 'nodejs:node.js', versions: '[21,21.7.3) [19,20.12.2) (,18.20.2)', onlyOn: ['o:microsoft:windows'] },
      ],
    },
  },
  {
    id: 'CVE-2026-44705',
    ja: 'npmのtmpで、一時フォルダーの外にファイルを作れる',
    en: 'The npm package tmp can make files outside the temporary folder',
    nvd: { on: '2026-06-11', says: [{ of: 'raszi:tmp', versions: '(,0.2.6)', target: 'node.js' }] },
  },
  {
    id: 'CVE-2026-73651',
    ja: 'TypeORMで、問い合わせの組み立てにSQLを差し込まれる',
    en: 'SQL can be injected into queries that TypeORM builds',
    nvd: {
      on: '2026-08-13',
      says: [{ of: 'typeorm:typeorm', versions: '(,0.3.31) [1.0.0,1.1.0)', target: 'node.js' }],
    },
  },
  {
    id: 'CVE-2022-24834',
    ja: 'RedisのLuaスクリプトで、JSONの処理がヒープを越えて書き込む',
    en: 'A Lua script overflows the heap in the JSON library of Redis',
    cve: {
      by: 'GitHub_M',
      on: '2023-07-13',
      cwe: 'CWE-122 CWE-680',
      cvss: ['GitHub_M 7 CVSS:3.1/AV:L/AC:H/PR:L/UI:N/S:U/C:H/I:H/A:H'],
      says: [
        {
          of: 'redis/redis',
          otherwise: 'unknown',
          words: ['>= 7.0.0, < 7.0.12', '>= 6.2.0, < 6.2.13', '>= 6.0.0, < 6.0.20'],
        },
      ],
      adp: ['redis:redis: [7.0.0,7.0.12) [6.2.0,6.2.13) [6.0.0,6.0.20)'],
    },
  },
  {
    id: 'CVE-2023-32067',
    ja: 'c-aresで、空の応答を接続の終わりと取り違えて止まる',
    en: 'c-ares takes an empty answer for the end of a connection',
    cve: {
      by: 'GitHub_M',
      on: '2023-05-25',
      cwe: 'CWE-400',
      cvss: ['GitHub_M 7.5 CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H'],
      says: [{ of: 'c-ares/c-ares', otherwise: 'unknown', words: ['< 1.19.1'] }],
      adp: ['c-ares:c-ares: [0,1.19.1)'],
    },
  },
  {
    id: 'CVE-2024-24989',
    ja: 'nginx 1.25.3のHTTP/3で、細工した要求により処理が落ちる',
    en: 'A crafted HTTP/3 request crashes nginx 1.25.3',
    nvd: { says: ['f5:nginx: [1.25.3,1.25.4)'] },
  },
  {
    id: 'CVE-2024-31079',
    ja: 'nginxのHTTP/3で、細工した要求により処理が落ちる',
    en: 'Crafted HTTP/3 requests end worker processes of nginx',
    cve: {
      by: 'f5',
      on: '2024-05-29',
      cwe: 'CWE-121',
      cvss: ['f5 4.8 CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:L/A:L'],
      says: [
        { of: 'F5/NGINX Open Source', versions: '[1.25.0,1.26.1)', otherwise: 'unknown', type: 'semver' },
        { of: 'F5/NGINX Plus', versions: '[R30,R32)', otherwise: 'unknown' },
      ],
      adp: ['f5:nginx: [1.25.0,1.26.0]'],
    },
    nvd: { says: ['f5:nginx: [1.25.0,1.26.1)'] },
  },
  {
    id: 'CVE-2024-32760',
    ja: 'nginxのHTTP/3の圧縮の処理で、領域の外に書き込む',
    en: 'Decoding HTTP/3 headers makes nginx write out of bounds',
    cve: {
      by: 'f5',
      on: '2024-05-29',
      cwe: 'CWE-787',
      cvss: ['f5 6.5 CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:L/A:L'],
      says: [
        { of: 'F5/NGINX Open Source', versions: '[1.25.0,1.26.1)', otherwise: 'unknown', type: 'semver' },
        { of: 'F5/NGINX Plus', versions: '[R30,R32)', otherwise: 'unknown' },
      ],
      adp: ['f5:nginx: [1.25.0,1.26.0]'],
    },
    nvd: { says: ['f5:nginx: [1.25.0,1.26.1)'] },
  },
  {
    id: 'CVE-2025-23419',
    ja: 'nginxで、セッションの再開によりクライアント証明書の要求を避けられる',
    en: 'Resuming a session gets around client certificates in nginx',
    nvd: { on: '2025-02-05', says: ['f5:nginx: [1.27,1.27.4) [1.11.4,1.26.3)'] },
  },
  {
    id: 'CVE-2025-53859',
    ja: 'nginxのメール中継で、認証の処理が領域の外を読む',
    en: 'Authentication of mail makes nginx read out of bounds',
    nvd: { on: '2025-08-13', says: ['f5:nginx: [0.7,1.29.1)'] },
  },
  {
    id: 'CVE-2026-1642',
    ja: 'nginxで、中継先との暗号通信に平文を差し込まれる',
    en: 'Plain text can be injected between nginx and an encrypted upstream',
    nvd: { on: '2026-02-04', says: ['f5:nginx: [1.3.0,1.29.5)'] },
  },
  {
    id: 'CVE-2026-27654',
    ja: 'nginxのWebDAVで、領域を越えて書き込み、処理が落ちる',
    en: 'WebDAV of nginx overflows a buffer',
    nvd: { on: '2026-03-24', says: ['f5:nginx: [1.29.0,1.29.7) [0.5.13,1.28.3)'] },
  },
  {
    id: 'CVE-2024-24789',
    ja: 'Goのarchive/zipで、壊れたZIPの読み方がほかの実装と異なる',
    en: 'archive/zip of Go reads some invalid ZIP files unlike others do',
    nvd: { says: ['golang:go: (,1.21.11) [1.22.0-0,1.22.4)'] },
  },
  {
    id: 'CVE-2025-0913',
    ja: 'Windows上のGoで、行き先のないリンクを開くとファイルが作られる',
    en: 'Opening a dangling link makes a file in Go on Windows',
    nvd: {
      on: '2025-06-11',
      says: [{ of: 'golang:go', versions: '(,1.23.10) [1.24.0-0,1.24.4)', onlyOn: ['o:microsoft:windows'] }],
    },
  },
  {
    id: 'CVE-2026-32282',
    ja: 'Linux上のGoで、権限の変更がリンクの先に及ぶ',
    en: 'Changing permissions follows a swapped link in Go on Linux',
    nvd: {
      on: '2026-04-08',
      says: [{ of: 'golang:go', versions: '(,1.25.9) [1.26.0-0,1.26.2)', onlyOn: ['o:linux:linux_kernel'] }],
    },
  },
  {
    id: 'CVE-2023-29401',
    ja: 'Ginの添付ファイルの名前に、別の名前を紛れ込ませられる',
    en: 'The name of an attachment in Gin can be changed by what is in it',
    osv: {
      id: 'GHSA-2c4m-59x9-fr2g',
      on: '2023-05-12',
      cvss: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:N/I:L/A:N',
      package: 'Go/github.com/gin-gonic/gin',
      versions: '[1.3.1-0.20190301021747-ccb9e902956d,1.9.1)',
    },
  },
  {
    id: 'CVE-2020-36567',
    ja: 'Ginの既定の記録に、任意の行を書き込まれる',
    en: 'Lines can be forged in the default log of Gin',
    osv: { id: 'GO-2020-0001', on: '2021-04-14', package: 'Go/github.com/gin-gonic/gin', versions: '[0,1.6.0)' },
  },
  {
    id: 'CVE-2024-53984',
    ja: 'nanopbで、文字列の配列の後始末が正しくない',
    en: 'nanopb releases fields wrongly after a failed decode',
    nvd: { says: [{ of: 'nanopb_project:nanopb', versions: '[0.4.0,0.4.9.1)', target: 'python' }] },
  },
  {
    id: 'CVE-2022-49043',
    ja: 'libxml2のXIncludeの処理で、解放したメモリを使う',
    en: 'XInclude of libxml2 uses memory that was freed',
    nvd: { on: '2025-01-26', says: ['xmlsoft:libxml2: [2.0.0,2.11.0)'] },
  },
  {
    id: 'CVE-2025-49794',
    ja: 'libxml2のスキーマトロンの処理で、解放したメモリを使う',
    en: 'Schematron rules make libxml2 use memory that was freed',
    nvd: { on: '2025-06-16', says: ['xmlsoft:libxml2: [2.0.0,2.13.9)'] },
  },
];
