import { childOf, childrenOf, type Element, readElements, textOf } from './tree.ts';

export { XmlFault } from './tree.ts';

/** A record of JVN iPedia: the whole of it (VULDEF), or what a list tells of it (JVNRSS). Texts are as written. */
export type JvnRecord = {
  id: string;
  /** False for an entry of a list: it tells less than the record. */
  isWhole: boolean;
  language: 'ja' | 'en';
  title: string;
  overview: string;
  impact: string;
  measures: string;
  affected: JvnProduct[];
  /** CVSS by JVN: base vectors with their score. */
  scores: { vector: string; score: number | null }[];
  weaknesses: string[];
  /** Ids of other records: { source: "CVE", id: "CVE-2021-36745" }. */
  related: { source: string; id: string; url: string }[];
  publishedAt: string | null;
  updatedAt: string | null;
};

/** `status` as VULDEF says it; an investigation that goes on leaves "not vulnerable" unknown, and "vulnerable" as it is. */
export type JvnProduct = {
  vendor: string;
  product: string;
  cpes: string[];
  versions: string[];
  status: 'vulnerable' | 'not-vulnerable' | 'unknown';
};

export type JvnItem = { record: JvnRecord; original: string } | { problem: { rule: string; message: string } };

/**
 * The records of a document, one after the other: an answer of getVulnDetailInfo or a yearly feed of details (Vulinfo), or a
 * list (item of RSS). An answer that says it failed is a problem, never an empty list.
 * @throws XmlFault where the document is no XML that is read here, after the records before
 * @source VULDEF 3.2 and JVNRSS 2.0, MyJVN API (IPA)
 */
export async function* readJvn(texts: AsyncIterable<string>): AsyncGenerator<JvnItem> {
  let language: JvnRecord['language'] = 'ja';
  for await (const { element, whole } of readElements(texts, new Set(['Vulinfo', 'item']))) {
    if (whole !== null) {
      const record = element.name === 'item' ? ofItem(element, language) : ofVulinfo(element, language);
      if (!/^JVNDB-\d{4}-\d{6,9}$/.test(record.id))
        yield { problem: { rule: 'wrong-shape', message: `"${record.id.slice(0, 80)}" is no id of a record` } };
      else yield { record, original: whole };
      continue;
    }
    const { lang, retCd, errCd, errMsg } = element.attributes;
    if (lang === 'en' || lang === 'ja') language = lang;
    if (element.name === 'Status' && retCd !== undefined && retCd !== '0')
      yield { problem: { rule: 'answer-failed', message: `${errCd ?? ''} ${errMsg ?? ''}`.trim() } };
  }
}

/** Whether a text begins as one of these documents does. */
export const isJvn = (head: string): boolean =>
  /<(?:\w+:)?(?:VULDEF-Document|RDF|VULDEF)\b/.test(head) && /jvn/i.test(head);

function ofVulinfo(vulinfo: Element, language: JvnRecord['language']): JvnRecord {
  const data = childOf(vulinfo, 'VulinfoData');
  const items = (list: string, item: string) => childrenOf(childOf(data, list), item);
  const descriptions = (list: string, item: string) =>
    items(list, item)
      .map((one) => textOf(one, 'Description'))
      .filter(Boolean)
      .join('\n\n');
  const related = items('Related', 'RelatedItem');
  return {
    ...{ id: textOf(vulinfo, 'VulinfoID'), isWhole: true, language, title: textOf(data, 'Title') },
    overview: textOf(childOf(data, 'VulinfoDescription'), 'Overview'),
    impact: descriptions('Impact', 'ImpactItem'),
    measures: descriptions('Solution', 'SolutionItem'),
    affected: items('Affected', 'AffectedItem').map((item) => ({
      vendor: textOf(item, 'Name'),
      product: textOf(item, 'ProductName'),
      cpes: childrenOf(item, 'Cpe')
        .map(({ text }) => text.trim())
        .filter(Boolean),
      versions: childrenOf(item, 'VersionNumber')
        .map(({ text }) => text.trim())
        .filter(Boolean),
      status: statuses.get(item.attributes.affectedstatus ?? 'vulnerable') ?? 'unknown',
    })),
    scores: childrenOf(childOf(data, 'Impact'), 'Cvss').flatMap(scoreOf),
    weaknesses: related.filter(({ attributes }) => attributes.type === 'cwe').map((one) => textOf(one, 'VulinfoID')),
    related: related
      .filter(({ attributes }) => attributes.type === 'advisory')
      .map((one) => ({ source: textOf(one, 'Name'), id: textOf(one, 'VulinfoID'), url: textOf(one, 'URL') })),
    publishedAt: textOf(data, 'DatePublic') || textOf(data, 'DateFirstPublished') || null,
    updatedAt: textOf(data, 'DateLastUpdated') || null,
  };
}

/** @source vuldef_3.2.xsd, affectedstatusEnum; mod_sec_3.0.xsd, cpeImpactEnum */
const statuses = new Map<string, JvnProduct['status']>([
  ['vulnerable', 'vulnerable'],
  ['vulnerable_investigating', 'vulnerable'],
  ['notvulnerable', 'not-vulnerable'],
  ['not vulnerable', 'not-vulnerable'],
]);

function scoreOf(cvss: Element): JvnRecord['scores'] {
  const vector = textOf(cvss, 'Vector');
  const score = Number(textOf(cvss, 'Base') || Number.NaN);
  return vector === '' ? [] : [{ vector, score: Number.isFinite(score) ? score : null }];
}

function ofItem(item: Element, language: JvnRecord['language']): JvnRecord {
  const references = childrenOf(item, 'references');
  const cpes = childrenOf(item, 'cpe');
  return {
    ...{
      id: textOf(item, 'identifier'),
      isWhole: false,
      language,
      title: textOf(item, 'title'),
      overview: textOf(item, 'description'),
    },
    ...{ impact: '', measures: '' },
    affected: cpes.map(({ attributes: { vendor = '', product = '', impact = 'vulnerable' }, text }) => ({
      ...{ vendor, product, cpes: [text.trim()], versions: [], status: statuses.get(impact) ?? 'unknown' },
    })),
    scores: childrenOf(item, 'cvss').flatMap(({ attributes: { vector, score } }) =>
      vector ? [{ vector: vector.replace(/^\(|\)$/g, ''), score: score ? Number(score) : null }] : [],
    ),
    weaknesses: references
      .filter(({ attributes }) => /^CWE-/.test(attributes.id ?? ''))
      .map(({ attributes }) => attributes.id ?? ''),
    related: references.flatMap(({ attributes: { source, id }, text }) =>
      id ? [{ source: source ?? '', id, url: text.trim() }] : [],
    ),
    publishedAt: textOf(item, 'issued') || textOf(item, 'date') || null,
    updatedAt: textOf(item, 'modified') || null,
  };
}
