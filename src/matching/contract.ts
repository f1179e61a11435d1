import { z } from 'zod';
import { endpoint } from '#access/model';
import { pageOf, paging, taken } from '#intelligence/contract';
import { VulnerabilityRef } from '#intelligence/model';
import { productLevels } from '#inventory/model';
import { listOf } from '#platform/browser/list-of';
import { VerdictRef } from '#verdicts/model';
import { decidingEndpoints } from './contract/deciding.ts';
import { identityEndpoints } from './contract/identities.ts';
import { ComponentName, ReleaseName } from './contract/shapes.ts';
import { vexEndpoints } from './contract/vex.ts';
import type { Evidence } from './evidence.ts';
import { Cause, ExposureFilter, MatchResult, Standing, TouchingFilter } from './model.ts';

const tags = ['matching'];
const Id = z.object({ id: z.uuid() });

export type { Deciding, InheritedPlace, VerdictEffect } from './contract/deciding.ts';

const EvidenceShape = z.custom<Evidence>((value) => typeof value === 'object' && value !== null && 'shape' in value);
const LineRef = z.object({ id: z.uuid(), name: z.string() });
/** What people have decided for a place. */
const Decided = {
  standing: Standing,
  /** The product as it is looked up; with release and vulnerability it names the place. */
  product: z.string(),
  /** What counts there, for this viewer; null: nobody has decided. */
  verdict: VerdictRef.nullable(),
  /** What would count, but waits for a second person. */
  waiting: VerdictRef.nullable(),
};

/** Releases of the worst result each, by result; units of those in the field to which it applies or may apply. */
const Counts = z.object({ applies: z.int(), mayApply: z.int(), cannotCompare: z.int(), units: z.int() });

const Sentence = z.object({ ja: z.string(), en: z.string() });

/** Up to which version it is affected, by whose record: the first version outside, or the last one inside. */
const FixShape = z.object({
  version: z.string(),
  is: z.enum(['first-outside', 'last-inside']),
  by: z.array(Sentence),
});

/** A vulnerability that touches us, with where: the worst place first. */
export const Touching = z.object({
  vulnerability: VulnerabilityRef,
  match: MatchResult,
  counts: Counts,
  firstSeenAt: z.string(),
  /** What brought it here last, and when; null where that was before changes were written down. */
  cause: z.object({ what: Cause, at: z.string() }).nullable(),
  /** The worst place: its release and component; null component: by a technology. */
  example: z.object({
    release: ReleaseName,
    component: ComponentName.nullable(),
    technology: z.string().nullable(),
    /** Several where records do not agree; that of the record that decided first. */
    fixes: z.array(FixShape),
  }),
  /** Releases beside the example. */
  moreReleases: z.int(),
});
export type Touching = z.infer<typeof Touching>;

/** What presses today. */
export const Today = z.object({
  at: z.string(),
  /** Vulnerabilities that apply to releases in the field, or may apply, and of both those of the last seven days. */
  applies: z.int(),
  newApplies: z.int(),
  mayApply: z.int(),
  newMayApply: z.int(),
  exploited: z.int(),
  /** Components of releases in the field without usable identity, each once in every model that has it. */
  unidentified: z.int(),
  phrases: z.int(),
  vulnerabilities: z.int(),
  /** Since the same time yesterday: newly apply, may newly apply, do not touch the field any more. */
  changed: z.object({ applies: z.int(), mayApply: z.int(), gone: z.int() }),
});
export type Today = z.infer<typeof Today>;

/** A vulnerability whose worst result in the field is another than yesterday at this time; null: it touches nothing there. */
export const Change = z.object({
  vulnerability: VulnerabilityRef,
  before: MatchResult.nullable(),
  after: MatchResult.nullable(),
  cause: Cause,
  at: z.string(),
});
export type Change = z.infer<typeof Change>;

const BySeverity = z.object({ critical: z.int(), high: z.int(), medium: z.int(), low: z.int(), none: z.int() });

/** The last half year in weeks, which begin on Monday in Japan; the last is the running one. */
export const Trend = z.object({
  at: z.string(),
  /** Since when changes are written down; null: none is yet. */
  since: z.string().nullable(),
  weeks: z.array(
    z.object({
      monday: z.string(),
      /** null: before changes were written down. */
      known: z
        .object({
          /** Vulnerabilities that came to apply, or to need a look, and of both those that still touch the field. */
          applies: z.int(),
          mayApply: z.int(),
          still: z.int(),
          /** How many applied at its end (of the running week: now), by the severity that they have now. */
          open: BySeverity,
        })
        .nullable(),
    }),
  ),
});
export type Trend = z.infer<typeof Trend>;

