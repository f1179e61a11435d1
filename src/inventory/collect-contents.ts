import type { Db } from '#platform/database';
import { type ComponentFacts, factsOf } from './sbom/fingerprint.ts';
import { ContentsWriter } from './sbom/packed-contents.ts';
import type { SbomHead, SbomItem, SbomPart, SbomStatement } from './sbom/parts.ts';
import { isOfOurEra, storableVulnerability } from './sbom/storable.ts';
import { componentsAtOnce, resolveComponents } from './store/components.ts';

/** A statement about a vulnerability, of a component or (null) of the release as a whole. */
export type CollectedStatement = Omit<SbomStatement, 'refs'> & { componentId: number | null };

export type CollectedContents = {
  head: SbomHead;
  /** Packed; see SbomContents. */
  bytes: Buffer;
  /** Distinct ids of what is shipped, in their order. */
  shipped: number[];
  statements: CollectedStatement[];
};

const notShipped: ReadonlySet<SbomPart['purpose']> = new Set(['source', 'build', 'test']);

/**
 * Reads a document that was found good, and makes its components known. What is shipped is listed: not what it was only
 * built from, not what it describes, and no file that nothing but its hash tells of.
 */
export async function collectContents(db: Db, items: AsyncIterable<SbomItem>): Promise<CollectedContents> {
  const writer = new ContentsWriter();
  const idByRef = new Map<string, number>();
  const statements: SbomStatement[] = [];
  let head: SbomHead | null = null;
  let waiting: SbomPart[] = [];

  async function flush(): Promise<void> {
    const parts = waiting;
    waiting = [];
    const facts = parts.map(factsOf);
    const ids = await resolveComponents(db, facts);
    for (const [at, part] of parts.entries()) {
      const id = ids[at] as number;
      idByRef.set(part.ref, id);
      await writer.addPart(part, id, isListed(part, facts[at] as ComponentFacts));
    }
  }

  for await (const item of items) {
    if (item.is === 'part') {
      waiting.push(item.part);
      if (waiting.length >= componentsAtOnce) await flush();
    } else if (item.is === 'edge') writer.addEdge(item.edge);
    else if (item.is === 'statement') statements.push(item.statement);
    else if (item.is === 'head') head = item.head;
  }
  if (waiting.length > 0) await flush();
  if (!head) throw new Error('A document that was found good has no head');
  const { subject } = head;
  return {
    head: { ...head, createdAt: isOfOurEra(head.createdAt) ? head.createdAt : null },
    ...(await writer.finish(head)),
    statements: statements.flatMap((statement) =>
      spread(statement, (ref) => (ref === subject ? null : idByRef.get(ref))),
    ),
  };
}

function isListed(part: SbomPart, { isIdentified }: ComponentFacts): boolean {
  return !notShipped.has(part.purpose) && (part.kind !== 'file' || isIdentified);
}

// What is stated of something else than a part or the whole is of another product.
function spread(
  { refs, vulnerability, ...said }: SbomStatement,
  componentOf: (ref: string) => number | null | undefined,
): CollectedStatement[] {
  const ids = refs.length === 0 ? [null] : [...new Set(refs.map(componentOf))].filter((id) => id !== undefined);
  return ids.map((componentId) => ({ ...said, vulnerability: storableVulnerability(vulnerability), componentId }));
}
