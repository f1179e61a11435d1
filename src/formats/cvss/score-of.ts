import calculator from 'ae-cvss-calculator';

export type CvssVersion = '2.0' | '3.0' | '3.1' | '4.0';

/** `vector` as it was given, without the brackets that version 2 may stand in. */
export type CvssScore = { version: CvssVersion; vector: string; score: number };

const versions = { 'CVSS:2.0': '2.0', 'CVSS:3.0': '3.0', 'CVSS:3.1': '3.1', 'CVSS:4.0': '4.0' } as const;
const longest = 1_000;

/**
 * The score of a vector as FIRST computes it, 0.0–10.0 in steps of 0.1: the base score of versions 2 and 3,
 * whatever temporal and environmental metrics follow; in version 4, which has one score only, that of all its metrics.
 * @returns null for what is no vector, names a metric that does not exist, or lacks a base metric
 * @source CVSS 2.0, 3.0, 3.1 and 4.0 (FIRST)
 */
export function scoreOf(vector: string): CvssScore | null {
  const text = vector.trim().replace(/^\((.*)\)$/su, '$1');
  if (text.length > longest) return null;
  const read = readVector(text);
  if (!read?.isBaseFullyDefined()) return null;
  const version = versions[read.getVectorName() as keyof typeof versions];
  const { base, overall } = read.calculateScores();
  const score = version === '4.0' ? overall : base;
  if (score === undefined) return null;
  // A base score of nothing comes out as minus zero.
  return { version, vector: text, score: score === 0 ? 0 : score };
}

type Read = {
  isBaseFullyDefined: () => boolean;
  getVectorName: () => string;
  calculateScores: () => { base?: number; overall?: number };
};

// The calculator throws on some of what is no vector and gives null for the rest.
function readVector(text: string): Read | null {
  try {
    return calculator.fromVector(text) as Read | null;
  } catch {
    return null;
  }
}