/** A place of a release: one vulnerability at one product. */
export const Exposure = z.object({
  vulnerability: VulnerabilityRef,
  match: MatchResult,
  reason: z.string(),
  component: ComponentName.nullable(),
  technology: z.string().nullable(),
  firstSeenAt: z.string(),
  ...Decided,
  fixes: z.array(FixShape),
});
export type Exposure = z.infer<typeof Exposure>;

/** What says which files of a release's kernel are built, and since when it is attached. */
const KernelEvidenceRef = z.object({ kind: z.string(), addedAt: z.string() });

const ReleaseCounts = z.object({
  applies: z.int(),
  mayApply: z.int(),
  cannotCompare: z.int(),
  /** Settled by the release itself, e.g. not built. */
  settled: z.int(),
  /** Closed by a verdict; and open ones with a verdict that was carried over and waits to be confirmed. */
  closed: z.int(),
  inherited: z.int(),
  exploited: z.int(),
  /** Of those that are open: applies, may apply, cannot compare. */
  bySeverity: BySeverity,
  /** Of vulnerabilities of its kernel, those whose files are not built, by which files; null: none was settled so. */
  kernel: z
    .object({
      all: z.int(),
      notBuilt: z.int(),
      evidence: z.array(KernelEvidenceRef),
    })
    .nullable(),
  matchedAt: z.string().nullable(),
});
export type ReleaseCounts = z.infer<typeof ReleaseCounts>;

const KernelFile = z.object({
  file: z.string(),
  /** 'folder': the option of its folder is on; which files that builds is not known. */
  is: z.enum(['not-built', 'built', 'folder', 'unknown']),
  by: z.string().nullable(),
  option: z.string().nullable(),
});
export type KernelFile = z.infer<typeof KernelFile>;

/** One component (or technology) of a release with a vulnerability: the result, why, in words, and its neighbours. */
export const Explanation = z.object({
  vulnerability: VulnerabilityRef,
  release: ReleaseName,
  component: ComponentName.extend({ purl: z.string().nullable(), cpes: z.array(z.string()) }).nullable(),
  technology: z.string().nullable(),
  match: MatchResult,
  evidence: EvidenceShape.nullable(),
  sentence: Sentence,
  /** What each of the evidence's other opinions says for itself, in their order. */
  otherSentences: z.array(Sentence),
  fixes: z.array(FixShape),
  /** What is known to be built of the release's kernel, and so of the files that its records name; null: it is about none, or nothing is known. */
  kernel: z.object({ evidence: z.array(KernelEvidenceRef), files: z.array(KernelFile) }).nullable(),
  /** The same product in other releases of the model, newest first. */
  neighbours: z.array(z.object({ release: ReleaseName, component: ComponentName, match: MatchResult })),
  /** How the place stands and what was decided for it; null: nothing stands there. */
  decided: z.object(Decided).nullable(),
});
export type Explanation = z.infer<typeof Explanation>;

/** A component that no record can be compared with, and why. */
const Unmatched = z.object({
  component: ComponentName.extend({ purl: z.string().nullable() }),
  why: z.enum(['no-identity', 'no-version', 'nothing-known']),
  /** Products that a person has said it is not. */
  ruledOut: z.int(),
});
export type Unmatched = z.infer<typeof Unmatched>;

/** A line of the tree of what is touched. */
export const AffectedRelease = z.object({
  line: LineRef,
  release: ReleaseName,
  inField: z.boolean(),
  match: MatchResult,
  component: ComponentName.nullable(),
  technology: z.string().nullable(),
  units: z.int(),
  ...Decided,
});
export type AffectedRelease = z.infer<typeof AffectedRelease>;

/** Vulnerabilities that apply, by severity, and those that may apply, each once however many releases it touches. */
const Touched = z.object({ applies: BySeverity, mayApply: z.int() });
export type Touched = z.infer<typeof Touched>;

const AffectedModel = z.object({
  line: LineRef,
  model: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
  counts: Counts,
  elsewhere: z.int(),
  /** Releases that verdicts have closed. */
  closed: z.int(),
});
export type AffectedModel = z.infer<typeof AffectedModel>;

/** Releases whether in the field or not, of those in the field how many it applies to; units that it applies or may apply to; beside them what verdicts have closed. */
const AffectedTotal = z.object({
  ...{ lines: z.int(), models: z.int(), releases: z.int() },
  ...{ applies: z.int(), units: z.int(), closed: z.int() },
});
export type AffectedTotal = z.infer<typeof AffectedTotal>;

const named = z.object({ name: z.string().min(1).max(200) });

