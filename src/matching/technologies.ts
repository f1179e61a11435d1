import type { Statement } from '#intelligence/pure';
import { type Match, matched } from './evaluate/match-of.ts';
import type { Opinion } from './evidence.ts';
import { foldName } from './identity/fold.ts';

/**
 * A vulnerability of a protocol or technology, held against the technologies that a model or release is tagged with.
 * @returns 'may-apply' that names what they share, or null when they share nothing or the record is closed
 */
export function technologyMatches(tags: readonly string[], statement: Statement): Match | null {
  if (statement.state !== 'published') return null;
  const ours = new Set(tags.map(foldName));
  const shared = statement.technologies.filter((technology) => ours.has(foldName(technology)));
  const [first] = shared;
  if (first === undefined) return null;
  const opinion: Opinion = {
    value: 'may-apply',
    reason: 'technology',
    source: statement.source,
    externalId: statement.externalId,
    by: statement.by ?? statement.source,
    role: statement.source === 'own' ? 'own' : 'analyst',
    path: '/technologies',
    product: { space: 'name', vendor: '', product: first },
    tier: 7,
    why: 'name',
    scheme: null,
    version: null,
    range: null,
    detail: shared.join(', '),
    needs: null,
  };
  return matched({ shape: 1, value: 'may-apply', decided: opinion, others: [] });
}
