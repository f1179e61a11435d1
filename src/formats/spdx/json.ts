import { JsonFault, type JsonRoute, jsonLimits, readJson } from '../json/index.ts';
import { addFacts, closingProblems } from './closing.ts';
import { refusal, type SpdxFacts, type SpdxItem } from './model.ts';
import { factsOf, isFields, itemsOfMember, spdxLists } from './value.ts';

const route: JsonRoute = {
  members: {
    packages: { elements: { yields: 'packages', members: { annotations: { skip: true } } } },
    files: { elements: { yields: 'files', members: { annotations: { skip: true } } } },
    relationships: { elements: { yields: 'relationships', members: { annotations: { skip: true } } } },
    externalDocumentRefs: { elements: { yields: 'externalDocumentRefs' } },
    annotations: { skip: true },
    revieweds: { skip: true },
    snippets: { skip: true },
    hasExtractedLicensingInfos: { skip: true },
  },
};

/**
 * Reads an SPDX 2 document in JSON as it comes: one package, file or relationship in memory at a time.
 * @returns items in the order of the document, with their JSON path; a refusing problem is the last
 * @source SPDX 2.3, spdx-schema.json
 */
export async function* readSpdxJson(
  source: AsyncIterable<Uint8Array>,
  limits: { bytes: number; depth: number } = jsonLimits,
): AsyncGenerator<SpdxItem> {
  const facts: SpdxFacts = {};
  try {
    for await (const { name, value, path } of readJson(source, route, { ...jsonLimits, ...limits })) {
      const items = name === 'document' ? wholeItems(value, facts) : memberItems(name, value, path, facts);
      for (const item of items) {
        yield item;
        if (item.is === 'problem' && item.problem.refuses) return;
      }
    }
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    yield refusal(`${error.path} (line ${error.line})`, error.rule, error.message);
  }
}

function* memberItems(name: string, value: unknown, path: string, facts: SpdxFacts): Generator<SpdxItem> {
  const list = spdxLists.find((candidate) => candidate === name);
  if (list) yield* itemsOfMember(list, value, path);
  else addFacts(facts, factsOf({ externalDocumentRefs: [value] }));
}

/** Items of the document itself; its lists have been read before, or are here because they are none. */
export function* wholeItems(document: unknown, facts: SpdxFacts): Generator<SpdxItem> {
  if (!isFields(document)) return yield refusal('$', 'not-spdx', 'An SPDX document is an object');
  if (isFields(document.Document)) {
    const message = 'This shape, with all in a "Document", was written by SPDX tools before 2.2 had a JSON schema';
    return yield refusal('$.Document', 'older-shape', `${message}. Convert it with a newer "pyspdxtools"`);
  }
  for (const list of spdxLists) {
    if (document[list] !== undefined && !Array.isArray(document[list])) {
      return yield refusal(`$.${list}`, 'wrong-type', 'A list is expected here');
    }
  }
  addFacts(facts, factsOf(document));
  yield { is: 'facts', facts, place: '$' };
  yield* closingProblems(facts, { version: '$.spdxVersion', whole: '$' });
}
