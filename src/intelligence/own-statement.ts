import { CpeFault, parseCpe } from '#formats/cpe';
import { scoreOf } from '#formats/cvss';
import { formatPurl, parsePurl } from '#formats/purl';
import { withPhrasesRead } from './apply-prose.ts';
import type { OwnFacts } from './model.ts';
import type { Criterion, ProductName, Statement } from './statement.ts';

/** What a maker has written, as a statement like that of any source. */
export function statementOfOwn(
  externalId: string,
  facts: OwnFacts,
  state: Statement['state'],
  at: Temporal.Instant,
): Statement {
  const score = facts.vector === '' ? null : scoreOf(facts.vector);
  return {
    ...{ source: 'own', externalId, names: [externalId, ...facts.names], related: [], state, stateReason: null },
    ...{ labels: [], by: null, publishedAt: null, modifiedAt: at.toString() },
    title: { ...(facts.titleJa ? { ja: facts.titleJa } : {}), ...(facts.titleEn ? { en: facts.titleEn } : {}) },
    overview: facts.overview ? { ja: facts.overview } : {},
    ...{ impact: {}, measures: {}, weaknesses: [], exploitation: null, epss: null, ssvc: null },
    scores: score ? [{ ...score, by: 'own' }] : [],
    references: facts.references.map((url) => ({ url, tags: [] })),
    criteria: facts.products.flatMap((product, place) =>
      withPhrasesRead(criterionOf(product, place), { vulnerabilities: [externalId, ...facts.names] }),
    ),
    technologies: facts.technologies,
  };
}

function criterionOf({ product, versions }: OwnFacts['products'][number], place: number): Criterion {
  return {
    ...{ path: `/products/${place}`, by: 'own', role: 'own', product: productOf(product), qualifiers: {}, ranges: [] },
    ...{ otherVersions: 'unaffected', unread: versions === '' ? [] : [versions], commits: [], conditions: [] },
    ...{ isNegated: false, files: [], routines: [], platforms: [] },
  };
}

/** A CPE, a purl, or vendor and product with a slash between them. */
export function productOf(text: string): ProductName {
  if (text.startsWith('pkg:')) {
    const purl = parsePurl(text);
    return {
      space: 'purl',
      purl: formatPurl({ ...purl, version: null, qualifiers: {}, subpath: null }),
      distribution: purl.qualifiers.distro ?? null,
    };
  }
  if (text.startsWith('cpe:')) {
    const { part, vendor, product } = parseCpe(text);
    if ([vendor, product].some((value) => value === '*' || value === '-'))
      throw new CpeFault('bad-value', 'Vendor and product are needed');
    return { space: 'cpe', part, vendor, product };
  }
  const [vendor = '', ...rest] = text.split('/');
  return rest.length > 0
    ? { space: 'name', vendor: vendor.trim(), product: rest.join('/').trim() }
    : { space: 'name', vendor: '', product: vendor.trim() };
}
