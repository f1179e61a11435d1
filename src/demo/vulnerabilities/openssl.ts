import type { VulnerabilityFacts } from './shape.ts';

/** OpenSSL. */
export const openssl: readonly VulnerabilityFacts[] = [
  {
    id: 'CVE-2019-1547',
    ja: 'OpenSSLの楕円曲線の署名で、処理時間から鍵の手がかりが漏れる',
    en: 'The time that signing on explicit curves takes in OpenSSL hints at the key',
    cve: {
      by: 'openssl',
      on: '2019-09-10',
      says: [
        {
          of: 'OpenSSL/OpenSSL',
          otherwise: 'unknown',
          words: [
            'Fixed in OpenSSL 1.1.1d (Affected 1.1.1-1.1.1c)',
            'Fixed in OpenSSL 1.1.0l (Affected 1.1.0-1.1.0k)',
            'Fixed in OpenSSL 1.0.2t (Affected 1.0.2-1.0.2s)',
          ],
        },
      ],
    },
  },
  {
    id: 'CVE-2021-3711',
    ja: 'OpenSSLのSM2復号で、領域を越えて書き込む',
    en: 'Decryption by SM2 in OpenSSL writes beyond its buffer',
    cve: {
      by: 'openssl',
      on: '2021-08-24',
      cwe: 'CWE-120',
      says: [{ of: 'OpenSSL/OpenSSL', words: ['Fixed in OpenSSL 1.1.1l (Affected 1.1.1-1.1.1k)'] }],
    },
    nvd: {
      on: '2021-08-24',
      cvss: ['nvd 9.8 CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'],
      says: ['openssl:openssl: [1.1.1,1.1.1l)'],
    },
  },
  {
    id: 'CVE-2021-23839',
    ja: 'SSLv2を使えるOpenSSLのサーバーで、版を下げさせる攻撃を見逃す',
    en: 'An OpenSSL server with SSLv2 misses that the protocol was rolled back',
    cve: {
      by: 'openssl',
      on: '2021-02-16',
      says: [
        { of: 'OpenSSL/OpenSSL', otherwise: 'unknown', words: ['Fixed in OpenSSL 1.0.2y (Affected 1.0.2s-1.0.2x)'] },
      ],
    },
    nvd: { says: ['openssl:openssl: [1.0.2s,1.0.2y)'] },
  },
  {
    id: 'CVE-2021-23841',
    ja: 'OpenSSLが証明書の発行者を読めないとき、異常終了する',
    en: 'OpenSSL crashes when it cannot read the issuer of a certificate',
    cve: {
      by: 'openssl',
      on: '2021-02-16',
      says: [
        {
          of: 'OpenSSL/OpenSSL',
          otherwise: 'unknown',
          words: ['Fixed in OpenSSL 1.1.1j (Affected 1.1.1-1.1.1i)', 'Fixed in OpenSSL 1.0.2y (Affected 1.0.2-1.0.2x)'],
        },
      ],
    },
  },
  {
    id: 'CVE-2022-2097',
    ja: '32ビットx86のOpenSSLで、AES OCBのデータの一部が暗号化されない',
    en: 'OpenSSL leaves a part of the data in the clear with AES OCB on 32-bit x86',
    cve: {
      by: 'openssl',
      on: '2022-07-05',
      says: [
        {
          of: 'OpenSSL/OpenSSL',
          otherwise: 'unknown',
          words: ['Fixed in OpenSSL 3.0.5 (Affected 3.0.0-3.0.4)', 'Fixed in OpenSSL 1.1.1q (Affected 1.1.1-1.1.1p)'],
        },
      ],
      adp: ['openssl:openssl: [1.1.1,1.1.1q)', 'openssl:openssl: [3.0.0,3.0.5)'],
    },
  },
  {
    id: 'CVE-2022-2274',
    ja: 'AVX512を使うOpenSSL 3.0.4で、RSAの計算がメモリを壊す',
    en: 'RSA of OpenSSL 3.0.4 corrupts memory on processors with AVX512',
    nvd: { says: ['openssl:openssl: [3.0.4,3.0.5)'] },
  },
  {
    id: 'CVE-2022-3996',
    ja: 'OpenSSLの証明書ポリシーの検査で、同じロックを二重に取り処理が止まる',
    en: 'Checking certificate policies in OpenSSL takes a lock twice and hangs',
    cve: {
      by: 'openssl',
      on: '2022-12-13',
      cwe: 'CWE-667',
      cvss: ['CISA-ADP 7.5 CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H'],
      says: [{ of: 'OpenSSL/OpenSSL', versions: '[3.0.0,3.0.7]', type: 'semver' }],
      adp: ['openssl:openssl: [3.0.0,3.0.7)'],
    },
    nvd: { says: ['openssl:openssl: [3.0.0,3.0.8)'] },
  },
  {
    id: 'CVE-2023-0217',
    ja: 'OpenSSLが不正なDSA公開鍵を検査すると、異常終了する',
    en: 'Checking a malformed DSA key crashes OpenSSL',
    nvd: { says: ['openssl:openssl: [3.0.0,3.0.8)'] },
  },
  {
    id: 'CVE-2023-2975',
    ja: 'OpenSSLのAES-SIVで、空の関連データが検証されない',
    en: 'AES-SIV of OpenSSL does not authenticate empty associated data',
    nvd: { says: ['openssl:openssl: [3.1.0,3.1.2) [3.0.0,3.0.10)'] },
  },
  {
    id: 'CVE-2023-6237',
    ja: 'OpenSSLで、極端に長いRSA公開鍵の検査に長い時間がかかる',
    en: 'Checking a very long RSA key keeps OpenSSL busy for long',
    cve: {
      by: 'openssl',
      on: '2024-04-25',
      cwe: 'CWE-606',
      says: [{ of: 'OpenSSL/OpenSSL', versions: '[3.0.0,3.0.13) [3.1.0,3.1.5) [3.2.0,3.2.1)', type: 'semver' }],
    },
    nvd: { says: ['openssl:openssl: [3.0.0,3.0.13) [3.1.0,3.1.5) [3.2.0,3.2.1)'] },
  },
  {
    id: 'CVE-2024-2511',
    ja: 'TLS 1.3のOpenSSLサーバーで、セッションのメモリが増え続ける',
    en: 'Sessions of TLS 1.3 let the memory of an OpenSSL server grow without bound',
    cve: {
      by: 'openssl',
      on: '2024-04-08',
      cwe: 'CWE-1325',
      says: [
        {
          of: 'OpenSSL/OpenSSL',
          versions: '[3.2.0,3.2.2) [3.1.0,3.1.6) [3.0.0,3.0.14) [1.1.1,1.1.1y)',
          type: 'semver',
        },
      ],
    },
    nvd: { says: ['openssl:openssl: [3.2.0,3.2.2) [3.1.0,3.1.6) [3.0.0,3.0.14) [1.1.1,1.1.1y)'] },
  },
  {
    id: 'CVE-2024-4741',
    ja: 'OpenSSLのSSL_free_buffersのあと、解放したメモリに触れることがある',
    en: 'After SSL_free_buffers OpenSSL may touch memory that was freed',
    nvd: { says: ['openssl:openssl: [3.3.0,3.3.1) [3.2.0,3.2.2) [3.1.0,3.1.6) [3.0.0,3.0.14) [1.1.1,1.1.1y)'] },
  },
  {
    id: 'CVE-2024-5535',
    ja: 'OpenSSLのSSL_select_next_protoが、空の一覧を渡されると領域の外を読む',
    en: 'SSL_select_next_proto of OpenSSL reads beyond an empty list of protocols',
    cve: {
      by: 'openssl',
      on: '2024-06-27',
      cwe: 'CWE-200',
      cvss: ['CISA-ADP 9.1 CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:H'],
      says: [
        {
          of: 'OpenSSL/OpenSSL',
          versions: '[3.3.0,3.3.2) [3.2.0,3.2.3) [3.1.0,3.1.7) [3.0.0,3.0.15) [1.1.1,1.1.1za) [1.0.2,1.0.2zk)',
          type: 'semver',
        },
      ],
      adp: [
        'openssl:openssl: [3.3.0,3.3.2) [3.2.0,3.2.3) [3.1.0,3.1.7) [3.0.0,3.0.15) [1.1.1,1.1.1za) [1.0.2,1.0.2zk)',
      ],
    },
    nvd: {
      says: [
        'openssl:openssl: [3.3.0,3.3.2) [3.2.0,3.2.3) [3.1.0,3.1.7) [3.0.0,3.0.15) [1.1.1,1.1.1za) [1.0.2,1.0.2zk)',
      ],
    },
  },
  {
    id: 'CVE-2024-9143',
    ja: 'OpenSSLの楕円曲線の処理で、不正なパラメーターにより領域の外に触れる',
    en: 'Invalid parameters of a curve make OpenSSL touch memory out of bounds',
    cve: {
      by: 'openssl',
      on: '2024-10-16',
      cwe: 'CWE-787',
      says: [
        {
          of: 'OpenSSL/OpenSSL',
          versions: '[3.3.0,3.3.3) [3.2.0,3.2.4) [3.1.0,3.1.8) [3.0.0,3.0.16) [1.1.1,1.1.1zb) [1.0.2,1.0.2zl)',
          type: 'semver',
        },
      ],
    },
    nvd: {
      says: [
        'openssl:openssl: [3.3.0,3.3.3) [3.2.0,3.2.4) [3.1.0,3.1.8) [3.0.0,3.0.16) [1.1.1,1.1.1zb) [1.0.2,1.0.2zl)',
      ],
    },
  },
  {
    id: 'CVE-2024-12797',
    ja: '生の公開鍵を使うOpenSSLのクライアントで、相手の認証の失敗に気づけない',
    en: 'Clients of OpenSSL with raw public keys may not notice that a server failed to authenticate',
    nvd: { on: '2025-02-11', says: ['openssl:openssl: [3.4.0,3.4.1) [3.3.0,3.3.3) [3.2.0,3.2.4)'] },
  },
  {
    id: 'CVE-2024-13176',
    ja: 'OpenSSLのECDSA署名で、処理時間から秘密鍵の手がかりが漏れる',
    en: 'The time that ECDSA signing takes in OpenSSL hints at the private key',
    nvd: {
      on: '2025-01-20',
      says: [
        'openssl:openssl: [3.4.0,3.4.1) [3.3.0,3.3.3) [3.2.0,3.2.4) [3.1.0,3.1.8) [3.0.0,3.0.16) [1.1.1,1.1.1zb) [1.0.2,1.0.2zl)',
      ],
    },
  },
  {
    id: 'CVE-2025-4575',
    ja: 'opensslコマンドで、拒否するはずの用途が信頼する用途として書かれる',
    en: 'The openssl command marks a use as trusted where it was to be rejected',
    nvd: { on: '2025-05-22', says: ['openssl:openssl: [3.5.0,3.5.1)'] },
  },
  {
    id: 'CVE-2025-9230',
    ja: 'OpenSSLのパスワード付きCMSの復号で、領域の外を読み書きする',
    en: 'Decrypting CMS with a password in OpenSSL reads and writes out of bounds',
    nvd: {
      on: '2025-09-30',
      says: [
        'openssl:openssl: [3.5.0,3.5.4) [3.4.0,3.4.3) [3.3.0,3.3.5) [3.2.0,3.2.6) [3.0.0,3.0.18) [1.1.1,1.1.1zd) [1.0.2,1.0.2zm)',
      ],
    },
  },
  {
    id: 'CVE-2025-9231',
    ja: '64ビットARMのOpenSSLで、SM2の処理時間から鍵が漏れるおそれがある',
    en: 'The time that SM2 takes in OpenSSL on 64-bit ARM may tell the key',
    nvd: { on: '2025-09-30', says: ['openssl:openssl: [3.5.0,3.5.4) [3.4.0,3.4.3) [3.3.0,3.3.5) [3.2.0,3.2.6)'] },
  },
  {
    id: 'CVE-2025-9232',
    ja: 'OpenSSLのHTTPクライアントで、no_proxyの照合が領域の外を読む',
    en: 'Comparing with no_proxy makes the HTTP client of OpenSSL read out of bounds',
    nvd: {
      on: '2025-09-30',
      says: ['openssl:openssl: [3.5.0,3.5.4) [3.4.0,3.4.3) [3.3.3,3.3.5) [3.2.4,3.2.6) [3.0.16,3.0.18)'],
    },
  },
  {
    id: 'CVE-2025-11187',
    ja: 'OpenSSLのPKCS#12の検査で、パラメーターによりスタックを越えて書き込む',
    en: 'Parameters of a PKCS#12 file overflow the stack in OpenSSL',
    nvd: { on: '2026-01-27', says: ['openssl:openssl: [3.6.0,3.6.1) [3.5.0,3.5.5) [3.4.0,3.4.4)'] },
  },
  {
    id: 'CVE-2025-15467',
    ja: 'OpenSSLのCMSの読み取りで、細工したデータがスタックを越えて書き込む',
    en: 'Crafted CMS data overflow the stack in OpenSSL',
    nvd: {
      on: '2026-01-27',
      says: ['openssl:openssl: [3.6.0,3.6.1) [3.5.0,3.5.5) [3.4.0,3.4.4) [3.3.0,3.3.6) [3.0.0,3.0.19)'],
    },
  },
  {
    id: 'CVE-2025-68160',
    ja: 'OpenSSLの行単位の出力で、改行のない長いデータがヒープを越えて書き込む',
    en: 'Long data without line breaks overflow the heap in a line-buffered BIO of OpenSSL',
    nvd: {
      on: '2026-01-27',
      says: [
        'openssl:openssl: [3.6.0,3.6.1) [3.5.0,3.5.5) [3.4.0,3.4.4) [3.3.0,3.3.6) [3.0.0,3.0.19) [1.1.1,1.1.1ze) [1.0.2,1.0.2zn)',
      ],
    },
  },
  {
    id: 'CVE-2025-69421',
    ja: 'OpenSSLで、壊れたPKCS#12ファイルを開くと異常終了する',
    en: 'Opening a malformed PKCS#12 file crashes OpenSSL',
    nvd: {
      on: '2026-01-27',
      says: [
        'openssl:openssl: [3.6.0,3.6.1) [3.5.0,3.5.5) [3.4.0,3.4.4) [3.3.0,3.3.6) [3.0.0,3.0.19) [1.1.1,1.1.1ze) [1.0.2,1.0.2zn)',
      ],
    },
  },
  {
    id: 'CVE-2026-2673',
    ja: 'OpenSSLのTLS 1.3サーバーが、意図した鍵交換の方式を選ばないことがある',
    en: 'An OpenSSL server of TLS 1.3 may not choose the key exchange that was preferred',
    nvd: { on: '2026-03-13', says: ['openssl:openssl: [3.6.0,3.6.2) [3.5.0,3.5.6)'] },
  },
  {
    id: 'CVE-2026-28388',
    ja: 'OpenSSLで、番号のない差分の失効リストを処理すると異常終了する',
    en: 'A delta revocation list without its number crashes OpenSSL',
    nvd: {
      on: '2026-04-07',
      says: [
        'openssl:openssl: [3.6.0,3.6.2) [3.5.0,3.5.6) [3.4.0,3.4.5) [3.3.0,3.3.7) [3.0.0,3.0.20) [1.1.1,1.1.1zg) [1.0.2,1.0.2zp)',
      ],
    },
  },
  {
    id: 'CVE-2026-31789',
    ja: '32ビット環境のOpenSSLで、巨大なデータの16進表記への変換がヒープを越えて書き込む',
    en: 'Writing very large data as hexadecimal overflows the heap in OpenSSL on 32-bit platforms',
    nvd: {
      on: '2026-04-07',
      says: ['openssl:openssl: [3.6.0,3.6.2) [3.5.0,3.5.6) [3.4.0,3.4.5) [3.3.0,3.3.7) [3.0.0,3.0.20)'],
    },
  },
  {
    id: 'CVE-2026-34180',
    ja: 'OpenSSLで、2GBを超える要素を含むASN.1の読み取りがヒープの外を読む',
    en: 'An ASN.1 element of more than 2 GB makes OpenSSL read beyond the heap',
    nvd: {
      on: '2026-06-09',
      says: [
        'openssl:openssl: [4.0.0,4.0.1) [3.6.0,3.6.3) [3.5.0,3.5.7) [3.4.0,3.4.6) [3.0.0,3.0.21) [1.1.1,1.1.1zh) [1.0.2,1.0.2zq)',
      ],
    },
  },
];
