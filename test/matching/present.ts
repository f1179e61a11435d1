import type { Statement } from '#intelligence/pure';
import type { ReleaseState } from '../../src/inventory/model/registers.ts';

/** A part as a bill of materials names it. */
export type WrittenPart = {
  name: string;
  version: string | null;
  purl: string | null;
  cpes: string[];
  supplier: string | null;
};

export type HardwareWords = { name: string; soc: string; board: string };
export type EvidenceWords = { kind: 'kernel-config' | 'built-objects'; text: string };
export type RangeSet = { from: string | null; fromIncluded: boolean; to: string | null; toIncluded: boolean };

/** Everything that a person, a build or a source can change about what touches us; releases and models by their place. */
export type Change =
  | { kind: 'records'; statements: Statement[] }
  | { kind: 'model'; name: string; isModule: boolean; partNumbers: string[]; tags: string[] }
  | { kind: 'model-tags'; model: number; tags: string[] }
  | { kind: 'hardware'; model: number; words: HardwareWords }
  | { kind: 'rewrite-hardware'; model: number; hardware: number; words: HardwareWords }
  | { kind: 'release'; model: number; hardware: number | null; state: ReleaseState; tags: string[] }
  | { kind: 'release-state'; release: number; state: ReleaseState }
  | { kind: 'release-tags'; release: number; tags: string[] }
  | { kind: 'remove-release'; release: number }
  | { kind: 'restore-release'; release: number }
  | { kind: 'units'; release: number; units: number }
  | { kind: 'parts'; release: number; parts: WrittenPart[] }
  | { kind: 'contain'; release: number; module: number }
  | { kind: 'part-with'; release: number; module: number }
  | { kind: 'evidence'; release: number; evidence: EvidenceWords }
  | { kind: 'remove-evidence'; release: number; evidence: EvidenceWords['kind'] }
  | { kind: 'phrase'; source: string; externalId: string; product: string; phrase: string; ranges: RangeSet[] | null };

export type PresentModel = {
  name: string;
  isModule: boolean;
  partNumbers: string[];
  tags: string[];
  hardware: HardwareWords[];
};
export type PresentRelease = {
  model: number;
  hardware: number | null;
  state: ReleaseState;
  tags: string[];
  removed: boolean;
  units: number;
  modules: Set<number>;
  evidence: Map<EvidenceWords['kind'], string>;
};

/** What holds after all changes so far, told once more without a database. */
export type Present = {
  models: PresentModel[];
  releases: PresentRelease[];
  /** By source and id. */
  statements: Map<string, Statement>;
  /** By source, id, product and phrase. */
  phrases: Map<string, RangeSet[]>;
};

export const nothingYet = (): Present => ({ models: [], releases: [], statements: new Map(), phrases: new Map() });

export function follow(present: Present, change: Change): void {
  const model = 'model' in change ? present.models[change.model] : undefined;
  const release = 'release' in change ? present.releases[change.release] : undefined;
  switch (change.kind) {
    case 'records':
      for (const one of change.statements) present.statements.set(`${one.source} ${one.externalId}`, one);
      return;
    case 'phrase': {
      const key = JSON.stringify([`${change.source} ${change.externalId}`, change.product, change.phrase]);
      if (change.ranges) present.phrases.set(key, change.ranges);
      else present.phrases.delete(key);
      return;
    }
    case 'model': {
      const { name, isModule, partNumbers, tags } = change;
      present.models.push({ name, isModule, partNumbers, tags, hardware: [] });
      return;
    }
    case 'release': {
      const { model: of, hardware, state, tags } = change;
      const rest = { removed: false, units: 0, modules: new Set<number>(), evidence: new Map() };
      present.releases.push({ model: of, hardware, state, tags, ...rest });
      return;
    }
    case 'parts':
      return; // what stands in a bill of materials is asked of the database: how it is read is not proved here
    default:
      if (model) followModel(model, change);
      if (release) followRelease(release, change);
  }
}

function followModel(model: PresentModel, change: Change): void {
  if (change.kind === 'model-tags') model.tags = change.tags;
  if (change.kind === 'hardware') model.hardware.push(change.words);
  if (change.kind === 'rewrite-hardware') model.hardware[change.hardware] = change.words;
}

function followRelease(release: PresentRelease, change: Change): void {
  if (change.kind === 'release-state') release.state = change.state;
  if (change.kind === 'release-tags') release.tags = change.tags;
  if (change.kind === 'remove-release') release.removed = true;
  if (change.kind === 'restore-release') release.removed = false;
  if (change.kind === 'units') release.units = change.units;
  if (change.kind === 'contain') release.modules.add(change.module);
  if (change.kind === 'part-with') release.modules.delete(change.module);
  if (change.kind === 'evidence') release.evidence.set(change.evidence.kind, change.evidence.text);
  if (change.kind === 'remove-evidence') release.evidence.delete(change.evidence);
}
