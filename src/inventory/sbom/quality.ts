import type { Tally } from './tally.ts';

/** What the score is made of, with its weight; together 100. Identity weighs most: without it nothing can be looked up. */
export const qualityWeights = {
  identity: 35,
  version: 15,
  relation: 15,
  supplier: 10,
  licence: 10,
  origin: 10,
  hash: 5,
} as const;
export type QualityPart = keyof typeof qualityWeights;

/** `share` is 0–1: the part of the parts that have it, of identity the shipped ones alone; of origin, whether author and time are named. */
export type Quality = { score: number; parts: { part: QualityPart; weight: number; share: number }[] };

/** A share in whole per cent, rounded down: what lacks anything is not 100%, what has next to nothing is 0%. */
export const percentOf = (share: number): number => Math.floor(Math.round(share * 1_000) / 10);

/**
 * A score of 0–100, rounded down so that only a whole document has 100: each share times its weight, added up.
 * Null where there is nothing to judge.
 */
export function qualityOf({ lackingParts, head, parts, purposes, related }: Tally): Quality | null {
  if (parts === 0) return null;
  const share = (count: number) => (parts - count) / parts;
  const shipped = purposes.shipped + purposes.optional;
  const shares: Record<QualityPart, number> = {
    identity: shipped === 0 ? 0 : (shipped - lackingParts.identity) / shipped,
    version: share(lackingParts.version),
    relation: related / parts,
    supplier: share(lackingParts.supplier),
    licence: share(lackingParts.licence),
    origin: ((head?.authors.length ?? 0) > 0 ? 0.5 : 0) + (head?.createdAt ? 0.5 : 0),
    hash: share(lackingParts.hash),
  };
  const judged = (Object.keys(qualityWeights) as QualityPart[]).map((part) => ({
    part,
    weight: qualityWeights[part],
    share: Math.min(1, Math.round(shares[part] * 1_000) / 1_000),
  }));
  const score = judged.reduce((sum, { part, weight }) => sum + weight * Math.min(1, shares[part]), 0);
  return { score: Math.floor(score + 1e-9), parts: judged };
}
