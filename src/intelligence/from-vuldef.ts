import { CpeFault, parseCpe } from '#formats/cpe';
import { scoreOf } from '#formats/cvss';
import type { JvnProduct, JvnRecord } from '#formats/vuldef';
import { withPhrasesRead } from './apply-prose.ts';
import { instantOf } from './instant.ts';
import { marksOfJvn } from './record-words.ts';
import type { Criterion, ProductName, Range, Score, Statement } from './statement.ts';

/** Numbers of CVE, and of JVN's advisories with their old forms (JVNTA11-102A). */
const isId = (id: string) => /^(?:CVE-\d{4}-\d{4,19}|JVN(?:VU|TA)?#\d{1,20}|JVNTA\d\d-\d{3}A?)$/.test(id);

/**
 * What JVN iPedia says. A record about one CVE is that CVE; one about several is not any of them: it stays a vulnerability of
 * its own and names them as related, else twelve flaws would become one. An advisory (JVN#, JVNVU#, JVNTA#) may be about any
 * number of flaws, each in a record of its own, so it is always related only.
 */
export function statementOfVuldef(record: JvnRecord): Statement {
  const { id, language } = record;
  const ids = [...new Set(record.related.map((one) => one.id).filter(isId))];
  const cves = ids.filter((one) => one.startsWith('CVE-'));
  const names = cves.length <= 1 ? [id, ...cves] : [id];
  const { rejection, labels } = marksOfJvn(record.overview);
  return {
    ...{
      source: 'jvn',
      externalId: [id, language === 'ja' ? '' : language, record.isWhole ? '' : 'list'].filter(Boolean).join(' '),
      names,
      related: ids.filter((one) => !names.includes(one)),
    },
    ...{ state: rejection === null ? 'published' : 'rejected', stateReason: rejection, labels, by: 'JVN iPedia' },
    ...{ publishedAt: instantOf(record.publishedAt), modifiedAt: instantOf(record.updatedAt) },
    title: worded(language, record.title),
    overview: worded(language, record.overview),
    impact: worded(language, record.impact),
    measures: worded(language, record.measures),
    scores: record.scores.flatMap(scoresOf),
    weaknesses: record.weaknesses.flatMap((text) => /^CWE-\d+/.exec(text)?.[0] ?? []),
    references: record.related.filter(({ url }) => url !== '').map(({ url, source }) => ({ url, tags: [source] })),
    ...{ exploitation: null, epss: null, ssvc: null, technologies: [] },
    criteria: rejection === null ? record.affected.flatMap((one, place) => criteriaOf(one, place, [id, ...cves])) : [],
  };
}

const worded = (language: 'ja' | 'en', text: string) => (text === '' ? {} : { [language]: text });

function scoresOf({ vector, score }: JvnRecord['scores'][number]): Score[] {
  const read = scoreOf(vector);
  return read ? [{ version: read.version, vector, score: score ?? read.score, by: 'JVN' }] : [];
}

function criteriaOf(
  { vendor, product, cpes, versions, status }: JvnProduct,
  place: number,
  vulnerabilities: readonly string[],
): Criterion[] {
  const named = cpes.flatMap((cpe) => cpeProduct(cpe) ?? []);
  const products: ProductName[] = named.length > 0 ? named : product === '' ? [] : [{ space: 'name', vendor, product }];
  return products.flatMap((one): Criterion[] => {
    const criterion: Criterion = {
      ...{ path: `/Affected/AffectedItem[${place + 1}]`, by: 'JVN', role: 'coordinator', product: one, qualifiers: {} },
      ...{ ranges: [], otherVersions: 'unknown', unread: [], commits: [], conditions: [], isNegated: false },
      ...{ files: [], routines: [], platforms: [] },
    };
    if (status === 'vulnerable') return withPhrasesRead({ ...criterion, unread: [...versions] }, { vulnerabilities });
    // Words that are not about affected versions are for a person: read as others are, they would say the opposite.
    if (status === 'unknown') return [{ ...criterion, unread: versions.map((words) => `${undecided}: ${words}`) }];
    return [versions.length > 0 ? { ...criterion, exceptions: [...versions] } : { ...criterion, ranges: [noVersion] }];
  });
}

const undecided = '影響の有無が不明';
/** A product that is not affected, whatever its version. */
const noVersion: Range = {
  ...{ status: 'unaffected', from: null, to: null, scheme: null, anyUpdate: false, basis: 'stated', text: null },
};

function cpeProduct(text: string): ProductName | null {
  try {
    const { part, vendor, product } = parseCpe(text);
    // 'misc' is whoever has no name of his own there.
    return vendor === 'misc' || [vendor, product].some((value) => value === '*' || value === '-')
      ? null
      : { space: 'cpe', part, vendor, product };
  } catch (fault) {
    if (fault instanceof CpeFault) return null;
    throw fault;
  }
}
