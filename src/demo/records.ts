import type { Tools } from '#access';
import { beginImport, type Incoming, importRecords, listSources } from '#intelligence';
import type { Bound, Criterion, Range, Score, Statement } from '#intelligence/pure';
import { recordFacts } from './record-facts.ts';

/**
 * Some real vulnerabilities as facts, so that the demonstration has something to match. Whoever imports the records themselves
 * replaces them: once something has come in, nothing is added.
 */
export async function loadRecords(tools: Tools): Promise<void> {
  if ((await listSources(tools)).length > 0) return;
  const id = await beginImport(tools, { names: ['デモの脆弱性情報'], fileSha256: null });
  await importRecords(tools, { id, incoming: incoming() });
}

async function* incoming(): AsyncGenerator<Incoming> {
  for (const statement of recordFacts.map(statementOf)) {
    const bytes = new TextEncoder().encode(JSON.stringify(statement));
    const file = 'demo';
    yield {
      kind: 'record',
      file,
      place: statement.externalId,
      source: statement.source,
      bytes,
      read: () => ({ statement }),
    };
  }
}

function statementOf(facts: (typeof recordFacts)[number]): Statement {
  const { id, by, source = 'cve', publishedOn, ja, en, cvss, exploitedOn, says } = facts;
  return {
    ...{ source, externalId: id, names: [id], related: [], state: 'published', stateReason: null, labels: [], by },
    ...{
      publishedAt: `${publishedOn}T00:00:00Z`,
      modifiedAt: null,
      title: { ja, en },
      overview: {},
      impact: {},
      measures: {},
    },
    scores: cvss ? [scoreOf(cvss)] : [],
    ...{
      weaknesses: [],
      references: [{ url: `https://www.cve.org/CVERecord?id=${id}`, tags: [] }],
      epss: null,
      ssvc: null,
    },
    exploitation: exploitedOn
      ? { catalogue: 'CISA KEV', addedOn: exploitedOn, dueOn: null, ransomware: 'unknown', action: null }
      : null,
    criteria: says.map(([product, ranges], place) =>
      criterionOf({ product, ranges, by, place, isNvd: source === 'nvd' }),
    ),
    technologies: [],
  };
}

function scoreOf(text: string): Score {
  const [score = '', vector = ''] = text.split(' ');
  return { version: '3.1', vector: `CVSS:3.1/${vector}`, score: Number(score), by: 'CISA-ADP' };
}

type Said = { product: string; ranges: string; by: string; place: number; isNvd: boolean };

function criterionOf({ product, ranges, by, place, isNvd }: Said): Criterion {
  const [vendor = '', name = ''] = product.split('/');
  return {
    ...{ path: `/affected/${place}`, by, role: isNvd ? 'analyst' : 'owner' },
    product: isNvd ? { space: 'cpe', part: 'a', vendor, product: name } : { space: 'name', vendor, product: name },
    ...{ qualifiers: {}, otherVersions: 'unaffected', unread: [], commits: [], conditions: [], isNegated: false },
    ranges: ranges.split(' ').map(rangeOf),
    ...{ files: [], routines: [], platforms: [] },
  };
}

/** "[1.1.1,1.1.1l)": an end in a bracket belongs to the range, one in a parenthesis does not. */
function rangeOf(text: string): Range {
  const [, open, low = '', high = '', close] = /^([[(])(.*),(.*)([\])])$/.exec(text) ?? [];
  const bound = (version: string, included: boolean): Bound | null => (version === '' ? null : { version, included });
  return {
    ...{ status: 'affected', scheme: null, anyUpdate: false, basis: 'stated', text: null },
    ...{ from: bound(low, open === '['), to: bound(high, close === ']') },
  };
}
