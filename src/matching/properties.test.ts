import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Criterion, ProductName, Statement } from '#intelligence/pure';
import { aComponent, aCriterion, aRange, aStatement, cpeProduct } from '../../test/statements.ts';
import type { Component, MatchValue } from './evidence.ts';
import { candidatesOf, inRelease, keysOf, matchOf, opinionOf, type ReleaseContext } from './pure.ts';

const runs = { numRuns: 20_000 };
const numbers = fc.array(fc.nat(4), { minLength: 1, maxLength: 3 });
const textOf = (version: number[]) => version.join('.');

/** The rule once more, over numbers. */
function compare(a: number[], b: number[]): number {
  for (const at of [0, 1, 2]) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const bounds = fc.record({
  from: fc.option(numbers),
  to: fc.option(numbers),
  fromIncluded: fc.boolean(),
  toIncluded: fc.boolean(),
  isAffected: fc.boolean(),
});
type Bounds = typeof bounds extends fc.Arbitrary<infer T> ? T : never;
const isZero = (version: number[]) => version.every((one) => one === 0);

function rangeOf({ from, to, fromIncluded, toIncluded, isAffected }: Bounds) {
  const text = `${fromIncluded ? '[' : '('}${from ? textOf(from) : ''},${to ? textOf(to) : ''}${toIncluded ? ']' : ')'}`;
  return aRange(text, { status: isAffected ? 'affected' : 'unaffected' });
}

function isEmpty({ from, to, fromIncluded, toIncluded }: Bounds): boolean {
  if (!from || !to) return false;
  const sign = compare(from, to);
  return sign > 0 || (sign === 0 && !(fromIncluded && toIncluded));
}

function holds({ from, to, fromIncluded, toIncluded }: Bounds, version: number[]): boolean {
  const low = from ? compare(version, from) : 1;
  const high = to ? compare(version, to) : -1;
  // Zero as a lower bound is the beginning of everything, included or not.
  const isAbove = low > 0 || (low === 0 && (fromIncluded || (from !== null && isZero(from))));
  return isAbove && (high < 0 || (high === 0 && toIncluded));
}

function expected(version: number[], all: Bounds[]): MatchValue {
  const affected = all.filter(({ isAffected }) => isAffected);
  if (all.length === 0) return 'may-apply';
  const said = all.filter((one) => !isEmpty(one) && holds(one, version));
  if (all.length === 1 && affected.length === 1 && said.length === 1) return 'applies';
  if (said.some(({ isAffected }) => !isAffected)) return 'does-not-apply';
  if (said.length > 0) return 'applies';
  if (affected.some(isEmpty)) return 'may-apply';
  return affected.length > 0 ? 'does-not-apply' : 'may-apply';
}

test('ranges hold a version as a naive comparison says', () => {
  const seen = new Set<MatchValue>();
  fc.assert(
    fc.property(numbers, fc.array(bounds, { maxLength: 4 }), (version, all) => {
      const component = acme(textOf(version));
      const value = matchOf(component, [statementOf(aCriterion({ ranges: all.map(rangeOf) }))])?.value;
      const wanted = expected(version, all);

      seen.add(wanted);
      expect(value).toBe(wanted);
    }),
    runs,
  );
  expect([...seen].sort()).toEqual(['applies', 'does-not-apply', 'may-apply']);
});

const criterion = fc.array(bounds, { maxLength: 3 }).map((all) => aCriterion({ ranges: all.map(rangeOf) }));

test('within one record a further criterion never takes "applies" away', () => {
  let applying = 0;
  fc.assert(
    fc.property(
      numbers,
      fc.array(criterion, { minLength: 1, maxLength: 3 }),
      criterion,
      (version, criteria, further) => {
        const component = acme(textOf(version));
        if (matchOf(component, [statementOf(...criteria)])?.value !== 'applies') return;
        applying += 1;
        expect(matchOf(component, [statementOf(...criteria, further)])?.value).toBe('applies');
      },
    ),
    runs,
  );
  expect(applying).toBeGreaterThan(1_000);
});

test('a further source takes "applies" away only by the rule of the owner, or because they contradict each other', () => {
  let lowered = 0;
  fc.assert(
    fc.property(numbers, criterion, criterion, (version, analyst, owner) => {
      const component = acme(textOf(version));
      if (matchOf(component, [statementOf(analyst)])?.value !== 'applies') return;
      const both = matchOf(component, [statementOf(analyst), ownerOf(owner)]);
      const decided = both?.evidence.decided;
      if (both?.value === 'applies') return;
      lowered += 1;
      const isByOwner = decided?.role === 'owner' && decided.value === 'does-not-apply';
      expect(isByOwner || decided?.reason === 'sources-disagree').toBe(true);
    }),
    runs,
  );
  expect(lowered).toBeGreaterThan(100);
});

test('what is taken away from a component or a release never makes it "applies"', () => {
  const context: ReleaseContext = {
    hardware: ['board'],
    isHardwareComplete: true,
    operatingSystem: 'Linux',
    components: [{ key: 'cpe:a:acme:other', version: '1.0' }],
    kernel: null,
  };
  const less: ((whole: ReleaseContext) => ReleaseContext)[] = [
    (whole) => ({ ...whole, hardware: [] }),
    (whole) => ({ ...whole, isHardwareComplete: false }),
    (whole) => ({ ...whole, operatingSystem: null }),
    (whole) => ({ ...whole, components: [] }),
  ];
  const needed = fc.constantFrom(
    'h:acme:board',
    'h:acme:elsewhere',
    'o:linux:linux_kernel',
    'a:acme:other',
    'a:acme:third',
  );
  let checked = 0;
  fc.assert(
    fc.property(
      numbers,
      bounds,
      needed,
      fc.constantFrom(...less),
      fc.boolean(),
      (version, one, need, take, isVersionless) => {
        const [part = '', vendor = '', product = ''] = need.split(':');
        const platform = { part, vendor, product, qualifiers: {}, ranges: [], isVulnerable: false, isNegated: false };
        const record = statementOf(aCriterion({ ranges: [rangeOf(one)], conditions: [{ anyOf: [platform] }] }));
        const whole = matchOf(acme(textOf(version)), [record]);
        const part_ = matchOf(acme(isVersionless ? null : textOf(version)), [record]);
        if (!whole || !part_ || inRelease(whole, context).value === 'applies') return;
        checked += 1;
        expect(inRelease(part_, take(context)).value).not.toBe('applies');
      },
    ),
    runs,
  );
  expect(checked).toBeGreaterThan(1_000);
});

const vendors = ['openssl', 'haxx', 'arm', 'acme', '*', 'linux'];
const products = ['openssl', 'curl', 'mbed_tls', 'camera', 'linux_kernel', '*', 'c\\+\\+'];
const productName: fc.Arbitrary<ProductName> = fc.oneof(
  fc.record({
    space: fc.constant('cpe' as const),
    part: fc.constantFrom('a', 'o', 'h', '*'),
    vendor: fc.constantFrom(...vendors),
    product: fc.constantFrom(...products),
  }),
  fc.record({
    space: fc.constant('name' as const),
    vendor: fc.constantFrom('OpenSSL', 'n/a', 'Linux', 'curl'),
    product: fc.constantFrom('OpenSSL', 'Linux', 'curl', 'n/a'),
  }),
  fc.record({
    space: fc.constant('purl' as const),
    purl: fc.constantFrom('pkg:npm/curl', 'pkg:deb/debian/curl', 'pkg:pypi/Foo_Bar', 'nothing'),
    distribution: fc.constantFrom(null, 'debian-12'),
  }),
);
const component: fc.Arbitrary<Component> = fc.record({
  name: fc.constantFrom('openssl', 'curl', 'libcurl', 'mbedtls', 'camera', 'linux', 'foo-bar'),
  version: fc.constantFrom('1.0', null),
  purl: fc.constantFrom(
    null,
    'pkg:npm/curl@1.0',
    'pkg:deb/debian/libcurl4@1.0-1?upstream=curl',
    'pkg:pypi/foo-bar@1',
    'pkg:generic/openssl@1',
    'no purl',
  ),
  cpes: fc.array(
    fc
      .tuple(fc.constantFrom('a', 'o', 'h', '*'), fc.constantFrom(...vendors), fc.constantFrom(...products))
      .map(([part, vendor, product]) => `cpe:2.3:${part}:${vendor}:${product}:1.0:*:*:*:*:*:*:*`),
    { maxLength: 2 },
  ),
  supplier: fc.constantFrom(null, 'OpenSSL Foundation'),
  distribution: fc.constantFrom(null, 'debian-12', 'debian-11'),
});

test('an index by keys finds what comparing everything with everything finds', () => {
  let found = 0;
  fc.assert(
    fc.property(component, fc.array(productName, { maxLength: 12 }), (one, names) => {
      const criteria = names.map((product, at) => aCriterion({ product, path: `/${at}`, ranges: [aRange('*')] }));
      const statement = statementOf(...criteria);
      const index = Map.groupBy(
        criteria.flatMap((each) => keysOf(each.product).map((key) => ({ key, each }))),
        ({ key }) => key,
      );
      const looked = new Set(
        candidatesOf(one).flatMap((candidate) =>
          (index.get(candidate.key) ?? [])
            .filter(({ each }) => opinionOf({ component: one, candidate, statement, criterion: each }) !== null)
            .map(({ each }) => each.path),
        ),
      );
      const compared = criteria
        .filter((each) =>
          candidatesOf(one).some((candidate) => opinionOf({ component: one, candidate, statement, criterion: each })),
        )
        .map(({ path }) => path);

      found += compared.length;
      expect([...looked].sort()).toEqual(compared.sort());
    }),
    { numRuns: 5_000 },
  );
  expect(found).toBeGreaterThan(1_000);
});

function acme(version: string | null): Component {
  return aComponent({ version, cpes: ['cpe:2.3:a:acme:part:*:*:*:*:*:*:*:*'] });
}

function statementOf(...criteria: Criterion[]): Statement {
  return aStatement({ criteria });
}

function ownerOf(one: Criterion): Statement {
  return aStatement({
    source: 'cve',
    criteria: [{ ...one, role: 'owner', by: 'owner', product: cpeProduct('a', 'acme:part') }],
  });
}
