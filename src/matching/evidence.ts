import type { Criterion, ProductName, Range, SourceId } from '#intelligence/pure';
import type { Scheme } from '#versions/version-key';

/** 照合結果, from the machine: 該当, 要確認, 非該当, 照合不能. A verdict (判定) is a person's and has other words. */
export const matchValues = ['applies', 'may-apply', 'does-not-apply', 'cannot-compare'] as const;
export type MatchValue = (typeof matchValues)[number];

/** How surely a component is the product of a criterion: 1 is exact, 7 only suggests. Tiers 1 to 4 may say 'applies'. */
export type Tier = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** What is known of a component, as inventory keeps it. */
export type Component = {
  name: string;
  version: string | null;
  purl: string | null;
  /** 2.3 */
  cpes: readonly string[];
  supplier: string | null;
  /** "debian-12" */
  distribution: string | null;
  /** What people have said that components of this name are. */
  said?: readonly SaidProduct[];
};

/** 身元の確認: a person says that components of a name are a product, or are not. Vendor and product as in a CPE. */
export type SaidProduct = { answer: 'is' | 'is-not'; vendor: string; product: string; by: string; at: string };

/** A product that a component may be, and why. */
export type Candidate = {
  key: string;
  product: ProductName;
  tier: Tier;
  why: 'purl' | 'cpe' | 'person' | 'alias' | 'cpe-any-vendor' | 'name';
  /** Who said so and when; only where it was a person. */
  said?: { by: string; at: string };
};

/** Why a criterion gives its value; each has its sentence in both languages. */
export type Reason =
  | 'in-range'
  | 'all-versions'
  | 'out-of-range'
  | 'not-listed' // versions are named one by one, ours is none of them, and of others the record says nothing
  | 'unaffected-range'
  | 'no-version' // the component's version is not known
  | 'no-range' // the record says nothing of versions
  | 'empty-range' // the record's bounds contradict each other
  | 'unread-phrase'
  | 'unread-exception' // all but some versions are affected, and which is not understood
  | 'fork' // a vendor's fork and no lower bound
  | 'patch-level-unknown'
  | 'pre-release-of-bound'
  | 'other-scheme' // the bound is in an order that does not fit the component
  | 'no-order' // a version has no place in the order
  | 'distribution-decides' // an upstream range against a package of a distribution
  | 'weak-identity'
  | 'other-environment' // target software, edition or hardware of another product
  | 'environment-unknown'
  | 'condition-missing'
  | 'condition-contradicted'
  | 'condition-needs-both'
  | 'negated'
  | 'whole-system' // a criterion about an operating system, not about its packages
  | 'not-built'
  | 'sources-disagree'
  | 'technology'
  | 'rejected'
  | 'withdrawn';

/** What one criterion of one record says about a component. */
export type Opinion = {
  value: MatchValue;
  reason: Reason;
  source: SourceId;
  externalId: string;
  by: string;
  role: Criterion['role'];
  /** Where it stands in the original. */
  path: string;
  product: ProductName;
  tier: Tier;
  why: Candidate['why'];
  said?: Candidate['said'];
  scheme: Scheme | null;
  /** The component's version as it was compared, null when it has none. */
  version: string | null;
  /** The range that decided, null when none did. */
  range: Range | null;
  /** What the sentence needs besides: the file that is not built, the platform that is missing, the phrase. */
  detail: string | null;
  /** What is to be asked of a release before this holds: conditions of a configuration, files that must be built. */
  needs: { conditions: Criterion['conditions']; files: string[] } | null;
};

/** Why a component has its match result for a vulnerability; the first opinion decided, the others stand beside it. */
export type Evidence = {
  /** Version of this shape. */
  shape: 1;
  value: MatchValue;
  decided: Opinion;
  others: Opinion[];
};
