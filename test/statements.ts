import type { Criterion, ProductName, Range, Statement } from '#intelligence/pure';
import type { Component } from '../src/matching/evidence.ts';

/** A component with nothing but what a test says of it. */
export function aComponent(facts: Partial<Component>): Component {
  return { name: 'part', version: null, purl: null, cpes: [], supplier: null, distribution: null, ...facts };
}

/** A published statement of NVD, or as a test says. */
export function aStatement(facts: Partial<Statement>): Statement {
  return {
    source: 'nvd',
    externalId: 'CVE-2021-0001',
    names: ['CVE-2021-0001'],
    related: [],
    state: 'published',
    stateReason: null,
    labels: [],
    by: null,
    publishedAt: null,
    modifiedAt: null,
    title: {},
    overview: {},
    impact: {},
    measures: {},
    scores: [],
    weaknesses: [],
    references: [],
    exploitation: null,
    epss: null,
    ssvc: null,
    criteria: [],
    technologies: [],
    ...facts,
  };
}

export function aCriterion(facts: Partial<Criterion>): Criterion {
  return {
    path: '/configurations/0/nodes/0/cpeMatch/0',
    by: 'nvd',
    role: 'analyst',
    product: cpeProduct('a', 'acme:part'),
    qualifiers: {},
    ranges: [],
    otherVersions: 'unknown',
    unread: [],
    commits: [],
    conditions: [],
    isNegated: false,
    files: [],
    routines: [],
    platforms: [],
    ...facts,
  };
}

/** "vendor:product" in canonical values. */
export function cpeProduct(part: string, pair: string): ProductName {
  const [, vendor = '', product = ''] = /^((?:\\.|[^:])*):(.*)$/.exec(pair) ?? [];
  return { space: 'cpe', part, vendor, product };
}

/** "[1.1.1,1.1.1l)", "(,2.0]", "=1.0" (this very version), "=1.0:*" (whatever its update), "*" (all). */
export function aRange(text: string, facts: Partial<Range> = {}): Range {
  const plain = { status: 'affected', scheme: null, anyUpdate: false, basis: 'stated', text: null, ...facts } as const;
  if (text === '*') return { ...plain, from: null, to: null };
  const exact = /^=(.*?)(:\*)?$/.exec(text);
  if (exact) {
    const bound = { version: exact[1] ?? '', included: true };
    return { ...plain, from: bound, to: bound, anyUpdate: exact[2] !== undefined };
  }
  const [, open, low = '', high = '', close] = /^([[(])([^,]*),([^,]*)([\])])$/.exec(text) ?? [];
  if (open === undefined) throw new Error(`"${text}" is no range`);
  const bound = (version: string, included: boolean) => (version === '' ? null : { version, included });
  return { ...plain, from: bound(low, open === '['), to: bound(high, close === ']') };
}

export const ranges = (...texts: string[]): Range[] => texts.map((text) => aRange(text));
export const unaffected = (text: string): Range => aRange(text, { status: 'unaffected' });
