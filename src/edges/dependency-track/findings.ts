import { hash } from 'node:crypto';
import type { Tools } from '#access';
import { listComponents } from '#inventory';
import { listExposures } from '#matching';
import type { Exposure } from '#matching/contract';
import type { Edge } from '#platform/http/edges';
import { listed, spoken } from './answer.ts';
import { pageAskedBy } from './paging.ts';
import { getProject } from './projects.ts';

const atOnce = 500;
const pagingWords = ['pageNumber', 'page', 'pageSize', 'limit', 'size', 'offset'];

/**
 * What applies or may apply to a release, worst first: a gate in a build must not be green because a fact is missing.
 * All of it, unless the call asks for a page, as older and newer clients expect.
 */
export const findings: Edge<Tools> = {
  name: 'dependency-track.list-findings',
  method: 'GET',
  path: '/api/v1/finding/project/:releaseId',
  summary: 'Vulnerabilities that apply or may apply to a release, worst first',
  access: 'vulnerability:read',
  examples: ['/api/v1/finding/project/0199ffff-ffff-7fff-bfff-ffffffffffff'],
  handle: spoken(async (tools, request, { releaseId: uuid = '' }) => {
    const { id } = await getProject(tools, uuid);
    const all = await allExposures(tools, id);
    const { searchParams: query } = new URL(request.url);
    const { offset, limit } = pagingWords.some((word) => query.has(word))
      ? pageAskedBy(query)
      : { offset: 0, limit: all.length };
    return listed(await describe(tools, id, all.slice(offset, offset + limit)), all.length);
  }),
};

async function allExposures(tools: Tools, id: string): Promise<Exposure[]> {
  const all: Exposure[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await listExposures(tools, { id, match: ['applies', 'may-apply'], after, limit: atOnce });
    all.push(...items);
    after = next ?? undefined;
  } while (after !== undefined);
  return all;
}

async function describe({ db }: Tools, project: string, exposures: readonly Exposure[]): Promise<object[]> {
  const componentById = await listComponents(
    db,
    exposures.flatMap(({ component }) => component?.id ?? []),
  );
  return exposures.map((exposure) => {
    const { component, technology, match } = exposure;
    const { purl = null, cpes = [] } = componentById.get(component?.id ?? 0) ?? {};
    const componentUuid = uuidOf(component ? `component ${component.id}` : `technology ${technology}`);
    const vulnerability = vulnerabilityOf(exposure);
    return {
      component: {
        ...{ uuid: componentUuid, name: component?.name ?? technology, project },
        ...(component?.version ? { version: component.version } : {}),
        ...(purl ? { purl } : {}),
        ...(cpes[0] ? { cpe: cpes[0] } : {}),
      },
      vulnerability,
      // Nothing is decided here; what a person judges is another thing than what was matched.
      analysis: { state: 'NOT_SET', isSuppressed: false },
      attribution: {
        analyzerIdentity: 'INTERNAL_ANALYZER',
        attributedOn: Temporal.Instant.from(exposure.firstSeenAt).epochMilliseconds,
      },
      matrix: `${project}:${componentUuid}:${vulnerability.uuid}`,
      // Beside the protocol: whether it applies, or a fact is missing.
      match,
    };
  });
}

const severityWords = {
  critical: ['CRITICAL', 0],
  high: ['HIGH', 1],
  medium: ['MEDIUM', 2],
  low: ['LOW', 3],
  none: ['UNASSIGNED', 5],
} as const;

function vulnerabilityOf({ vulnerability }: Exposure) {
  const { name, titleEn, titleJa, severity, score, scoreVersion, epssPercentile } = vulnerability;
  const [word, rank] = severityWords[severity];
  const scoreName = { 2: 'cvssV2BaseScore', 3: 'cvssV3BaseScore', 4: 'cvssV4Score' }[Number(scoreVersion?.[0])];
  const title = titleEn ?? titleJa;
  return {
    ...{ uuid: uuidOf(`vulnerability ${name}`), vulnId: name, source: sourceOf(name) },
    ...(title ? { title } : {}),
    ...{ severity: word, severityRank: rank },
    ...(score !== null && scoreName ? { [scoreName]: score } : {}),
    ...(epssPercentile === null ? {} : { epssPercentile }),
  };
}

/** The source in the words of the protocol; it has none for JVN. */
function sourceOf(name: string): string {
  if (name.startsWith('CVE-')) return 'NVD';
  return name.startsWith('GHSA-') ? 'GITHUB' : 'UNKNOWN';
}

/** A UUID (version 8) that follows from a text, for what has none of its own: the same in every answer. */
function uuidOf(text: string): string {
  const hex = hash('sha256', text);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
