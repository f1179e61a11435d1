import type { Criterion, Platform, Range, Statement } from '#intelligence/pure';
import { schemes } from '#versions/version-key';
import type { Random } from '../random.ts';
import { aCriterion, aStatement } from '../statements.ts';
import type { WrittenPart } from './present.ts';
import * as words from './vocabulary.ts';

/** Whether it is so, in one of so many cases. */
const once = (random: Random, in_: number) => random.int(in_) === 0;
const some = <T>(random: Random, most: number, one: () => T): T[] => Array.from({ length: random.int(most + 1) }, one);

/** A part of a bill of materials; several of one theme are one product to a record. */
export function aPart(random: Random): WrittenPart {
  const theme = random.pick(words.themes);
  const version = once(random, 8) ? null : random.pick([...theme.versions, ...theme.versions, ...words.versions]);
  const update = random.pick(['*', '*', '*', 'p1', 'rc2', '-']);
  const tail = random.pick(['*:*:*:*:*:*', '*:*:*:*:*:*', '*:*:lts:linux:*:*', '*:*:*:node.js:*:*', 'lts:*:*:*:arm:*']);
  const cpes = once(random, 3)
    ? []
    : some(random, 2, () => `${random.pick(theme.cpes)}:${cpeVersion(version)}:${update}:${tail}`);
  const [before, after] = theme.purls.length > 0 && !once(random, 3) ? random.pick(theme.purls) : ['', ''];
  const at = version === null || once(random, 6) ? '' : `@${encodeURIComponent(version)}`;
  return {
    name: random.pick(theme.names),
    version,
    purl: before === '' ? null : `${before}${at}${after}`,
    cpes: [...new Set(cpes)],
    supplier: random.pick([null, null, 'Acme', 'OpenSSL Foundation']),
  };
}

const cpeVersion = (version: string | null) =>
  version === null ? '*' : version === '-' ? '-' : version.toLowerCase().replaceAll(/[^a-z0-9._-]/g, '\\$&');

/** What a source says; now and then it is rejected, or speaks of several names at once. */
export function aSaying(
  random: Random,
  facts: { source: Statement['source']; externalId: string; names: string[] },
): Statement {
  const state = once(random, 12) ? random.pick(['rejected', 'withdrawn'] as const) : 'published';
  const themes = [random.pick(words.themes), random.pick(words.themes)];
  return aStatement({
    ...facts,
    state,
    stateReason: state === 'published' ? null : 'taken back',
    by: facts.source,
    title: { en: `Flaw ${random.int(1_000_000_000)}` },
    labels: once(random, 10) ? ['disputed'] : [],
    technologies: once(random, 12) ? [random.pick(words.saidTechnologies)] : [],
    criteria: some(random, 4, () => aSaidCriterion(random, random.pick(themes))).map((one, at) => ({
      ...one,
      path: `/${at}`,
    })),
  });
}

function aSaidCriterion(random: Random, theme: words.Theme): Criterion {
  const product = random.pick(theme.products);
  const isKernel = 'product' in product && /linux/i.test(product.product);
  return aCriterion({
    product,
    by: random.pick(['a', 'a', 'b']),
    role: random.pick(words.roles),
    qualifiers: product.space === 'cpe' && once(random, 4) ? random.pick(words.qualifiers) : {},
    ranges: some(random, 3, () => aSaidRange(random, theme)),
    otherVersions: random.pick(['unknown', 'unaffected', 'unaffected', 'affected']),
    unread: once(random, 7) ? [random.pick(words.phrases)] : [],
    commits: once(random, 10) ? [{ introduced: null, fixed: 'a'.repeat(40) }] : [],
    conditions: once(random, 3) ? [{ anyOf: some(random, 1, () => aPlatform(random)).concat(aPlatform(random)) }] : [],
    isNegated: once(random, 25),
    files: isKernel || once(random, 20) ? some(random, 2, () => random.pick(words.files)) : [],
    platforms: once(random, 12) ? [random.pick(words.platformWords)] : [],
  });
}

function aPlatform(random: Random): Platform {
  const ranges = once(random, 3) ? [aSaidRange(random, words.themes[0] as words.Theme)] : [];
  return { ...random.pick(words.platforms), ranges, isNegated: once(random, 15) };
}

/** Bounds as they come: inverted and empty ones too, since records have them. */
function aSaidRange(random: Random, theme: words.Theme): Range {
  const bound = () => ({
    version: random.pick([...theme.versions, ...words.versions, '0', '6.6.*']),
    included: once(random, 2),
  });
  const exact = { version: random.pick([...theme.versions, ...words.versions]), included: true };
  const isExact = once(random, 4);
  return {
    status: once(random, 5) ? 'unaffected' : 'affected',
    from: isExact ? exact : once(random, 3) ? null : bound(),
    to: isExact ? exact : once(random, 4) ? null : bound(),
    scheme: once(random, 6) ? random.pick(schemes) : null,
    anyUpdate: isExact && once(random, 2),
    basis: 'stated',
    text: null,
  };
}
