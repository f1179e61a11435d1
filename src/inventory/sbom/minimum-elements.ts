import type { NamedPart, Tally } from './tally.ts';

/** What a bill of materials must say at least. @source NTIA, The Minimum Elements For a Software Bill of Materials (2021), data fields */
export const minimumElements = ['supplier', 'name', 'version', 'unique-id', 'relation', 'author', 'timestamp'] as const;
export type MinimumElement = (typeof minimumElements)[number];

/** An element that is missing: in `count` parts, or once where the document as a whole lacks it. */
export type Missing = { element: MinimumElement; count: number; examples: NamedPart[] };

export function missingElements({ lacking, head, edges, parts }: Tally): Missing[] {
  // Without its head the document was not read to the end: nothing can be said of it.
  if (!head) return [];
  const ofDocument = (isMissing: boolean) => ({ count: isMissing ? 1 : 0, examples: [] });
  const found: Record<MinimumElement, { count: number; examples: NamedPart[] }> = {
    supplier: lacking.supplier,
    name: lacking.name,
    version: lacking.version,
    'unique-id': lacking.uniqueId,
    relation: ofDocument(parts > 0 && edges.contains + edges['depends-on'] === 0),
    author: ofDocument((head?.authors.length ?? 0) === 0),
    timestamp: ofDocument(!head?.createdAt),
  };
  return minimumElements.map((element) => ({ element, ...found[element] })).filter(({ count }) => count > 0);
}
