import type { Evidence, Opinion, Reason } from './evidence.ts';

/** How an opinion that did not decide stands to the one that did, and why it was not used. */
export type Aside =
  | 'agrees'
  | 'contradicts' // both count, and that is why a person must look
  | 'withdrawn'
  | 'rejected' // the record as a whole is closed
  | 'weak-identity'
  | 'settled' // what is built in the release decides
  | 'says-nothing'
  | 'own-first'
  | 'database-first'
  | 'owner-first'
  | 'same-record' // another place of the record that decided
  | 'outweighed';

const silent: ReadonlySet<Reason> = new Set([
  'no-range',
  'empty-range',
  'unread-phrase',
  'other-scheme',
  'no-order',
  'negated',
]);

/** In the order in which sources are decided between (`evaluate/decide.ts`). */
export function asideOf({ decided }: Pick<Evidence, 'decided'>, other: Opinion): Aside {
  if (other.reason === 'withdrawn') return 'withdrawn';
  if (decided.reason === 'rejected') return 'rejected';
  if (other.tier > 4 && decided.tier <= 4) return 'weak-identity';
  if (decided.reason === 'not-built' && other.reason !== 'not-built') return 'settled';
  if (other.value === decided.value && !silent.has(other.reason)) return 'agrees';
  if (silent.has(other.reason)) return 'says-nothing';
  if (decided.reason === 'sources-disagree') return 'contradicts';
  if (isSameVoice(other, decided)) return 'same-record';
  if (decided.role === 'own' && other.role !== 'own') return 'own-first';
  if (isOfDatabase(decided) && !isOfDatabase(other)) return 'database-first';
  if (decided.role === 'owner' && other.role !== 'owner') return 'owner-first';
  return 'outweighed';
}

const isSameVoice = (one: Opinion, other: Opinion) =>
  one.source === other.source && one.externalId === other.externalId && one.by === other.by;

const isOfDatabase = ({ role, product }: Opinion) => role === 'ecosystem' && product.space === 'purl';
