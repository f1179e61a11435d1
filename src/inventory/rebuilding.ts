/** What must be known so that a fix can be built. `key-holder`: a post keeps the signing key, and nobody holds it. */
export const buildGaps = ['source', 'toolchain', 'key', 'key-holder', 'people'] as const;
export type BuildGap = (typeof buildGaps)[number];

/** What is said about building a model; `keyKeeper` is whether the post that keeps the signing key has somebody today. */
export type BuildFacts = {
  buildSource: string;
  buildToolchain: string;
  keyKeeper: 'unknown' | 'vacant' | 'somebody';
  buildPeople: string;
  rebuiltOn: string | null;
};

/** Whether a fix could be built today, and what speaks against it. */
export type Rebuilding = {
  can: boolean;
  /** `old`: longer ago than toolchains keep by themselves. */
  last: 'recent' | 'old' | 'unknown';
  /** Whole years since the last build. */
  years: number;
  gaps: BuildGap[];
};

/** Whether the post that keeps the key has somebody who does its work today; null: no post is named. */
export function keeping(post: { acting: string | null } | null): BuildFacts['keyKeeper'] {
  if (post === null) return 'unknown';
  return post.acting === null ? 'vacant' : 'somebody';
}

/** The earliest day of a last build that still shows that it can be done: twelve months back. */
export const oldestGoodBuild = (today: Temporal.PlainDate): Temporal.PlainDate => today.subtract({ months: 12 });

/**
 * Can we still build it? Only who has done it within twelve months knows, and only when source, toolchain, key and people
 * are named.
 * @param today  in Asia/Tokyo, as 2026-11-24; days compare as text
 */
export function judgeRebuilding(facts: BuildFacts, today: string): Rebuilding {
  const day = Temporal.PlainDate.from(today);
  const { rebuiltOn } = facts;
  const last = rebuiltOn === null ? 'unknown' : rebuiltOn < oldestGoodBuild(day).toString() ? 'old' : 'recent';
  const years = rebuiltOn === null ? 0 : Math.max(0, day.since(rebuiltOn, { largestUnit: 'years' }).years);
  const lacks: Record<BuildGap, boolean> = {
    source: facts.buildSource === '',
    toolchain: facts.buildToolchain === '',
    key: facts.keyKeeper === 'unknown',
    'key-holder': facts.keyKeeper === 'vacant',
    people: facts.buildPeople === '',
  };
  const gaps = buildGaps.filter((gap) => lacks[gap]);
  return { can: last === 'recent' && gaps.length === 0, last, years, gaps };
}
