import { type Cpe, literalOf } from '#formats/cpe';
import type { Candidate, Component } from '../evidence.ts';
import { type Alias, aliasesOfHome, aliasesOfName, aliasesOfPackage, aliasesOfProduct } from './find-aliases.ts';
import { foldName } from './fold.ts';
import { cpeKey, isKey, nameKey, productKey } from './keys.ts';
import { type Package, packageOf } from './package-of.ts';
import { cpesOf } from './read-cpe.ts';

/** Packages of these types are C and C++ projects or systems' builds of them; of all others a name says nothing about CPE. */
const namedTypes = new Set(['generic', 'deb', 'rpm', 'apk', 'opkg', 'conan', 'alpm', 'github']);

/** Product names that many vendors have; as a bare name they say nothing. */
const genericWords = new Set(
  `agent api app application apps assistant auth backup base bootloader browser build calendar camera chat cli
    client cloud cms commerce common component config connect console contactform control controller core daemon
    dashboard database demo desktop device display dns download driver ecommerce editor email engine events
    explorer fabric file filemanager files firewall firmware flow forms framework gallery gateway help home http
    httpserver hub i18n image images import installer launcher library linux log login mail main manager map
    media menu messenger mobile module monitor network news node notes os package platform player plugin portal
    print printer project proxy reader remote report rootfs router scanner script sdk search security server
    service setup share shell shop software storage store support switch sync system terminal test theme time
    tool tools ui update updater upgrade user users utility utils video viewer vpn web webmail webserver website
    wifi wiki wireless`.split(/\s+/),
);

const known = new WeakMap<Component, Candidate[]>();

/**
 * What a component may be, one candidate a key, the surest first: its purl (2), its CPE (3), what the table of aliases
 * says of it or a person (4), a CPE whose vendor is open (5), its bare name (6). A package of npm, PyPI, Maven and the like is
 * never taken for a CPE product by its name; what only looks like a name (7) is proposed to people and never matches.
 */
export function candidatesOf(component: Component): Candidate[] {
  const kept = known.get(component);
  if (kept) return kept;
  const pack = packageOf(component);
  const cpes = cpesOf(component);
  const ruledOut = ruledOutKeys(component);
  const byKey = new Map<string, Candidate>();
  for (const candidate of [
    ...ofPurl(pack),
    ...cpes.flatMap(ofCpe),
    ...ofPeople(component),
    ...ofAliases(component, pack, cpes),
    ...ofName(component, pack),
  ].sort((a, b) => a.tier - b.tier)) {
    const isRuledOut = candidate.tier > 3 && ruledOut.has(candidate.key);
    if (!isRuledOut && !byKey.has(candidate.key) && isKey(candidate.key)) byKey.set(candidate.key, candidate);
  }
  const candidates = [...byKey.values()];
  known.set(component, candidates);
  return candidates;
}

function ofPurl(pack: Package | null): Candidate[] {
  return (pack?.purls ?? []).map((purl) => ({
    key: `purl:${purl}`,
    product: { space: 'purl', purl, distribution: null },
    tier: 2,
    why: 'purl',
  }));
}

function ofCpe({ part, vendor, product }: Cpe): Candidate[] {
  const name = literalOf(product);
  const owner = literalOf(vendor);
  if (name === null) return [];
  const named = { space: 'cpe', part, vendor, product } as const;
  if (owner === null) {
    if (part === 'h') return [];
    return [{ key: productKey(name), product: named, tier: 5, why: 'cpe-any-vendor' }];
  }
  const parts = part === '*' ? ['a', 'h'] : [part];
  const keys = parts.map((one) => cpeKey(one, vendor, product));
  if (part !== 'h') keys.push(nameKey(owner, name));
  return keys.map((key) => ({ key, product: named, tier: 3, why: 'cpe' }));
}

/** What a person has confirmed, by the names that other records give it too. */
function ofPeople({ said = [] }: Component): Candidate[] {
  return said
    .filter(({ answer }) => answer === 'is')
    .flatMap(({ vendor, product, by, at }) => [
      ...named({ vendor, product }, { tier: 4, why: 'person', said: { by, at } }),
      ...aliasesOfProduct(vendor, product).flatMap((alias) => named(alias, { tier: 4, why: 'alias' })),
    ]);
}

/** Under which keys a person has said that it is not to be looked for. */
export function ruledOutKeys({ said = [] }: Component): ReadonlySet<string> {
  return new Set(said.filter(({ answer }) => answer === 'is-not').flatMap(keysOfPair));
}

/** The keys of a product of this vendor, as records with CPE names and with plain names have it. */
export const keysOfPair = ({ vendor, product }: Alias): string[] => [
  cpeKey('a', vendor, product),
  nameKey(literalOf(vendor) ?? vendor, literalOf(product) ?? product),
];

function named({ vendor, product }: Alias, how: Omit<Candidate, 'key' | 'product'>): Candidate[] {
  return keysOfPair({ vendor, product }).map((key) => ({
    key,
    product: { space: 'cpe', part: 'a', vendor, product },
    ...how,
  }));
}

function ofAliases(component: Component, pack: Package | null, cpes: Cpe[]): Candidate[] {
  const aliases = [
    ...aliasesOfPart(component, pack),
    ...cpes.filter(({ part }) => part !== 'h').flatMap(({ vendor, product }) => aliasesOfProduct(vendor, product)),
  ];
  return aliases.flatMap((alias) => named(alias, { tier: 4, why: 'alias' }));
}

function aliasesOfPart({ name, supplier }: Component, pack: Package | null): Alias[] {
  if (!pack) return aliasesOfName(name, supplier);
  if (!namedTypes.has(pack.type)) return [];
  if (pack.type === 'github') return aliasesOfHome(`${pack.namespace}/${pack.name}`);
  return [pack.source?.name ?? pack.name, name].flatMap(aliasesOfPackage);
}

function ofName({ name }: Component, pack: Package | null): Candidate[] {
  if (pack && (!namedTypes.has(pack.type) || pack.type === 'github')) return [];
  const names = new Set([name, pack?.source?.name ?? pack?.name ?? name].map((one) => one.trim()));
  return [...names]
    .filter((one) => foldName(one).length > 2 && !genericWords.has(foldName(one)))
    .map((one) => ({
      key: productKey(one),
      product: { space: 'name', vendor: '', product: one },
      tier: 6,
      why: 'name',
    }));
}
