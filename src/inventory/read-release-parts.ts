import { setImmediate } from 'node:timers/promises';
import type { Db } from '#platform/database';
import type { purposes } from './contract/release-components.ts';
import type { ReleaseRef } from './contract/sbom-shapes.ts';
import type { SbomContents } from './sbom/contents.ts';
import { unpackContents } from './sbom/packed-contents.ts';
import { listCorrectionsFrom } from './store/corrections.ts';
import { type HandPartRow, listHandParts } from './store/hand-parts.ts';
import { listBelow } from './store/release-components.ts';
import { listReleaseRefs } from './store/release-refs.ts';
import { listContents } from './store/sboms.ts';

type Purpose = (typeof purposes)[number];

/** What documents and people say of one component of a release and of the modules in it. */
export type SaidOfPart = { licences: Set<string>; purpose: Purpose; owners: Set<number>; handPartId: string | null };

/** Everything that a release and its modules are made of, as it is needed to tell where a component comes from. */
export type ReleaseParts = {
  /** By its id after corrections. */
  saidById: Map<number, SaidOfPart>;
  /** Components that are called so by a correction. */
  corrected: Set<number>;
  refByKey: Map<number, ReleaseRef>;
  /** By the key of the release; component ids as its document names them. */
  contentsByKey: Map<number, SbomContents>;
  /** By the key of the release that a person entered them in; component ids as they were entered. */
  handPartsByKey: Map<number, HandPartRow[]>;
  /** What a document's component is called in that release, or one entered by hand. */
  nameIn: (key: number, componentId: number) => number;
};

const partsPerTurn = 5_000;
// What says more comes first: a part that is shipped once is shipped.
const strength: readonly Purpose[] = ['shipped', 'optional', 'source', 'build', 'test'];

/** Reads the present documents and hand-entered parts of a release and of all modules in it. */
export async function readReleaseParts(db: Db, releaseKey: number): Promise<ReleaseParts> {
  const keys = await listBelow(db, releaseKey);
  const refByKey = await listReleaseRefs(db, keys);
  const contentsByKey = new Map<number, SbomContents>();
  for (const [key, bytes] of await listContents(db, keys)) contentsByKey.set(key, await unpackContents(bytes));
  const handParts = await listHandParts(
    db,
    [...refByKey.values()].map(({ id }) => id),
  );
  const nameIn = await namesIn(db, { refByKey, contentsByKey, handParts });

  const keyById = new Map([...refByKey].map(([key, { id }]) => [id, key]));
  const handPartsByKey = Map.groupBy(handParts, ({ releaseId }) => keyById.get(releaseId) as number);
  const said = { saidById: new Map(), corrected: new Set<number>() };
  const parts: ReleaseParts = { ...said, refByKey, contentsByKey, handPartsByKey, nameIn };
  for (const [key, contents] of contentsByKey) await addContents(parts, key, contents);
  for (const [key, entered] of handPartsByKey) for (const part of entered) addHandPart(parts, key, part, releaseKey);
  return parts;
}

async function addContents(parts: ReleaseParts, key: number, contents: SbomContents): Promise<void> {
  const subject = contents.head.subject;
  for (const [at, componentId] of contents.componentIds.entries()) {
    if (at % partsPerTurn === partsPerTurn - 1) await setImmediate();
    if (contents.refs[at] === subject) continue;
    const id = parts.nameIn(key, componentId);
    if (id !== componentId) parts.corrected.add(id);
    const said = saidOf(parts, id, contents.purposes[at] as Purpose);
    said.owners.add(key);
    for (const licence of contents.licences[at] ?? []) said.licences.add(licence);
  }
}

function addHandPart(parts: ReleaseParts, key: number, part: HandPartRow, releaseKey: number): void {
  const id = parts.nameIn(key, part.componentId);
  const said = saidOf(parts, id, 'shipped');
  if (part.licence !== '') said.licences.add(part.licence);
  if (key === releaseKey) said.handPartId = part.id;
  else said.owners.add(key);
}

function saidOf({ saidById }: ReleaseParts, id: number, purpose: Purpose): SaidOfPart {
  const known = saidById.get(id);
  if (!known) {
    const said: SaidOfPart = { licences: new Set(), purpose, owners: new Set(), handPartId: null };
    saidById.set(id, said);
    return said;
  }
  if (strength.indexOf(purpose) < strength.indexOf(known.purpose)) known.purpose = purpose;
  return known;
}

async function namesIn(
  db: Db,
  {
    refByKey,
    contentsByKey,
    handParts,
  }: Pick<ReleaseParts, 'refByKey' | 'contentsByKey'> & { handParts: HandPartRow[] },
): Promise<ReleaseParts['nameIn']> {
  const fromIds = new Set(handParts.map(({ componentId }) => componentId));
  for (const { componentIds } of contentsByKey.values()) for (const id of componentIds) fromIds.add(id);
  const releaseIds = [...refByKey.values()].map(({ id }) => id);
  const corrections = await listCorrectionsFrom(db, { releaseIds, fromIds: [...fromIds] });
  if (corrections.length === 0) return (_key, componentId) => componentId;
  const toId = new Map(corrections.map((row) => [`${row.releaseId ?? ''}/${row.fromId}`, row.toId]));
  return (key, componentId) =>
    toId.get(`${refByKey.get(key)?.id}/${componentId}`) ?? toId.get(`/${componentId}`) ?? componentId;
}
