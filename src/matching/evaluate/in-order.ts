import { type Statement, sourceIds } from '#intelligence/pure';
import type { Opinion } from '../evidence.ts';
import { keysOf } from '../identity/keys.ts';

type Said = Pick<Statement, 'source' | 'externalId'>;

/**
 * Opinions by their source and their place in its record. Of several that weigh the same the first is named, which must
 * depend neither on which record came in first nor on what was decided before.
 */
export function inOrder(opinions: readonly Opinion[]): readonly Opinion[] {
  if (opinions.length < 2) return opinions;
  return opinions.toSorted((a, b) => bySource(a, b) || byPlace(a.path, b.path) || byText(keyOf(a), keyOf(b)));
}

/** The word of whoever gives the numbers that this is no vulnerability: it closes whatever others still say. */
export function rejectionOf(statements: readonly Statement[]): Statement | undefined {
  const isRejection = ({ state, source }: Statement) => state === 'rejected' && (source === 'cve' || source === 'nvd');
  return statements.filter(isRejection).sort(bySource)[0];
}

const bySource = (a: Said, b: Said) =>
  sourceIds.indexOf(a.source) - sourceIds.indexOf(b.source) || byText(a.externalId, b.externalId);
/** "/affected/2" before "/affected/10". */
const byPlace = (a: string, b: string) => a.length - b.length || byText(a, b);
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const keyOf = ({ product }: Opinion) => keysOf(product)[0] ?? '';