export const matching = {
  getToday: endpoint('vulnerability:read')
    .route({ method: 'GET', path: '/today', summary: 'What presses today, as numbers', tags })
    .input(z.object({}))
    .output(Today),
  listTouching: endpoint('vulnerability:read')
    .route({
      method: 'GET',
      path: '/touching',
      summary: 'Vulnerabilities that touch us: exploited first, then by result, severity and score',
      tags,
    })
    .input(z.object({ ...TouchingFilter.shape, ...paging }))
    .output(pageOf(Touching)),
  exportTouching: endpoint('vulnerability:read')
    .route({ method: 'GET', path: '/touching/export', summary: 'The same as a file', tags })
    .input(z.object({ ...TouchingFilter.shape, ...taken }))
    .output(z.instanceof(File)),
  getTrend: endpoint('vulnerability:read')
    .route({ method: 'GET', path: '/touching/trend', summary: 'What is new and what is open, week by week', tags })
    .input(z.object({}))
    .output(Trend),
  exportTrend: endpoint('vulnerability:read')
    .route({ method: 'GET', path: '/touching/trend/export', summary: 'The same as a file', tags })
    .input(z.object(taken))
    .output(z.instanceof(File)),
  listChanges: endpoint('vulnerability:read')
    .route({
      method: 'GET',
      path: '/touching/changes',
      summary: 'Vulnerabilities that touch releases in the field otherwise than yesterday at this time, worst first',
      tags,
    })
    .input(z.object(paging))
    .output(pageOf(Change)),
  /** How many releases of ours are touched by each of these vulnerabilities, for lists of everything. */
  countTouching: endpoint('vulnerability:read')
    .route({ method: 'GET', path: '/touching/counts', summary: 'Counts of some vulnerabilities', tags })
    .input(z.object({ name: listOf(z.string().max(200)) }))
    .output(z.object({ items: z.array(z.object({ name: z.string(), match: MatchResult, counts: Counts })) })),
  /** What touches lines, models and releases of ours: of a line or model, in those of its releases that are in the field. */
  countTouched: endpoint('vulnerability:read')
    .route({ method: 'GET', path: '/touching/products', summary: 'Counts of some lines, models or releases', tags })
    .input(z.object({ of: z.enum(productLevels), id: listOf(z.uuid()) }))
    .output(z.object({ items: z.array(Touched.extend({ id: z.uuid() })) })),
  countTouchedField: endpoint('vulnerability:read')
    .route({ method: 'GET', path: '/touching/field', summary: 'Counts of all releases in the field together', tags })
    .input(z.object({}))
    .output(Touched),
  listAffectedModels: endpoint('vulnerability:read')
    .route({
      method: 'GET',
      path: '/vulnerabilities/{name}/models',
      summary: 'Models that it touches, with counts',
      tags,
    })
    .input(named.extend(paging))
    .output(pageOf(AffectedModel).extend({ total: AffectedTotal })),
  listAffectedReleases: endpoint('vulnerability:read')
    .route({ method: 'GET', path: '/vulnerabilities/{name}/releases', summary: 'Releases that it touches', tags })
    .input(named.extend({ model: z.uuid().optional(), ...paging }))
    .output(pageOf(AffectedRelease)),
  exportAffected: endpoint('vulnerability:read')
    .route({ method: 'GET', path: '/vulnerabilities/{name}/releases/export', summary: 'The same as a file', tags })
    .input(named.extend(taken))
    .output(z.instanceof(File)),
  countExposures: endpoint('vulnerability:read')
    .route({ method: 'GET', path: '/releases/{id}/exposures/counts', summary: 'Counts of a release', tags })
    .input(Id)
    .output(ReleaseCounts),
  listExposures: endpoint('vulnerability:read')
    .route({ method: 'GET', path: '/releases/{id}/exposures', summary: 'What touches a release, worst first', tags })
    .input(Id.extend({ ...ExposureFilter.shape, ...paging }))
    .output(pageOf(Exposure)),
  exportExposures: endpoint('vulnerability:read')
    .route({ method: 'GET', path: '/releases/{id}/exposures/export', summary: 'The same as a file', tags })
    .input(Id.extend({ ...ExposureFilter.shape, ...taken }))
    .output(z.instanceof(File)),
  listUnmatched: endpoint('vulnerability:read')
    .route({
      method: 'GET',
      path: '/releases/{id}/unmatched',
      summary: 'Components that no record can be compared with, and why',
      tags,
    })
    .input(Id.extend(paging))
    .output(pageOf(Unmatched)),
  exportUnmatched: endpoint('vulnerability:read')
    .route({ method: 'GET', path: '/releases/{id}/unmatched/export', summary: 'The same as a file', tags })
    .input(Id.extend(taken))
    .output(z.instanceof(File)),
  explain: endpoint('vulnerability:read')
    .route({
      method: 'GET',
      path: '/releases/{id}/exposures/{name}',
      summary: 'Why a vulnerability has its match result in a release: record, range, keys, identity',
      tags,
    })
    .input(Id.extend({ name: z.string().min(1).max(200), component: z.coerce.number().int().min(1).optional() }))
    .output(Explanation),
  ...identityEndpoints,
  ...decidingEndpoints,
  ...vexEndpoints,
};
