import type { Criterion, Range, Statement } from '#intelligence/pure';
import { compareVersions, type Scheme } from '#versions/version-key';
import type { Evidence, Opinion, Reason } from './evidence.ts';
import { originalsOf } from './in-release/needs-of.ts';
import { sourceName } from './source-name.ts';

/** Up to where a range goes that holds a version of ours, as the record writes it. */
export type Fix = {
  version: string;
  /** The first version outside, or the last one inside: what comes after it is not said to be fixed. */
  is: 'first-outside' | 'last-inside';
  /** By whose record, in both languages. */
  by: { ja: string; en: string }[];
};

/**
 * The first version outside of what is affected, by each record whose range holds ours; that of the record that decided
 * comes first. Records that agree are one; several mean that they do not.
 */
export function fixesOf(evidence: Evidence, statements: readonly Statement[]): Fix[] {
  const { decided } = evidence;
  const holding = originalsOf(evidence)
    .filter((one) => isHolding(one) && (one.tier <= 4 || decided.tier > 4))
    .sort((a, b) => Number(isOf(b, decided)) - Number(isOf(a, decided)));
  const found = holding.flatMap((opinion) => {
    const end = endOf(opinion, criterionOf(opinion, statements));
    return end === null ? [] : [{ ...end, by: nameOf(opinion) }];
  });
  return [...Map.groupBy(found, ({ version, is }) => `${is} ${version}`).values()].map(([first, ...rest]) => ({
    version: first?.version ?? '',
    is: first?.is ?? 'first-outside',
    by: unique([first, ...rest].flatMap((one) => one?.by ?? [])),
  }));
}

const uncompared: ReadonlySet<Reason> = new Set(['empty-range', 'other-scheme', 'no-order', 'negated', 'withdrawn']);

function isHolding({ value, reason, range }: Opinion): boolean {
  const isOpen = value === 'applies' || value === 'may-apply';
  return isOpen && !uncompared.has(reason) && range?.status === 'affected';
}

const isOf = (one: Opinion, decided: Opinion) =>
  one.source === decided.source && one.externalId === decided.externalId && one.path === decided.path;

function criterionOf({ source, externalId, path, by }: Opinion, statements: readonly Statement[]): Criterion | null {
  const statement = statements.find((one) => one.source === source && one.externalId === externalId);
  return statement?.criteria.find((one) => one.path === path && one.by === by) ?? null;
}

type End = Pick<Fix, 'version' | 'is'>;

/** Where another range of the same criterion begins at the end of this one, it goes on there. */
function endOf({ range, scheme }: Opinion, criterion: Criterion | null): End | null {
  const affected = criterion?.ranges.filter(({ status }) => status === 'affected') ?? [];
  const passed = new Set<Range>();
  let last = range;
  while (last?.to && !last.to.included && scheme !== null) {
    passed.add(last);
    const { version } = last.to;
    const next = affected.find((one) => !passed.has(one) && holds(one, version, scheme));
    if (!next) break;
    last = next;
  }
  if (!last?.to) return null;
  const { version, included } = last.to;
  return { version, is: included ? 'last-inside' : 'first-outside' };
}

function holds({ from, to }: Range, version: string, scheme: Scheme): boolean {
  const low = from === null ? 1 : compareVersions(scheme, version, from.version);
  const high = to === null ? -1 : compareVersions(scheme, version, to.version);
  if (low === null || high === null) return false;
  return (low > 0 || (low === 0 && from?.included !== false)) && (high < 0 || (high === 0 && to?.included === true));
}

const nameOf = (opinion: Opinion) => ({ ja: sourceName(opinion, 'ja'), en: sourceName(opinion, 'en') });

const unique = (names: Fix['by']): Fix['by'] => [...new Map(names.map((name) => [name.en, name])).values()];
