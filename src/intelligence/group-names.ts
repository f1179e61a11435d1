/** A record with the names that it gives its vulnerability, and the group that it is in so far. */
export type NamedRecord = { recordId: number; names: readonly string[]; vulnerabilityId: number | null };

/** Records that are about one vulnerability, and the group that goes on: null makes a new one. */
export type Group = { recordIds: number[]; names: string[]; vulnerabilityId: number | null };

/** A group that went into another (merge), or one that came out of another (split), by the name that did it; `group` is where it is now, as a place in `groups`. */
export type Regrouping = { how: 'merge' | 'split'; from: number; group: number; name: string };

/**
 * Records that share a name, directly or over others, are about one vulnerability (union-find). Two CVEs are two
 * vulnerabilities whatever other name stands between them: only a record that names both makes them one.
 * A group that stood keeps its id where most of its records are; of several that join, the oldest goes on.
 * @param records  all records of every group that is touched, and all that share a name with one of them: a group of which
 *   some are left out would be split
 */
export function groupNames(records: readonly NamedRecord[]): { groups: Group[]; regroupings: Regrouping[] } {
  const sets = joined(records, ({ names }) => names)
    .flatMap(apartByCve)
    .map((members) => ({ members, ids: idsOf(members) }));
  const goesOn = new Map<number, number>();
  for (const id of new Set(records.flatMap(({ vulnerabilityId }) => vulnerabilityId ?? []))) {
    const held = sets.map(({ members }) => members.filter(({ vulnerabilityId }) => vulnerabilityId === id).length);
    goesOn.set(id, held.indexOf(Math.max(...held)));
  }
  const regroupings: Regrouping[] = [];
  const groups = sets.map(({ members, ids }, group) => {
    const own = ids.filter((id) => goesOn.get(id) === group);
    const kept = own.length > 0 ? Math.min(...own) : null;
    const name = members[0]?.names[0] ?? '';
    for (const from of own) if (kept !== null && from !== kept) regroupings.push({ how: 'merge', from, group, name });
    for (const from of ids) if (!own.includes(from)) regroupings.push({ how: 'split', from, group, name });
    return {
      recordIds: members.map(({ recordId }) => recordId),
      names: [...new Set(members.flatMap(({ names }) => names))],
      vulnerabilityId: kept,
    };
  });
  return { groups, regroupings };
}

const idsOf = (members: readonly NamedRecord[]) => [
  ...new Set(members.flatMap(({ vulnerabilityId }) => vulnerabilityId ?? [])),
];

const cvesOf = ({ names }: NamedRecord) => names.filter((name) => name.startsWith('CVE-'));

/** Records of several CVEs that another name holds together, by CVE; one without a CVE stays with the only one that it meets. */
function apartByCve(members: NamedRecord[]): NamedRecord[][] {
  const named = members.filter((record) => cvesOf(record).length > 0);
  const sets = joined(named, cvesOf);
  if (sets.length <= 1) return [members];
  const namesOf = sets.map((set) => new Set(set.flatMap(({ names }) => names)));
  const nameless = members.filter((record) => cvesOf(record).length === 0);
  for (const alike of joined(nameless, ({ names }) => names)) {
    const met = sets.filter((_, at) => alike.some(({ names }) => names.some((name) => namesOf[at]?.has(name))));
    if (met[0] && met.length === 1) met[0].push(...alike);
    else sets.push(alike);
  }
  return sets;
}

function joined(records: readonly NamedRecord[], namesOf: (record: NamedRecord) => readonly string[]): NamedRecord[][] {
  const above = records.map((_, place) => place);
  const rootOf = (place: number): number => {
    let root = place;
    while (above[root] !== root) root = above[root] ?? root;
    for (let at = place; at !== root; ) {
      const next = above[at] ?? root;
      above[at] = root;
      at = next;
    }
    return root;
  };
  const firstOf = new Map<string, number>();
  for (const [place, record] of records.entries())
    for (const name of namesOf(record)) {
      const first = firstOf.get(name);
      if (first === undefined) firstOf.set(name, place);
      else above[rootOf(place)] = rootOf(first);
    }
  const sets = new Map<number, NamedRecord[]>();
  for (const [place, record] of records.entries()) {
    const root = rootOf(place);
    const members = sets.get(root);
    if (members) members.push(record);
    else sets.set(root, [record]);
  }
  return [...sets.values()];
}

const families = [/^CVE-/, /^JVNDB-/, /^JVNVU#/, /^JVN#/, /^GHSA-/];

/** The name that a vulnerability goes by: its CVE, else its JVN number, else the first of the alphabet. */
export function bestName(names: readonly string[]): string {
  const rank = (name: string) => {
    const found = families.findIndex((family) => family.test(name));
    return found < 0 ? families.length : found;
  };
  const [best] = [...names].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0));
  return best ?? '';
}
