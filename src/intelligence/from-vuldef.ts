import { CpeFault, parseCpe } from '#formats/cpe';
import { scoreOf } from '#formats/cvss';
import type { JvnRecord } from '#formats/vuldef';
import { withPhrasesRead } from './apply-prose.ts';
import { instantOf } from './instant.ts';
import type { Criterion, ProductName, Score, Statement } from './statement.ts';

/** Numbers of CVE, and of JVN's advisories with their old forms (JVNTA11-102A). */
const isId = (id: string) => /^(?:CVE-\d{4}-\d{4,}|JVN(?:VU|TA)?#\d+|JVNTA\d\d-\d{3}A?)$/.test(id);

/**
 * What JVN iPedia says. A record about one CVE is that CVE; one about several is not any of them: it stays a vulnerability of
 * its own and names them as related, else twelve flaws would become one. An advisory (JVN#, JVNVU#, JVNTA#) may be about any
 * number of flaws, each in a record of its own, so it is always related only.
 */
export function statementOfVuldef(record: JvnRecord): Statement {
  const { id, language } = record;
  const ids = [...new Set(record.related.map((one) => one.id).filter(isId))];
  const cves = ids.filter((one) => one.startsWith('CVE-'));
  const isOne = cves.length <= 1;
  const names = isOne ? [id, ...cves] : [id];
  return {
    ...{
      source: 'jvn',
      externalId: [id, language === 'ja' ? '' : language, record.isWhole ? '' : 'list'].filter(Boolean).join(' '),
      names,
      related: ids.filter((one) => !names.includes(one)),
    },
    ...{ state: 'published', stateReason: null, labels: [], by: 'JVN iPedia' },
    ...{ publishedAt: instantOf(record.publishedAt), modifiedAt: instantOf(record.updatedAt) },
    title: worded(language, record.title),
    overview: worded(language, record.overview),
    impact: worded(language, record.impact),
    measures: worded(language, record.measures),
    scores: record.scores.flatMap(scoresOf),
    weaknesses: record.weaknesses.flatMap((text) => /^CWE-\d+/.exec(text)?.[0] ?? []),
    references: record.related.filter(({ url }) => url !== '').map(({ url, source }) => ({ url, tags: [source] })),
    ...{ exploitation: null, epss: null, ssvc: null, technologies: [] },
    criteria: record.affected.flatMap((affected, place) => criteriaOf(affected, place, isOne ? (cves[0] ?? id) : id)),
  };
}

const worded = (language: 'ja' | 'en', text: string) => (text === '' ? {} : { [language]: text });

function scoresOf({ vector, score }: JvnRecord['scores'][number]): Score[] {
  const read = scoreOf(vector);
  return read ? [{ version: read.version, vector, score: score ?? read.score, by: 'JVN' }] : [];
}

function criteriaOf(
  { vendor, product, cpes, versions }: JvnRecord['affected'][number],
  place: number,
  vulnerability: string,
): Criterion[] {
  const named = cpes.flatMap((cpe) => cpeProduct(cpe) ?? []);
  const products: ProductName[] = named.length > 0 ? named : product === '' ? [] : [{ space: 'name', vendor, product }];
  return products.flatMap((one) =>
    withPhrasesRead(
      {
        ...{
          path: `/Affected/AffectedItem[${place + 1}]`,
          by: 'JVN',
          role: 'coordinator',
          product: one,
          qualifiers: {},
          ranges: [],
        },
        ...{ otherVersions: 'unknown', unread: [...versions], commits: [], conditions: [], isNegated: false },
        ...{ files: [], routines: [], platforms: [] },
      },
      { vulnerability },
    ),
  );
}

function cpeProduct(text: string): ProductName | null {
  try {
    const { part, vendor, product } = parseCpe(text);
    return [vendor, product].some((value) => value === '*' || value === '-')
      ? null
      : { space: 'cpe', part, vendor, product };
  } catch (fault) {
    if (fault instanceof CpeFault) return null;
    throw fault;
  }
}
