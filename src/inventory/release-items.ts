import { setImmediate } from 'node:timers/promises';
import type { Db } from '#platform/database';
import { type ReleaseParts, readReleaseParts } from './read-release-parts.ts';
import { barePart } from './sbom/bare-part.ts';
import { itemsOf } from './sbom/contents.ts';
import type { ReleaseFacts } from './sbom/exported-release.ts';
import { type Outline, outlineOf } from './sbom/outline.ts';
import type { SbomItem, SbomPart } from './sbom/parts.ts';
import { type KeptComponent, listComponents } from './store/components.ts';
import * as store from './store/release-facts.ts';

/** Everything that a release and the modules in it consist of, as one bill of materials. */
export type ReleaseItems = { release: ReleaseFacts; items: SbomItem[] };

type Reading = {
  parts: ReleaseParts;
  components: ReadonlyMap<number, KeptComponent>;
  facts: ReadonlyMap<number, store.ReleaseFactsRow>;
  statements: Awaited<ReturnType<typeof store.listStatementsOf>>;
  maker: string | null;
};

/**
 * Reads a release with the modules in it: each module is a part, and what it consists of stands in it. Components are
 * named as they have been corrected; hand-entered parts stand at the top of their release.
 * @param maker  supplies the modules too; null: nobody has said who that is
 */
export async function readReleaseItems(db: Db, releaseKey: number, maker: string | null): Promise<ReleaseItems> {
  const parts = await readReleaseParts(db, releaseKey);
  const keys = [...parts.refByKey.keys()];
  const [facts, contained, statements] = await Promise.all([
    store.listReleaseFacts(db, keys),
    store.listContainedIn(db, keys),
    store.listStatementsOf(db, keys),
  ]);
  const components = await listComponents(db, [...idsIn(parts)]);
  const reading: Reading = { parts, components, facts, statements, maker };
  const items: SbomItem[] = [];
  await addInTurns(items, ownItems(reading, releaseKey));
  for (const key of keys) {
    if (key !== releaseKey) await addInTurns(items, moduleItems(reading, key, await outlineOf(ownItems(reading, key))));
  }
  for (const { above, below } of contained) {
    // The release itself contains what nothing else leads to.
    if (above === releaseKey) continue;
    items.push({
      is: 'edge',
      edge: { from: moduleRef(reading, above), to: moduleRef(reading, below), kind: 'contains' },
    });
  }
  return { release: describeRelease(reading, releaseKey), items };
}

const itemsPerTurn = 5_000;

/** Others are answered meanwhile. */
async function addInTurns(items: SbomItem[], more: Iterable<SbomItem>): Promise<void> {
  for (const item of more) {
    items.push(item);
    if (items.length % itemsPerTurn === 0) await setImmediate();
  }
}

function idsIn({ contentsByKey, handPartsByKey, nameIn }: ReleaseParts): Set<number> {
  const found = new Set<number>();
  for (const [key, { componentIds }] of contentsByKey) for (const id of componentIds) found.add(nameIn(key, id));
  for (const [key, entered] of handPartsByKey) for (const part of entered) found.add(nameIn(key, part.componentId));
  return found;
}

/** One release without its modules, in the refs of its own document. */
function* ownItems(reading: Reading, key: number): Generator<SbomItem> {
  const { parts, components } = reading;
  const named = (id: number): KeptComponent | undefined => components.get(parts.nameIn(key, id));
  const contents = parts.contentsByKey.get(key);
  if (contents) yield* itemsOf(contents, { get: named });
  for (const { id, componentId, licence } of parts.handPartsByKey.get(key) ?? []) {
    const component = named(componentId);
    if (component) yield { is: 'part', part: handPart(handPartRef(id), component, licence) };
  }
  yield* ownStatements(reading, key);
}

const handPartRef = (id: string): string => `hand-part-${id}`;

/** What was stated of components that are still there, by their refs. */
function* ownStatements({ parts, statements }: Reading, key: number): Generator<SbomItem> {
  const own = statements.filter((statement) => statement.key === key);
  if (own.length === 0) return;
  const meant = new Map(own.map(({ componentId }) => [componentId, [] as string[]]));
  const note = (componentId: number, ref: string) => {
    // A statement may have come before or after the correction.
    for (const id of new Set([componentId, parts.nameIn(key, componentId)])) meant.get(id)?.push(ref);
  };
  const { componentIds = [], refs = [] } = parts.contentsByKey.get(key) ?? {};
  for (const [at, id] of componentIds.entries()) note(id, refs[at] as string);
  for (const part of parts.handPartsByKey.get(key) ?? []) note(part.componentId, handPartRef(part.id));
  for (const { key: _, componentId, ...said } of own) {
    const about = meant.get(componentId) ?? [];
    if (componentId === null || about.length > 0) yield { is: 'statement', statement: { ...said, refs: about } };
  }
}

function handPart(ref: string, { name, version, purl, cpes, supplier }: KeptComponent, licence: string): SbomPart {
  return {
    ...barePart(ref, name, ''),
    version,
    purl,
    cpes,
    supplier,
    licences: licence === '' ? [] : [licence],
  };
}

/** A module as a part, with everything in it below; refs are made its own. */
function* moduleItems(reading: Reading, key: number, outline: Outline): Generator<SbomItem> {
  const { subject, subjectRef, parts, edges, statements } = outline;
  const own = moduleRef(reading, key);
  const refOf = (ref: string) => (ref === subjectRef ? own : `${own}#${ref}`);
  const { model, version, firmwareSha256, kind } = describeRelease(reading, key);
  yield {
    is: 'part',
    part: {
      ...(subject ?? barePart(own, model, '')),
      ...{ ref: own, name: model, version, kind, supplier: reading.maker, purpose: 'shipped' },
      hashes: { ...subject?.hashes, ...(firmwareSha256 === null ? {} : { SHA256: firmwareSha256 }) },
    },
  };
  for (const part of parts.values()) yield { is: 'part', part: { ...part, ref: refOf(part.ref) } };
  for (const { from, to, kind } of edges) yield { is: 'edge', edge: { from: refOf(from), to: refOf(to), kind } };
  for (const statement of statements) {
    const refs = statement.refs.length === 0 ? [own] : statement.refs.map(refOf);
    yield { is: 'statement', statement: { ...statement, refs } };
  }
}

const moduleRef = ({ facts }: Reading, key: number): string => `urn:uuid:${facts.get(key)?.id}`;

const kinds = { device: 'firmware', module: 'firmware', app: 'application', service: 'application' } as const;

function describeRelease({ facts, maker }: Reading, key: number): ReleaseFacts {
  const { line, model, kind, version, hardware, firmwareSha256, releasedOn } = facts.get(key) as store.ReleaseFactsRow;
  return { maker, line, model, kind: kinds[kind], version, hardware, firmwareSha256, releasedOn };
}
