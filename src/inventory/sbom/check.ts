import { type Missing, missingElements } from './minimum-elements.ts';
import type { SbomHead, SbomItem, SbomProblem } from './parts.ts';
import type { UnmappedParts } from './parts-mapping.ts';
import { type Quality, qualityOf } from './quality.ts';
import type { SbomRule } from './rules.ts';
import { type Lacking, Tally } from './tally.ts';

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
  /** The columns of a parts list that wait for a person to say what they mean. */
  unmapped: UnmappedParts | null;
  errors: number;
  warnings: number;
  /** The first of them; `errors` and `warnings` count all. */
  problems: SbomProblem[];
};

/** The result for a file that cannot even be opened. */
export function refusedSbom(name: string, { rule, message }: { rule: SbomRule; message: string }): SbomCheck {
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
    else if (item.is === 'unmapped') tally.unmapped = item.parts;
    else tally.addProblem(item.problem);
  }
  tally.settle();
  return resultOf(name, tally);
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
    unmapped: tally.unmapped,
    errors,
    warnings,
    problems: problems.toSorted((a, b) => Number(a.level === 'warning') - Number(b.level === 'warning')),
  };
}
