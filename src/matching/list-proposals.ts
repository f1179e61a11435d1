import type { Tools } from '#access';
import { literalOf } from '#formats/cpe';
import { Refusal } from '#platform/errors';
import type { Proposal, Proposals } from './contract/identities.ts';
import type { Component } from './evidence.ts';
import { candidatesOf, keysOfPair } from './identity/candidates.ts';
import { foldName } from './identity/fold.ts';
import { productKey } from './identity/keys.ts';
import { type ProductPair, pairOfKey } from './identity/product-pair.ts';
import { similarProducts, variantsOf } from './identity/similar-names.ts';
import { subjectOf } from './identity/subject-of.ts';
import { describeSaid } from './say-identity.ts';
import { listComponents } from './store/components.ts';
import { listSaid } from './store/identifications.ts';
import * as store from './store/proposals.ts';

type Reading = Pick<Tools, 'db' | 'viewer'>;
type Found = ProductPair & Pick<Proposal, 'tier' | 'why'>;

const mostShown = 20;
const mostSimilar = 5;
/** A record that lists many products brings them all. */
const mostBeside = 500;

/**
 * Products that a component may be, the surest first: what is taken for granted, then what its name has in common with
 * products of the records (5, 6) or only looks like (7), and what people have said, which is never left out.
 * @throws Refusal 'not-found'
 */
export async function listProposals({ db, viewer }: Reading, { id }: { id: number }): Promise<Proposals> {
  const [component] = await listComponents(db, [id]);
  if (!component) throw new Refusal('not-found', `There is no component ${id}.`, { what: 'component' });
  const subject = subjectOf(component);
  const said = subject === null ? [] : await listSaid(db, [subject]);
  const { said: _, ...plain } = component;
  const found = unique([
    ...said.filter(({ answer }) => answer === 'is').map((one) => ({ ...one, tier: 4, why: 'person' as const })),
    ...sureOf(plain),
    ...(await namedAlike({ db, viewer }, plain)),
    ...said.map((one) => ({ ...one, tier: 7, why: 'similar' as const })),
  ]);
  const saidOf = new Map(said.map((one) => [keyOf(one), describeSaid(one)]));
  const shown = found.filter((one, at) => at < mostShown || saidOf.has(keyOf(one)));
  const counts = await store.countByKeys(db, viewer, shown.flatMap(keysOfPair));
  return {
    ...{ subject, releases: subject === null ? 0 : await store.countReleasesOf(db, subject) },
    items: shown.map(({ vendor, product, tier, why }) => ({
      ...{ vendor, product, tier, why, said: saidOf.get(keyOf({ vendor, product })) ?? null },
      vulnerabilities: Math.max(0, ...keysOfPair({ vendor, product }).map((key) => counts.get(key) ?? 0)),
    })),
  };
}

const keyOf = ({ vendor, product }: ProductPair) => `${vendor}:${product}`;

/** What the SBOM and the table of names say. */
function sureOf(component: Component): Found[] {
  return candidatesOf(component).flatMap(({ product, tier, why }) => {
    const isNamed = tier <= 4 && product.space === 'cpe' && (why === 'cpe' || why === 'alias');
    return isNamed ? [{ vendor: product.vendor, product: product.product, tier, why }] : [];
  });
}

/** Products of the records with the component's name (5, 6), or with one that looks like it (7). */
async function namedAlike(reading: Reading, component: Component): Promise<Found[]> {
  const weak = candidatesOf(component).filter(({ tier }) => tier > 4);
  const names = weak.map(({ key }) => key.slice('name:*:'.length));
  const same = await productsNamed(reading, names);
  const tierOf = (name: string) => weak[names.indexOf(name)] ?? weak[0];
  const variants = variantsOf(component.name).filter((one) => !names.includes(one));
  const alike = await productsNamed(reading, variants);
  return [
    ...same.flatMap((pair) => {
      const candidate = tierOf(nameOf(pair));
      const why = candidate?.why === 'cpe-any-vendor' ? ('cpe-any-vendor' as const) : ('name' as const);
      return candidate ? [{ ...pair, tier: candidate.tier, why }] : [];
    }),
    ...[...similarProducts(component.name, mostSimilar), ...alike].map((pair) => ({
      ...{ ...pair, tier: 7, why: 'similar' as const },
    })),
  ];
}

const nameOf = ({ product }: ProductPair) => foldName(literalOf(product) ?? product);

/** Products of the records with one of these names, folded; those with the most vulnerabilities first. */
async function productsNamed({ db, viewer }: Reading, names: readonly string[]): Promise<ProductPair[]> {
  if (names.length === 0) return [];
  const keys = names.map(productKey);
  const beside = await store.listProductsBeside(db, viewer, { keys, limit: mostBeside });
  const pairs = beside.flatMap(({ key }) => pairOfKey(key) ?? []).filter((pair) => names.includes(nameOf(pair)));
  return pairs;
}

/** Each product once, by the way that is surest; one that a record names in plain words is the one of the CPE. */
function unique(found: readonly Found[]): Found[] {
  const byName = new Map<string, Found>();
  for (const { vendor, product, tier, why } of found.toSorted((one, other) => one.tier - other.tier)) {
    const name = `${foldName(literalOf(vendor) ?? vendor)}:${nameOf({ vendor, product })}`;
    if (!byName.has(name)) byName.set(name, { vendor, product, tier, why });
  }
  return [...byName.values()];
}
