import { JsonFault, type JsonRoute, jsonLimits, readJson } from '../json/index.ts';
import { refusal, type SpdxProblem } from './model.ts';
import { isFields } from './value.ts';

/** An element of an SPDX 3 graph as it stands in JSON-LD, with the compact names of the official context. */
export type Spdx3Element = Record<string, unknown> & { type: string };

export type Spdx3Item =
  | { is: 'element'; id: string | null; element: Spdx3Element; place: string }
  | { is: 'problem'; problem: SpdxProblem };

const bulk = { skip: true } as const;

// Texts that nobody reads here and that can be most of a document.
const route: JsonRoute = {
  members: {
    '@graph': {
      elements: {
        yields: 'element',
        members: {
          simplelicensing_licenseText: bulk,
          software_copyrightText: bulk,
          build_parameter: bulk,
          build_environment: bulk,
        },
      },
    },
  },
};

/**
 * Reads an SPDX 3 document in JSON-LD as it comes, one element in memory at a time.
 * The names are those of the official context; a document with a context of its own is refused.
 * @returns elements with their JSON path; a refusing problem is the last
 * @source SPDX 3.0.1, serialization in JSON-LD; spdx-context.jsonld
 */
export async function* readSpdx3(
  source: AsyncIterable<Uint8Array>,
  limits: { bytes: number; depth: number } = jsonLimits,
): AsyncGenerator<Spdx3Item> {
  try {
    for await (const { name, value, path } of readJson(source, route, { ...jsonLimits, ...limits })) {
      const items = name === 'document' ? wholeItems(value) : [elementItem(value, path)];
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

function elementItem(value: unknown, place: string): Spdx3Item {
  if (!isFields(value)) return refusal(place, 'wrong-type', 'An object is expected here');
  const type = value.type ?? value['@type'];
  if (typeof type !== 'string') return refusal(place, 'wrong-type', 'An element needs a type');
  return { is: 'element', id: idOf(value), element: { ...value, type }, place };
}

function* wholeItems(document: unknown): Generator<Spdx3Item> {
  if (!isFields(document)) return yield refusal('$', 'not-spdx', 'An SPDX document is an object');
  const contexts = [document['@context']].flat();
  if (!contexts.some((context) => typeof context === 'string' && officialContext.test(context))) {
    return yield refusal('$.@context', 'version-unsupported', 'The context is none of SPDX 3.0');
  }
  if (document['@graph'] === undefined) yield elementItem(document, '$');
  else if (!Array.isArray(document['@graph'])) yield refusal('$.@graph', 'wrong-type', 'A list is expected here');
}

/** @source SPDX 3.0.1: the address of its context */
export const officialContext = /^https?:\/\/spdx\.(?:org|github\.io)\/.*\b3\.0(?:\.\d+)?\/.*context\.json(?:ld)?$/;

/** The name of an element: spdxId, or the blank node that stands for it. */
export function idOf(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  if (!isFields(value)) return null;
  const id = value.spdxId ?? value['@id'] ?? value.id;
  return typeof id === 'string' && id !== '' ? id : null;
}
