import { findReader, headBytes } from './detect.ts';
import { type Missing, missingElements } from './minimum-elements.ts';
import { type SbomHead, type SbomItem, type SbomLimits, type SbomProblem, sbomLimits } from './parts.ts';
import { type Quality, qualityOf } from './quality.ts';
import type { SbomReader } from './reader.ts';
import { type Lacking, Tally } from './tally.ts';

/** A document that is not packed any more and can be read more than once. */
export type SbomSource = { name: string; sizeBytes: number | null; read: () => AsyncIterable<Uint8Array> };

/** What a bill of materials says, and how well. */
export type SbomCheck = {
  name: string;
  /** False when an error stands among the problems: it would be refused. */
  isAccepted: boolean;
  head: SbomHead | null;
  counts: {
    parts: number;
    distinct: number;
    merged: number;
    contains: number;
    dependsOn: number;
    statements: number;
    byPurpose: Record<string, number>;
  };
  withoutIdentity: Lacking;
  missingElements: Missing[];
  quality: Quality | null;
  errors: number;
  warnings: number;
  /** The first of them; `errors` and `warnings` count all. */
  problems: SbomProblem[];
};

/** Reads a document to its end and judges it; nothing is kept. A document that is too large is refused before it is read. */
export async function checkSbom(source: SbomSource, limits: SbomLimits = sbomLimits): Promise<SbomCheck> {
  const limit = limits.unpackedBytes;
  if (source.sizeBytes !== null && source.sizeBytes > limit) {
    return refusedSbom(source.name, {
      rule: 'too-large',
      message: `${source.sizeBytes} bytes, at most ${limit} are read`,
    });
  }
  const reader = findReader(await firstBytes(source), source.name);
  if (!reader) return refusedSbom(source.name, { rule: 'unknown-format', message: 'This is no format that we know' });
  return checkItems(source.name, readWith(reader, source, limits));
}

/** The result for a file that cannot even be opened. */
export function refusedSbom(name: string, { rule, message }: { rule: string; message: string }): SbomCheck {
  const tally = new Tally();
  tally.addProblem({ level: 'error', place: name, rule, message });
  return resultOf(name, tally);
}

/** Counts and judges the items of one document. */
export async function checkItems(name: string, items: AsyncIterable<SbomItem>): Promise<SbomCheck> {
  const tally = new Tally();
  for await (const item of items) {
    if (item.is === 'part') tally.addPart(item.part);
    else if (item.is === 'edge') tally.addEdge(item.edge);
    else if (item.is === 'head') tally.head = item.head;
    else if (item.is === 'statement') tally.statements++;
    else tally.addProblem(item.problem);
  }
  tally.settle();
  return resultOf(name, tally);
}

const readWith = (reader: SbomReader, source: SbomSource, limits: SbomLimits) => reader.read(source.read(), limits);

async function firstBytes(source: SbomSource): Promise<Uint8Array> {
  const head = new Uint8Array(headBytes);
  let length = 0;
  for await (const chunk of source.read()) {
    const part = chunk.subarray(0, headBytes - length);
    head.set(part, length);
    length += part.length;
    if (length === headBytes) break;
  }
  return head.subarray(0, length);
}

function resultOf(name: string, tally: Tally): SbomCheck {
  const { head, parts, merged, edges, statements, purposes, errors, warnings, problems } = tally;
  return {
    name,
    isAccepted: errors === 0,
    head,
    counts: {
      parts,
      distinct: parts - merged,
      merged,
      contains: edges.contains,
      dependsOn: edges['depends-on'],
      statements,
      byPurpose: purposes,
    },
    withoutIdentity: tally.lacking.identity,
    missingElements: missingElements(tally),
    quality: qualityOf(tally),
    errors,
    warnings,
    problems: problems.toSorted((a, b) => Number(a.level === 'warning') - Number(b.level === 'warning')),
  };
}
