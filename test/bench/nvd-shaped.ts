import type { Criterion, Range, Statement } from '#intelligence/pure';
import type { Component } from '../../src/matching/evidence.ts';
import { type Random, randomOf } from '../random.ts';
import { aComponent, aCriterion, aStatement, cpeProduct } from '../statements.ts';

/** How much is known: vulnerabilities as NVD tells them, and as databases of packages do. */
export type World = { nvd: number; products: number; packaged: number; packages: number; seed: number };

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** A name of its own for each number, as long as names are. */
function nameOf(n: number): string {
  let [word, rest] = ['', (n * 7_919 + 13) % 11_881_376];
  for (let at = 0; at < 5; at++) {
    word += letters[rest % 26];
    rest = Math.floor(rest / 26);
  }
  return n % 3 === 0 ? `${word}_${letters[n % 26]}${n % 97}` : `${word}${n % 11}`;
}

const vendorOf = (n: number) => nameOf(Math.floor(n / 3) + 5_000_000);
/** Few products have much said of them, most have little (Zipf). */
const popular = (random: Random, count: number) => Math.floor(count * (random.int(2 ** 30) / 2 ** 30) ** 2.6);
/** One place in a record as a rule, now and then hundreds. */
const manyOf = (random: Random) => Math.min(1_500, Math.floor(((random.int(2 ** 30) + 1) / 2 ** 30) ** (-1 / 1.22)));

function versionOf(random: Random, product: number, most: number): string {
  const [major, minor, patch] = [random.int(1 + (product % 7)), random.int(most), random.int(10 + (product % 40))];
  const plain = `${major}.${minor}.${patch}`;
  const way = random.int(20);
  if (way === 0) return `${plain}${letters[random.int(26)]}`;
  if (way === 1) return `${plain}-rc${1 + random.int(4)}`;
  return way < 5 ? `${major}.${minor}` : plain;
}

const bound = (version: string, included: boolean) => ({ version, included });

function aRange(random: Random, version: () => string): Range {
  const plain = { status: 'affected', scheme: null, anyUpdate: false, basis: 'stated', text: null } as const;
  const way = random.int(10);
  const [one, other] = [version(), version()];
  if (way < 3) return { ...plain, anyUpdate: way === 0, from: bound(one, true), to: bound(one, true) };
  if (way < 7) return { ...plain, from: null, to: bound(one, random.int(3) === 0) };
  const [low, high] = one < other ? [one, other] : [other, one];
  return { ...plain, from: bound(low, true), to: bound(high, low === high) };
}

/** Every fiftieth record is about the kernel, as one range for each of its branches. */
function kernelCriteria(random: Random): Criterion[] {
  const version = (branch: number) => `${5 + (branch >> 4)}.${branch & 15}.${random.int(230)}`;
  return Array.from({ length: 3 + random.int(6) }, (_, branch) => {
    const [from, to] = [version(branch), version(branch)];
    const range: Range = {
      ...aRange(random, () => from),
      from: bound(from, true),
      to: bound(to, false),
      anyUpdate: false,
    };
    return aCriterion({ product: cpeProduct('o', 'linux:linux_kernel'), ranges: [range] });
  });
}

function nvdCriteria(random: Random, products: number): Criterion[] {
  const first = popular(random, products);
  return Array.from({ length: manyOf(random) }, (_, at) => {
    const of = at % 4 === 3 ? popular(random, products) : first;
    const range = aRange(random, () => versionOf(random, of, 24));
    return aCriterion({ product: cpeProduct('a', `${vendorOf(of)}:${nameOf(of)}`), ranges: [range] });
  });
}

const types = ['npm', 'npm', 'deb/debian', 'deb/debian', 'pypi'] as const;

function packagedCriteria(random: Random, packages: number): Criterion[] {
  const of = popular(random, packages);
  const type = types[of % types.length] as string;
  const revision = type.startsWith('deb') ? () => `-${1 + random.int(4)}` : () => '';
  return Array.from({ length: 1 + random.int(5) }, () => {
    const to = `${random.int(4)}.${random.int(30)}.${random.int(20)}${revision()}`;
    const range: Range = {
      ...aRange(random, () => to),
      from: bound('0', true),
      to: bound(to, false),
      anyUpdate: false,
    };
    const product = { space: 'purl', purl: `pkg:${type}/${nameOf(of)}`, distribution: null } as const;
    return aCriterion({ role: 'ecosystem', product, ranges: [range] });
  });
}

/** What is said of vulnerability n, the same each time it is asked for. */
export function statementsOf({ nvd, products, packages, seed }: World, n: number): Statement[] {
  const random = randomOf(seed * 7_919 + n);
  const id = `CVE-${2000 + (n % 26)}-${10_000 + n}`;
  const named = { externalId: id, names: [id] };
  if (n >= nvd) return [aStatement({ ...named, source: 'osv', criteria: packagedCriteria(random, packages) })];
  const criteria = n % 50 === 0 ? kernelCriteria(random) : nvdCriteria(random, products);
  return [aStatement({ ...named, criteria })];
}

/** A part of a firmware, a known product most of the time; part 0 is the kernel. */
export function componentOf(random: Random, part: number, products: number): Component {
  if (part === 0) return component('o', 'linux:linux_kernel', `5.${random.int(16)}.${random.int(230)}`);
  const of = random.int(10) === 0 ? products + random.int(products) : popular(random, products);
  return component('a', `${vendorOf(of)}:${nameOf(of)}`, versionOf(random, of, 24));
}

function component(part: string, pair: string, version: string): Component {
  const cpe = `cpe:2.3:${part}:${pair}:${version}:*:*:*:*:*:*:*`;
  return aComponent({ name: pair.split(':')[1] ?? '', version, cpes: [cpe] });
}
