import type { Tools } from '#access';
import { findNamedRelease } from '#inventory';
import { Refusal } from '#platform/errors';
import { listTold, type ToldDecision } from '#verdicts';
import { listVexChanges, type VexChangeRow } from './store/vex-changes.ts';

const atOnce = 100;

/**
 * The differences of what is published of a release, newest first, as a JSON Feed; older ones under `next_url`.
 * @throws Refusal 'not-found'
 * @source JSON Feed 1.1; what a feed has no word for stands in `_vex`
 */
export async function getVexFeed(
  { db, viewer, house }: Pick<Tools, 'db' | 'viewer' | 'house'>,
  { id, before }: { id: string; before: number | null },
): Promise<string> {
  const release = await findNamedRelease({ db }, id);
  if (!release) throw new Refusal('not-found', `There is no release ${id}.`, { what: 'release' });
  const rows = await listVexChanges(db, viewer, { releaseId: id, before, limit: atOnce + 1 });
  const told = await listTold(
    db,
    viewer,
    rows.flatMap((row) => [row.before, row.after].filter((one) => one !== null)),
  );
  const url = `${house.baseUrl.replace(/\/$/, '')}/api/releases/${id}/vex`;
  const shown = rows.slice(0, atOnce);
  const last = shown.at(-1);
  return JSON.stringify({
    ...{ version: 'https://jsonfeed.org/version/1.1', title: `VEX: ${release.model.name} ${release.version}` },
    feed_url: `${url}/feed.json`,
    ...(rows.length > atOnce && last && { next_url: `${url}/feed.json?before=${last.id}` }),
    items: shown.map((row) => itemOf(row, told, url)),
  });
}

type State = { status: string; justification: string | null; told: string; decided_at: string };

function itemOf(row: VexChangeRow, told: ReadonlyMap<string, ToldDecision>, url: string) {
  const before = stateOf(row.before, row.inheritedBefore, told);
  const after = stateOf(row.after, row.inherited, told);
  const words = [before, after].map((state) => state?.status.replaceAll('_', ' ') ?? 'nothing stated');
  return {
    ...{ id: `${url}/feed.json#${row.id}`, url: `${url}/openvex.json`, date_published: row.at.toString() },
    title: `${row.vulnerability}: ${words.join(' → ')}`,
    content_text: [`${row.vulnerability} (${row.product})`, `${words.join(' → ')}`, after?.told]
      .filter(Boolean)
      .join('\n'),
    _vex: { vulnerability: row.vulnerability, product: row.product, before, after },
  };
}

/** In the words of OpenVEX. A decision that was drawn behind a wall since is none. */
function stateOf(id: string | null, inherited: boolean, told: ReadonlyMap<string, ToldDecision>): State | null {
  const decision = id === null ? undefined : told.get(id);
  if (!decision) return null;
  const { status, justification, told: text, decidedAt } = decision;
  const known = inherited
    ? { status: 'under-investigation', justification: null, told: '' }
    : { status, justification, told: text };
  return {
    ...{ status: known.status.replaceAll('-', '_'), justification: known.justification?.replaceAll('-', '_') ?? null },
    ...{ told: known.told, decided_at: decidedAt.toString() },
  };
}
