import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sharedData } from '../../../test/shared.ts';
import { aComponent } from '../../../test/statements.ts';
import type { Component } from '../evidence.ts';
import { candidatesOf } from './candidates.ts';
import { decoys } from './decoys.fixture.ts';

type Packaged = { package: string; cpe_vendor?: string; cpe_product?: string };

/** Under which vendor and product of CPE a component is taken to be known: what may say that something applies. */
const resolved = (facts: Partial<Component>): string[] =>
  candidatesOf(aComponent(facts))
    .filter(({ tier, key }) => tier <= 4 && key.startsWith('cpe:'))
    .map(({ key }) => key);

const folder = sharedData('matching');
const packages = folder === null ? [] : read(path.join(folder, 'buildroot-cpe-map.json'));
const asNames = missing((name) => ({ name }));
const asPackages = missing((name) => ({ name, purl: `pkg:generic/${name}` }));

test.skipIf(folder === null)(
  `of ${packages.length} packages of Buildroot ${packages.length - asPackages.length} resolve, and ${packages.length - asNames.length} by their bare name`,
  () => {
    expect(packages).toHaveLength(563);
    expect(asPackages.length, asPackages.join()).toBeLessThanOrEqual(563 * 0.05);
    expect(asNames.length, asNames.join()).toBeLessThanOrEqual(563 * 0.05);
  },
);

const taken = decoys.filter((decoy) => resolved(decoy).length > 0);

test(`of ${decoys.length} decoys ${taken.length} resolve`, () => {
  expect(decoys.length).toBeGreaterThanOrEqual(200);
  expect(new Set(decoys.map(({ name, purl }) => purl ?? name)).size).toBe(decoys.length);
  expect(taken).toEqual([]);
});

function read(file: string): Packaged[] {
  return (JSON.parse(readFileSync(file, 'utf8')) as { packages: Packaged[] }).packages;
}

/** Packages that are not found under the vendor and product that Buildroot gives them. */
function missing(asComponent: (name: string) => Partial<Component>): string[] {
  return packages
    .filter((one) => {
      const key = `cpe:a:${writtenOf(one, 'vendor')}:${writtenOf(one, 'product')}`.toLowerCase();
      return !resolved(asComponent(one.package)).includes(key);
    })
    .map((one) => one.package);
}

/** The map leaves values that one package takes from another, or from itself, as make wrote them: $(NODEJS_CPE_ID_VENDOR). */
function writtenOf(one: Packaged, of: 'vendor' | 'product'): string {
  const value = one[`cpe_${of}`] ?? (of === 'vendor' ? `${one.package}_project` : one.package);
  const [, from, what] = /^\$\((\w+)_CPE_ID_(VENDOR|PRODUCT)\)$/.exec(value) ?? [];
  const other = packages.find((each) => from && each.package.toUpperCase().replaceAll('-', '_') === from);
  return other ? writtenOf(other, what === 'VENDOR' ? 'vendor' : 'product') : value;
}
