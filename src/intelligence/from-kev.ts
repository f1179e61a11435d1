import type { KevEntry } from '#formats/kev';
import type { Statement } from './statement.ts';

/**
 * What a catalogue of exploited vulnerabilities says; it never says which versions are affected.
 * @param asOf  instant as of which the catalogue stands; null when not known
 */
export function statementOfKev(entry: KevEntry, asOf: string | null): Statement {
  const { cve, catalogue, addedOn, dueOn, ransomware, action } = entry;
  return {
    ...{
      source: 'kev',
      externalId: `${catalogue} ${cve}`,
      names: [cve],
      related: [],
      state: 'published',
      stateReason: null,
    },
    ...{ labels: [], by: catalogue, publishedAt: null, modifiedAt: asOf },
    title: entry.title ? { en: entry.title } : {},
    overview: entry.overview ? { en: entry.overview } : {},
    ...{ impact: {}, measures: {}, scores: [], weaknesses: entry.weaknesses, references: [] },
    exploitation: { catalogue, addedOn, dueOn, ransomware, action },
    ...{ epss: null, ssvc: null, criteria: [], technologies: [] },
  };
}
