import type { Component } from '../../src/matching/evidence.ts';
import { aPart, aSaying } from '../matching/generate.ts';
import type { Random } from '../random.ts';
import type { Known } from './by-comparing.ts';

const distributions = [null, null, 'debian-12', 'debian-11', 'ubuntu-22.04', 'rhel-8', 'alpine-3.20'];

export function someComponents(random: Random, count: number): Component[] {
  return Array.from({ length: count }, () => ({ ...aPart(random), distribution: random.pick(distributions) }));
}

/** What one to three sources say of each of so many vulnerabilities. */
export function someVulnerabilities(random: Random, count: number): Known {
  return new Map(Array.from({ length: count }, (_, number) => [number, someStatements(random, number)]));
}

export function someStatements(random: Random, number: number) {
  const externalId = `CVE-2026-${1_000 + number}`;
  const sources = (['cve', 'nvd', 'osv'] as const).slice(0, 1 + random.int(3));
  return sources.map((source) => aSaying(random, { source, externalId, names: [externalId] }));
}
