import { createHash } from 'node:crypto';
import type { Tools } from '#access';
import { findNamedRelease } from '#inventory';
import { describeMaker } from '#organization';
import { Refusal } from '#platform/errors';
import { listTold, type ToldDecision, type VexDocument, type VexForm, type VexStatement, writeVex } from '#verdicts';
import { listStatedPlaces, listVexRevisions, type StatedPlace } from './store/vex-changes.ts';

const types: Record<VexForm, string> = {
  openvex: 'application/vnd.openvex+json',
  csaf: 'application/json',
  cyclonedx: 'application/vnd.cyclonedx+json; version=1.6',
};

export type ReleaseVex = { text: string; type: string; etag: string };

/**
 * What is decided in public of the vulnerabilities of a release, as a file; the same bytes until something changes. A verdict
 * that was carried over and that nobody has confirmed is told as under investigation; nothing behind a wall goes out.
 * @throws Refusal 'not-found' for the release, or where nothing was ever stated; 'conflict' where nothing stands any more and
 * the format has no document without a statement
 */
export async function getReleaseVex(
  tools: Pick<Tools, 'db' | 'viewer' | 'house'>,
  { id, form }: { id: string; form: VexForm },
): Promise<ReleaseVex> {
  const document = await documentOf(tools, id);
  if (document.statements.length === 0 && form !== 'cyclonedx')
    throw new Refusal('conflict', 'Nothing stands of this release.', { reason: 'nothing-stated' });
  const text = writeVex(document, form);
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  return { text, type: types[form], etag };
}

async function documentOf(
  { db, viewer, house }: Pick<Tools, 'db' | 'viewer' | 'house'>,
  id: string,
): Promise<VexDocument> {
  const release = await findNamedRelease({ db }, id);
  const revisedAt = release ? await listVexRevisions(db, id) : [];
  const at = revisedAt.at(-1);
  if (!release || at === undefined)
    throw new Refusal('not-found', `Nothing is stated of a release ${id}.`, { what: 'vex' });
  const places = await listStatedPlaces(db, viewer, id);
  const told = await listTold(
    db,
    viewer,
    places.map(({ decisionId }) => decisionId),
  );
  const product = {
    ...{ id: `urn:uuid:${id}`, name: release.model.name, version: release.version },
    ...{ purl: null, cpe: null, range: null },
  };
  const { maker } = await describeMaker({ db });
  return {
    head: { id: `urn:uuid:${uuidOf(id)}`, author: maker?.nameEn ?? 'Unknown', at, version: revisedAt.length },
    ...{ namespace: house.baseUrl, title: `Vulnerabilities of ${product.name} ${product.version}`, revisedAt },
    ...{ tool: { name: 'Mamori', version: house.version }, subject: product },
    statements: onePerPart(
      places.flatMap((place) => {
        const decision = told.get(place.decisionId);
        return decision ? [{ ...statementOf(place, decision), product }] : [];
      }),
    ),
  };
}

/** The document's own name, always the same for a release. */
function uuidOf(releaseId: string): string {
  const hex = createHash('sha256').update(`vex ${releaseId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function statementOf(
  { vulnerability, component, inherited }: StatedPlace,
  { status, justification, told, decidedAt }: ToldDecision,
): VexStatement {
  const part = component && {
    ...{ name: component.name, version: component.version, purl: component.purl, cpe: component.cpes[0] ?? null },
  };
  const said = { vulnerability, aliases: [], note: '', part, product: null, at: decidedAt.toString() };
  if (inherited)
    return { ...said, status: 'under-investigation', justification: null, impact: '', action: '', response: null };
  const isAffected = status === 'affected';
  return {
    ...{ ...said, status, justification, response: isAffected ? 'none-yet' : null },
    ...{ impact: isAffected ? '' : told, action: isAffected ? told : '' },
  };
}

/** Products that are looked up apart may be one part: the first counts, as formats know one status of a part. */
function onePerPart(statements: readonly VexStatement[]): VexStatement[] {
  const byPart = new Map<string, VexStatement>();
  for (const statement of statements) {
    const key = JSON.stringify([statement.vulnerability, statement.part]);
    if (!byPart.has(key)) byPart.set(key, statement);
  }
  return [...byPart.values()];
}
