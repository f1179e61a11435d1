import { z } from 'zod';
import { Severity } from '#intelligence/model';
import { listOf } from '#platform/browser/list-of';
import { verdictStatuses } from '#verdicts/model';
import { matchValues, type Reason } from './evidence.ts';

export { type Component, type MatchValue, matchValues, type Opinion } from './evidence.ts';

/** 照合結果: 該当, 要確認, 非該当, 照合不能. */
export const MatchResult = z.enum(matchValues);

/**
 * Why places came to stand otherwise: records came in, a release's components or its other facts changed, a person said what
 * words mean, a person decided, a verdict ran out.
 */
export const Cause = z.enum(['records', 'components', 'release', 'person', 'verdict', 'expiry']);
export type Cause = z.infer<typeof Cause>;

/** So long what came to touch us counts as new. */
export const newForDays = 7;

/** Which vulnerabilities that touch us. */
export const TouchingFilter = z.object({
  q: z.string().max(200).optional(),
  /** The worst result of any release that is meant. */
  match: listOf(MatchResult).optional(),
  severity: listOf(Severity).optional(),
  exploited: z.enum(['only']).optional(),
  line: listOf(z.uuid()).optional(),
  model: listOf(z.uuid()).optional(),
  /** Releases in the field alone (the default), or all. */
  releases: z.enum(['field', 'all']).default('field'),
  /** Only those that verdicts have closed wherever they stood open; else the open ones. */
  standing: z.enum(['closed']).optional(),
  /** Seen first within so many days. */
  newDays: z.coerce.number().int().min(1).max(3650).optional(),
  /** Seen first before that. */
  knownDays: z.coerce.number().int().min(1).max(3650).optional(),
  /** Came to apply, or to need a look, in the week in Japan in which this day lies. */
  week: z.iso.date().optional(),
});
export type TouchingFilter = z.infer<typeof TouchingFilter>;

/** 確認 or 除外: components of a name are a product, or are not. */
export const IdentityAnswer = z.enum(['is', 'is-not']);

/** Which of what people have said that components are. */
export const IdentificationFilter = z.object({
  q: z.string().max(200).optional(),
  answer: listOf(IdentityAnswer).optional(),
});
export type IdentificationFilter = z.infer<typeof IdentificationFilter>;

/** What a release itself settles: sources that are not built, a condition that it contradicts. */
export const settledReasons = ['not-built', 'condition-contradicted'] as const satisfies readonly Reason[];

/** How a place stands: open, closed by a verdict, or settled by the release itself. */
export const standings = ['open', 'closed', 'settled'] as const;
export const Standing = z.enum(standings);
export type Standing = z.infer<typeof Standing>;

/** What was decided for a place: a verdict of this status counts, nothing was, it was carried over and waits to be confirmed, or it waits for approval. */
export const DecidedAs = z.enum([...verdictStatuses, 'none', 'inherited', 'waiting']);
export type DecidedAs = z.infer<typeof DecidedAs>;

/** Which places of one release. Those that it settles are among them only where a result or a reason is asked for. */
export const ExposureFilter = z.object({
  q: z.string().max(200).optional(),
  match: listOf(MatchResult).optional(),
  severity: listOf(Severity).optional(),
  exploited: z.enum(['only']).optional(),
  reason: listOf(z.enum(settledReasons)).optional(),
  /** What verdicts have closed is among them only where it is asked for. */
  standing: listOf(Standing).optional(),
  verdict: listOf(DecidedAs).optional(),
});
export type ExposureFilter = z.infer<typeof ExposureFilter>;

/** A place: a vulnerability at a product of a release. */
export const PlaceRef = z.object({
  release: z.uuid(),
  vulnerability: z.string().min(1).max(200),
  product: z.string().min(1).max(500),
});
export type PlaceRef = z.infer<typeof PlaceRef>;

/** Which places are decided: these, those of a vulnerability, those that a list shows as it is filtered. */
export const PlaceSelection = z.discriminatedUnion('by', [
  z.object({ by: z.literal('places'), places: z.array(PlaceRef).min(1).max(1000) }),
  z.object({
    by: z.literal('vulnerability'),
    vulnerability: z.string().min(1).max(200),
    product: z.string().min(1).max(500).optional(),
    /** Only there. */
    within: z.object({ scope: z.enum(['release', 'model', 'line']), id: z.uuid() }).optional(),
  }),
  z.object({ by: z.literal('release'), release: z.uuid(), filter: ExposureFilter }),
  z.object({ by: z.literal('touching'), filter: TouchingFilter }),
]);
export type PlaceSelection = z.infer<typeof PlaceSelection>;
