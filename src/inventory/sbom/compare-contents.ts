import { formatPurl, parsePurl } from '#formats/purl';
import { fold } from '#platform/browser/fold';
import { schemeOfPurlType } from '#versions/scheme-of-purl';
import { compareVersions, type Scheme } from '#versions/version-key';
import type { ChangedComponent, ComparedComponent, ComponentChange } from '../contract/exports.ts';

export type Comparison = {
  /** Sorted by name, then version. */
  changed: ChangedComponent[];
  /** The same on both sides. */
  unchanged: ComparedComponent[];
  licences: { added: string[]; removed: string[] };
};

/**
 * What differs between two lists of components, none of which stands twice on one side. Who is who is decided by the
 * purl without its version, else by the name. Where several versions stand side by side, those that stand on both
 * sides are the same; of the others the newest is compared with the newest.
 */
export function compareContents(before: readonly ComparedComponent[], after: readonly ComparedComponent[]): Comparison {
  const rows: ChangedComponent[] = [];
  const unchanged: ComparedComponent[] = [];
  // Most stand on both sides as they are: what they are called need not be read.
  const beforeById = new Map(before.map((component) => [component.id, component]));
  for (const component of after) {
    const same = beforeById.get(component.id);
    if (!same) continue;
    if (hasSameLicences(same, component)) unchanged.push(component);
    else rows.push({ name: component.name, changes: ['licence'], before: same, after: component, direction: null });
  }
  const afterIds = new Set(after.map(({ id }) => id));
  const left = before.filter(({ id }) => !afterIds.has(id)).map(knownAs);
  const right = after.filter(({ id }) => !beforeById.has(id)).map(knownAs);
  for (const key of ['exact', 'purl', 'name'] as const) {
    for (const [one, other] of paired(left, right, key)) {
      const row = changeOf(one, other);
      if (row.changes.length > 0) rows.push(row);
      else unchanged.push(other.component);
    }
  }
  for (const { component } of left.filter(isFree)) rows.push(onOneSide(component, 'removed'));
  for (const { component } of right.filter(isFree)) rows.push(onOneSide(component, 'added'));
  return { changed: inOrder(rows), unchanged, licences: difference(licencesOf(before), licencesOf(after)) };
}

const hasSameLicences = (one: ComparedComponent, other: ComparedComponent): boolean =>
  one.licences.length === other.licences.length && one.licences.every((licence, at) => licence === other.licences[at]);

/** What stands on one side only; both sorted. */
export function difference(before: readonly string[], after: readonly string[]) {
  const [known, now] = [new Set(before), new Set(after)];
  return {
    added: [...now].filter((one) => !known.has(one)).sort(),
    removed: [...known].filter((one) => !now.has(one)).sort(),
  };
}

const licencesOf = (components: readonly ComparedComponent[]) => components.flatMap(({ licences }) => licences);

/** The names under which a component is looked for on the other side, and whether it was found. */
type Known = {
  component: ComparedComponent;
  /** Name or purl, with its version. */
  exact: string;
  /** Without its version. */
  purl: string | null;
  name: string;
  scheme: Scheme;
  isPaired: boolean;
};

const isFree = ({ isPaired }: Known): boolean => !isPaired;

function knownAs(component: ComparedComponent): Known {
  const { purl, name, version } = component;
  const parsed = purl === null ? null : readPurl(purl);
  const withoutVersion = parsed && formatPurl({ ...parsed, version: null, qualifiers: {}, subpath: null });
  const folded = fold(name);
  return {
    component,
    exact: `${withoutVersion ?? folded}\n${version ?? ''}`,
    purl: withoutVersion,
    name: folded,
    scheme: schemeOfPurlType(parsed?.type ?? null),
    isPaired: false,
  };
}

function readPurl(text: string) {
  try {
    return parsePurl(text);
  } catch {
    return null;
  }
}

/** Marks and yields those on both sides that have the same key, the newest first. */
function* paired(left: Known[], right: Known[], key: 'exact' | 'purl' | 'name'): Generator<[Known, Known]> {
  const waiting = Map.groupBy(right.filter(isFree), (known) => known[key]);
  const coming = Map.groupBy(left.filter(isFree), (known) => known[key]);
  for (const [shared, group] of coming) {
    const others = shared === null ? undefined : waiting.get(shared)?.sort(newestFirst);
    if (!others) continue;
    for (const [at, known] of group.sort(newestFirst).slice(0, others.length).entries()) {
      const other = others[at] as Known;
      known.isPaired = true;
      other.isPaired = true;
      yield [known, other];
    }
  }
}

function newestFirst(one: Known, other: Known): number {
  const [first, second] = [one.component, other.component];
  return orderOf(other, one) || byText(second.version ?? '', first.version ?? '') || second.id - first.id;
}

/** Above 0 when the first is newer; 0 when nobody can tell. */
function orderOf(one: Known, other: Known): number {
  const [first, second] = [one.component.version, other.component.version];
  return first === null || second === null ? 0 : (compareVersions(one.scheme, first, second) ?? 0);
}

function onOneSide(component: ComparedComponent, change: 'added' | 'removed'): ChangedComponent {
  const [before, after] = change === 'removed' ? [component, null] : [null, component];
  return { name: component.name, changes: [change], before, after, direction: null };
}

function changeOf(one: Known, other: Known): ChangedComponent {
  const [before, after] = [one.component, other.component];
  const differing: [ComponentChange, boolean][] = [
    ['version', before.version !== after.version],
    ['identity', identityOf(one) !== identityOf(other)],
    ['licence', !hasSameLicences(before, after)],
  ];
  const changes = differing.flatMap(([change, differs]) => (differs ? [change] : []));
  const order = changes.includes('version') ? orderOf(other, one) : 0;
  return { name: after.name, changes, before, after, direction: order === 0 ? null : order > 0 ? 'newer' : 'older' };
}

/** What it is called, without its version: CPE names by their part, vendor and product. */
function identityOf({ component, name, purl }: Known): string {
  const cpes = component.cpes.map((cpe) =>
    cpe
      .split(/(?<!\\):/)
      .slice(0, 5)
      .join(':'),
  );
  return JSON.stringify([name, purl ?? component.purl, [...new Set(cpes)].sort(), component.supplier]);
}

function inOrder(rows: ChangedComponent[]): ChangedComponent[] {
  return rows
    .map((row) => ({ row, name: fold(row.name), id: row.after?.id ?? row.before?.id ?? 0 }))
    .sort((one, other) => byText(one.name, other.name) || one.id - other.id)
    .map(({ row }) => row);
}

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
