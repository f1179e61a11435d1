import type { Affected, Container, Cve5 } from '#formats/cve5';
import { scoreOf } from '#formats/cvss';
import { criteriaOf } from './from-cpe-match.ts';
import { affectedCriteria } from './from-cve5-affected.ts';
import { instantOf } from './instant.ts';
import { isDisputed, rejectionIn } from './record-words.ts';
import type { Criterion, CriterionRole, Exploitation, Score, Ssvc, Statement, StatementLabel } from './statement.ts';

/** What the CNA of a CVE record says, with what ADP containers (CISA) add. */
export function statementOfCve5({ cveMetadata, containers: { cna, adp } }: Cve5): Statement {
  const { cveId } = cveMetadata;
  const description = inEnglish(cna.descriptions);
  const isRejected = cveMetadata.state === 'REJECTED' || rejectionIn(description) !== null;
  const all = [cna, ...adp];
  return {
    ...{ source: 'cve', externalId: cveId, names: [cveId], related: isRejected ? cna.replacedBy : [] },
    state: isRejected ? 'rejected' : 'published',
    stateReason: isRejected ? inEnglish(cna.rejectedReasons) || rejectionIn(description) || null : null,
    labels: labelsOf(all, description),
    by: cna.providerMetadata.shortName ?? cveMetadata.assignerShortName ?? null,
    publishedAt: instantOf(cveMetadata.datePublished),
    modifiedAt: instantOf(cveMetadata.dateUpdated ?? cveMetadata.dateRejected),
    title: cna.title ? { en: cna.title } : {},
    overview: worded(cna.descriptions),
    impact: worded(cna.impacts.flatMap(({ descriptions }) => descriptions)),
    measures: worded(cna.solutions),
    scores: all.flatMap(scoresOf),
    weaknesses: [...new Set(all.flatMap(weaknessesOf))],
    references: [...new Map(all.flatMap(({ references }) => references).map((one) => [one.url, one])).values()],
    exploitation: all.map(exploitationOf).find((one) => one !== null) ?? null,
    ...{ epss: null, ssvc: all.map(ssvcOf).find((one) => one !== null) ?? null, technologies: [] },
    criteria: isRejected
      ? []
      : [...ofContainer(cna, 'cna', cveId), ...adp.flatMap((one, place) => ofContainer(one, `adp/${place}`, cveId))],
  };
}

const inEnglish = (texts: Container['descriptions']) =>
  texts.find(({ lang }) => lang.startsWith('en'))?.value ?? texts[0]?.value ?? '';

function worded(texts: Container['descriptions']): Statement['overview'] {
  const [en, ja] = ['en', 'ja'].map(
    (language) => texts.find(({ lang }) => lang.toLowerCase().startsWith(language))?.value,
  );
  return { ...(en ? { en } : {}), ...(ja ? { ja } : {}) };
}

function labelsOf(containers: readonly Container[], description: string): StatementLabel[] {
  const tags = containers.flatMap((container) => container.tags);
  const known = ['unsupported-when-assigned', 'exclusively-hosted-service'] as const;
  return [
    ...(isDisputed(tags, description) ? (['disputed'] as const) : []),
    ...known.filter((label) => tags.includes(label)),
  ];
}

/** The CNA's own product list, an analyst's where it comes from an ADP; both by applicability statements too. */
function ofContainer(container: Container, at: string, cveId: string): Criterion[] {
  const role: CriterionRole = at === 'cna' ? 'owner' : 'analyst';
  const by = container.providerMetadata.shortName ?? (at === 'cna' ? 'CNA' : 'ADP');
  const path = `/containers/${at}`;
  const listed = container.affected.flatMap((affected: Affected, place) =>
    affectedCriteria(affected, { by, role, path: `${path}/affected/${place}`, cveId }),
  );
  return [...listed, ...criteriaOf(container.cpeApplicability, { by, role, path: `${path}/cpeApplicability` })];
}

const versions = { cvssV4_0: '4.0', cvssV3_1: '3.1', cvssV3_0: '3.0', cvssV2_0: '2.0' } as const;

function scoresOf({ metrics, providerMetadata }: Container): Score[] {
  const by = providerMetadata.shortName ?? 'ADP';
  return metrics.flatMap((metric) =>
    (Object.keys(versions) as (keyof typeof versions)[]).flatMap((key): Score[] => {
      const said = metric[key];
      if (!said) return [];
      const score = said.baseScore ?? scoreOf(said.vectorString)?.score ?? null;
      return [{ version: versions[key], vector: said.vectorString, score, by }];
    }),
  );
}

function weaknessesOf({ problemTypes }: Container): string[] {
  return problemTypes.flatMap(({ descriptions }) =>
    descriptions.flatMap(({ cweId, description }) => /^CWE-\d+/.exec(cweId ?? description ?? '')?.[0] ?? []),
  );
}

function others(container: Container, type: string): Record<string, unknown>[] {
  return container.metrics.flatMap(({ other }) =>
    other?.type === type && typeof other.content === 'object' && other.content !== null
      ? [other.content as Record<string, unknown>]
      : [],
  );
}

function exploitationOf(container: Container): Exploitation | null {
  const added = others(container, 'kev')[0]?.dateAdded;
  if (typeof added !== 'string' || !/^\d{4}-\d\d-\d\d/.test(added)) return null;
  return { catalogue: 'CISA KEV', addedOn: added.slice(0, 10), dueOn: null, ransomware: 'unknown', action: null };
}

/** @source SSVC as CISA publishes it: options is a list of objects with one key each */
function ssvcOf(container: Container): Ssvc | null {
  const content = others(container, 'ssvc')[0];
  if (!content || !Array.isArray(content.options)) return null;
  const options: unknown[] = content.options;
  const word = (key: string) => options.map((option) => wordIn(option, key)).find((found) => found !== null) ?? null;
  return {
    exploitation: word('Exploitation'),
    automatable: word('Automatable'),
    technicalImpact: word('Technical Impact'),
    at: instantOf(typeof content.timestamp === 'string' ? content.timestamp : null),
  };
}

function wordIn(option: unknown, key: string): string | null {
  if (typeof option !== 'object' || option === null || !Object.hasOwn(option, key)) return null;
  const word = (option as Record<string, unknown>)[key];
  return typeof word === 'string' ? word : null;
}
