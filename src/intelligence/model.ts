import { z } from 'zod';
import { listOf } from '#platform/browser/list-of';
import { sourceIds } from './statement.ts';

export { sourceIds } from './statement.ts';

export const SourceName = z.enum(sourceIds);

/** Severity by its CVSS score: JVN iPedia's four words, and none. CVSS 2.0 has no critical. */
export const severities = ['none', 'low', 'medium', 'high', 'critical'] as const;
export const Severity = z.enum(severities);
export type Severity = z.infer<typeof Severity>;

/** @param number 0 to 4, as stored */
export const severityOfNumber = (number: number): Severity => severities[number] ?? 'none';

/** A vulnerability in a list: what all its sources say together. */
export const VulnerabilityRef = z.object({
  /** The best known of its names; its page is /vulnerabilities/{name}. */
  name: z.string(),
  titleJa: z.string().nullable(),
  titleEn: z.string().nullable(),
  severity: Severity,
  score: z.number().nullable(),
  scoreVersion: z.string().nullable(),
  /** Since when a catalogue lists it as exploited. */
  exploitedOn: z.string().nullable(),
  epssPercentile: z.number().nullable(),
  state: z.enum(['published', 'rejected', 'withdrawn']),
  labels: z.array(z.string()),
  publishedAt: z.string().nullable(),
  modifiedAt: z.string().nullable(),
  /** Seen by the members of a wall only. */
  walled: z.boolean(),
});
export type VulnerabilityRef = z.infer<typeof VulnerabilityRef>;

export const VulnerabilityFilter = z.object({
  /** Part of a name, title, product. */
  q: z.string().max(200).optional(),
  severity: listOf(Severity).optional(),
  exploited: z.enum(['only']).optional(),
  source: listOf(SourceName).optional(),
  state: listOf(z.enum(['published', 'rejected', 'withdrawn'])).optional(),
});
export type VulnerabilityFilter = z.infer<typeof VulnerabilityFilter>;

/** Most urgent first: exploited before all, then by score; newest published; last changed. */
export const vulnerabilitySorts = ['urgency', 'published', 'changed'] as const;
export const VulnerabilitySort = z.enum(vulnerabilitySorts);
export type VulnerabilitySort = z.infer<typeof VulnerabilitySort>;

/** The problem of an import whose process was killed; pages have words for it. */
export const cutOff = 'cut-off';

/** Bounds as a person sets them; both null: all versions. */
export const SetRange = z.object({
  from: z.string().min(1).max(100).nullable(),
  fromIncluded: z.boolean(),
  to: z.string().min(1).max(100).nullable(),
  toIncluded: z.boolean(),
});
export type SetRange = z.infer<typeof SetRange>;

export const tlps = ['clear', 'green', 'amber', 'amber+strict', 'red'] as const;

/** What the maker writes itself about a vulnerability. A confidential one is seen by its readers alone. */
export const OwnFacts = z.object({
  titleJa: z.string().trim().max(300),
  titleEn: z.string().trim().max(300),
  overview: z.string().trim().max(20_000),
  /** A CVSS vector, or nothing. */
  vector: z.string().trim().max(300),
  /** CVE ids and others that it is also known by. */
  names: z.array(z.string().trim().min(1).max(100)).max(20),
  products: z
    .array(
      z.object({
        /** A CPE, a purl, or vendor and product separated by a slash. */
        product: z.string().trim().min(1).max(500),
        /** In words, e.g. "1.2 から 1.4.3 より前"; nothing: not said. */
        versions: z.string().trim().max(500),
      }),
    )
    .max(200),
  technologies: z.array(z.string().trim().min(1).max(100)).max(50),
  references: z.array(z.url().max(1000)).max(50),
  tlp: z.enum(tlps),
});
export type OwnFacts = z.infer<typeof OwnFacts>;
