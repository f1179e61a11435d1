import type { NvdCve } from '#formats/nvd';
import { criteriaOf } from './from-cpe-match.ts';
import { instantOf } from './instant.ts';
import { isDisputed, rejectionIn } from './record-words.ts';
import type { Score, Statement } from './statement.ts';

/** What NVD says of a CVE. */
export function statementOfNvd(cve: NvdCve): Statement {
  const description = cve.descriptions.find(({ lang }) => lang === 'en')?.value ?? '';
  const rejection =
    cve.vulnStatus === 'Rejected' ? (rejectionIn(description) ?? description) : rejectionIn(description);
  const isRejected = rejection !== null;
  return {
    ...{ source: 'nvd', externalId: cve.id, names: [cve.id], related: [] },
    ...{ state: isRejected ? 'rejected' : 'published', stateReason: rejection },
    labels: isDisputed(
      cve.cveTags.flatMap(({ tags }) => tags),
      description,
    )
      ? ['disputed']
      : [],
    ...{ by: 'nvd', publishedAt: instantOf(cve.published), modifiedAt: instantOf(cve.lastModified) },
    ...{ title: {}, overview: description ? { en: description } : {}, impact: {}, measures: {} },
    scores: scoresOf(cve),
    weaknesses: [
      ...new Set(
        cve.weaknesses
          .flatMap(({ description: said }) => said.map(({ value }) => value))
          .filter((value) => /^CWE-\d+$/.test(value)),
      ),
    ],
    references: cve.references,
    exploitation: cve.cisaExploitAdd
      ? {
          ...{ catalogue: 'CISA KEV', addedOn: cve.cisaExploitAdd, dueOn: cve.cisaActionDue ?? null },
          ...{ ransomware: 'unknown', action: cve.cisaRequiredAction ?? null },
        }
      : null,
    ...{ epss: null, ssvc: null, technologies: [] },
    criteria: isRejected ? [] : criteriaOf(cve.configurations, { by: 'nvd', role: 'analyst', path: '/configurations' }),
  };
}

function scoresOf({ metrics }: NvdCve): Score[] {
  const all = [...metrics.cvssMetricV40, ...metrics.cvssMetricV31, ...metrics.cvssMetricV30, ...metrics.cvssMetricV2];
  return all.flatMap(({ source, cvssData: { version, vectorString, baseScore } }) =>
    version === '2.0' || version === '3.0' || version === '3.1' || version === '4.0'
      ? [{ version, vector: vectorString, score: baseScore ?? null, by: source === 'nvd@nist.gov' ? 'nvd' : source }]
      : [],
  );
}
