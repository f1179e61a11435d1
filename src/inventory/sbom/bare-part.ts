import type { SbomHead, SbomItem, SbomPart, SbomProblem } from './parts.ts';
import type { SbomRule } from './rules.ts';

/** A part of which a list says no more than its name. */
export function barePart(ref: string, name: string, place: string): SbomPart {
  return {
    ref,
    name,
    version: null,
    purl: null,
    cpes: [],
    supplier: null,
    licences: [],
    hashes: {},
    kind: 'other',
    purpose: 'shipped',
    place,
  };
}

/** The head of a list that says nothing of itself. */
export function bareHead(format: SbomHead['format']): SbomHead {
  return {
    format,
    formatVersion: null,
    serialNumber: null,
    createdAt: null,
    authors: [],
    tools: [],
    subject: null,
  };
}

/** Problems of a format's own reader in the words of the stream. */
export function* problemItems(
  problems: readonly { path: string; rule: SbomRule; message: string }[],
  level: SbomProblem['level'],
): Generator<SbomItem> {
  for (const { path: place, rule, message } of problems) {
    yield { is: 'problem', problem: { level, place, rule, message } };
  }
}
