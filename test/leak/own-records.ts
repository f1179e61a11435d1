import type pg from 'pg';
import type { OwnFacts } from '../../src/intelligence/model.ts';
import { listPhrases, setPhrase } from '../../src/intelligence/set-phrase.ts';
import { createOwnRecord, updateOwnRecord, withdrawOwnRecord } from '../../src/intelligence/write-own-record.ts';
import { insiders, known } from './callers.ts';
import type { Canaries } from './canary.ts';
import { textColumnsOf } from './columns.ts';
import { decideInside } from './verdicts.ts';
import type { World } from './world.ts';

/** A vulnerability of the demonstration; confidential records speak of it too. */
export const demoVulnerability = 'CVE-2024-2398';

/** What the open record of a round is also known by; the confidential one of the round before has named it already. */
export const nameOfRound = (round: number) => `CVE-2026-${5_000 + round}`;

/**
 * By round: parts and technologies of the demonstration that nothing else speaks of. Some of what an open record names a
 * confidential one has named before, so that whatever that one left behind would show.
 */
const subjects = {
  open: [
    { part: 'tuxfamily:chrony', technologies: ['ONVIF'] },
    { part: 'genivia:gsoap', technologies: ['RTSP'] },
    { part: 'avahi:avahi', technologies: ['SSH', 'UPnP', 'mDNS'] },
  ],
  walled: [
    { part: 'genivia:gsoap', technologies: ['UPnP'] },
    { part: 'avahi:avahi', technologies: ['NTP'] },
    { part: 'sqlite:sqlite', technologies: ['TLS'] },
  ],
};

/** Few kinds of words: each is drawn as a parameter of every call. */
type Word = (kind: 'title' | 'overview' | 'name' | 'product' | 'phrase' | 'technology' | 'reference') => string;

function factsOf(kind: keyof typeof subjects, round: number, word: Word): OwnFacts {
  const { part, technologies } = subjects[kind][round] ?? { part: '', technologies: [] };
  const cpe = (product: string) => `cpe:2.3:a:${product}:*:*:*:*:*:*:*:*`;
  const names =
    kind === 'walled' ? [demoVulnerability, nameOfRound(round + 1), word('name')] : [nameOfRound(round), word('name')];
  return {
    ...{ titleJa: word('title'), titleEn: word('title'), overview: word('overview'), names, tlp: 'red' },
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
    products: [
      { product: cpe('haxx:curl'), versions: '3.0 から 9.9 より前' },
      { product: cpe(part), versions: `${word('phrase')} のロット` },
      { product: `${word('product')}/${word('product')}`, versions: `${word('phrase')} のロット` },
    ],
    technologies: [...technologies, word('technology')],
    references: [`https://${word('reference')}.example.jp/`],
  };
}

/** The open record of a round. @returns its name */
export async function writeOpenRecord({ system }: World, round: number): Promise<string> {
  const facts = factsOf('open', round, (kind) => `open${kind}${round}`);
  return (await createOwnRecord(system, { facts, readerIds: null })).name;
}

/** The confidential one, with all that happens to such a record: it is changed, withdrawn, put back, and its words are told. */
export async function writeWalledRecord(world: World, canaries: Canaries, round: number): Promise<void> {
  const { system } = world;
  const facts = factsOf('walled', round, (kind) => canaries.of(`own-record.${kind}`));
  const readerIds = insiders.flatMap(({ personId }) => personId ?? []);
  const written = await createOwnRecord(system, { facts, readerIds });
  const { name } = written;
  canaries.know(name, 'own-record.number');
  known.add(name);
  await world.settle();
  const overview = `${facts.overview} ${canaries.of('own-record.overview')}`;
  const changed = await updateOwnRecord(system, { ...written, facts: { ...facts, overview } });
  const gone = await withdrawOwnRecord(system, { ...written, revision: changed.revision, withdrawn: true });
  await world.settle();
  await withdrawOwnRecord(system, { ...written, revision: gone.revision, withdrawn: false });
  await world.settle();
  await decideInside(world, canaries, name);
  if (round > 0) return;
  const { items } = await listPhrases(system, { which: 'waiting', limit: 100 });
  const [phrase] = items.filter(({ externalId }) => externalId === name);
  if (!phrase) throw new Error('No words of a confidential record wait for a person');
  const ranges = [{ from: null, fromIncluded: false, to: '99', toIncluded: true }];
  await setPhrase(system, { ...phrase, ranges });
  await world.settle();
}

/** What the house fills by itself when a confidential record is written and matched, with the columns whose text is the house's own. */
export const filledByOwnRecords: Record<string, string[]> = {
  record: ['source', 'state', 'original_sha256'],
  record_name: [],
  record_original: ['sha256'],
  record_revision: ['original_sha256'],
  vulnerability: ['state', 'score_version', 'labels'],
  version_phrase: ['ranges', 'person_name'],
  record_key: [],
  match: ['reason', 'needs'],
  exposure: ['reason'],
  exposure_change: [],
  exposure_count: [],
  vulnerability_count: [],
  vulnerability_change: ['cause'],
  verdict_decision: ['status', 'justification', 'reason', 'scope'],
  // The product is one that public records speak of too.
  verdict: ['product', 'scope', 'status', 'state', 'end_note'],
  verdict_confirmation: [],
  verdict_event: ['what'],
  verdict_signature: [],
};

/** Endpoints in which whoever stands inside must see a word of a confidential record. */
export const ownRecordsShowIn = [
  'intelligence.listVulnerabilities',
  'intelligence.exportVulnerabilities',
  'intelligence.getVulnerability',
  'intelligence.exportOriginal',
  'intelligence.getOwnRecord',
  'intelligence.listPhrases',
  'matching.listTouching',
  'matching.exportTouching',
  'matching.listChanges',
  'matching.listExposures',
  'matching.exportExposures',
  'matching.explain',
  'verdicts.listVerdicts',
  'verdicts.exportVerdicts',
  'access.listAudit',
];

/** @throws Error when a table that a confidential record should fill is empty, or a column of it holds no word */
export async function refuseEmptyTables(owner: pg.Client, canaries: Canaries): Promise<void> {
  for (const [table, plain] of Object.entries(filledByOwnRecords)) {
    const { rows } = await owner.query<{ kept: object }>(
      `select to_jsonb(t) as kept from ${table} t where wall_id is not null`,
    );
    if (rows.length === 0) throw new Error(`No confidential record has left a row in ${table}`);
    const says = (column: string) =>
      canaries.findIn(Buffer.from(JSON.stringify(rows.map(({ kept }) => kept[column as never])))).length > 0;
    const silent = (await textColumnsOf(owner, table)).filter((column) => !plain.includes(column) && !says(column));
    if (silent.length > 0)
      throw new Error(
        `Confidential records give no word to ${silent.join(', ')} of ${table}: a leak would not be seen`,
      );
  }
}
