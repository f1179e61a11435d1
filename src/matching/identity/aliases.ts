import { data } from './aliases/data.ts';
import { languages } from './aliases/languages.ts';
import { media } from './aliases/media.ts';
import { network } from './aliases/network.ts';
import { type AliasRow, readRows } from './aliases/read-rows.ts';
import { security } from './aliases/security.ts';
import { system } from './aliases/system.ts';
import { things } from './aliases/things.ts';
import { web } from './aliases/web.ts';

/**
 * Facts: under which names of CPE the records speak of a project, vendor moves included, who says so and as of when.
 * Names that are everyday words stand in `plainWords` as well.
 */
export const aliasRows: readonly AliasRow[] = [system, security, network, web, things, data, media, languages].flatMap(
  readRows,
);

/** Everyday words: a bare name is not enough, a package or the vendor must say so too. */
export const plainWords: ReadonlySet<string> = new Set(
  `ace acl apache audit bind boa bolt chicken cockpit dash dhcp enlightenment file flex fuse git go joe jose
  kernel less links mesa mongoose moby motion neon orc pam pango patch poco raptor screen shadow shim snappy
  snort spice supervisor synergy tar thrift transmission trinity uci varnish wpa zip`.split(/\s+/),
);
