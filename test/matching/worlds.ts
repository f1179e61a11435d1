import type { Statement } from '#intelligence/pure';
import { phraseProduct } from '../../src/intelligence/summarize.ts';
import { releaseStates } from '../../src/inventory/model/registers.ts';
import type { Random } from '../random.ts';
import { aPart, aSaying } from './generate.ts';
import type { Change, EvidenceWords, Present, WrittenPart } from './present.ts';
import * as words from './vocabulary.ts';

export type Size = { models: number; releases: number; parts: number; records: number };

/** How a maker's house comes to be: models with hardware, releases with parts, modules within others, evidence. */
export function buildUp(random: Random, { models, releases, parts }: Size): Change[] {
  const changes: Change[] = [];
  const pool = Array.from({ length: parts }, () => aPart(random));
  for (let n = 0; n < models; n++) {
    const tags = random.int(3) === 0 ? [random.pick(words.technologies)] : [];
    const name = random.pick(['MC', 'camera', 'STM32 board', 'NetStack']);
    const partNumbers = random.int(2) === 0 ? [`PN-${n}`] : [];
    changes.push({ kind: 'model', name: `${name} ${n}`, isModule: n >= models - 2, partNumbers, tags });
    if (random.int(2) === 0) changes.push({ kind: 'hardware', model: n, words: someHardware(random, 'A') });
  }
  const hasHardware = (model: number) => changes.some((one) => one.kind === 'hardware' && one.model === model);
  for (let n = 0; n < releases; n++) {
    const model = random.int(models);
    const hardware = hasHardware(model) && random.int(2) === 0 ? 0 : null;
    const tags = random.int(5) === 0 ? [random.pick(words.technologies)] : [];
    changes.push({ kind: 'release', model, hardware, state: random.pick(releaseStates), tags });
    changes.push({ kind: 'parts', release: n, parts: someParts(random, pool) });
    if (random.int(2) === 0) changes.push({ kind: 'units', release: n, units: random.int(1_000) });
    if (random.int(3) === 0) changes.push({ kind: 'evidence', release: n, evidence: someEvidence(random) });
  }
  return changes;
}

/** What sources say of these many names: several of one, and now and then of two at once. */
export function sayings(random: Random, { records }: Size): Statement[] {
  return Array.from({ length: records }, (_, n) => {
    const [externalId, source] = [anId(random, records), random.pick(['cve', 'nvd', 'osv', 'jvn', 'own'] as const)];
    const also = random.int(15) === 0 ? [anId(random, records)] : [];
    const own = source === 'osv' || source === 'jvn' ? `${source}-${n}` : externalId;
    return aSaying(random, { source, externalId: own, names: [...new Set([own, externalId, ...also])] });
  });
}

const anId = (random: Random, records: number) => `CVE-2026-${1_000 + random.int(Math.ceil(records * 0.7))}`;
const someParts = (random: Random, pool: readonly WrittenPart[]) => [
  ...new Set(Array.from({ length: 1 + random.int(10) }, () => random.pick(pool))),
];
const someHardware = (random: Random, name: string) => ({
  name,
  soc: random.pick(words.boards),
  board: random.pick(words.boards),
});

function someEvidence(random: Random): EvidenceWords {
  return random.int(2) === 0
    ? { kind: 'kernel-config', text: random.pick(words.kernelConfigs) }
    : { kind: 'built-objects', text: random.pick(words.builtObjects) };
}

/** One change to what stands, of any kind that can be made to it now. */
export function aChange(random: Random, present: Present, size: Size): Change {
  const { models, releases, statements } = present;
  for (;;) {
    const release = random.int(releases.length);
    const model = random.int(models.length);
    const { removed, modules, evidence } = releases[release] as Present['releases'][number];
    switch (random.int(14)) {
      case 0:
      case 1:
      case 2:
        return { kind: 'records', statements: sayings(random, { ...size, records: 1 + random.int(4) }) };
      case 3: {
        // Another revision of records that stand: what they say, what they are called, whether they stand at all.
        const some = Array.from({ length: 1 + random.int(3) }, () => random.pick([...statements.values()]));
        const again = [...new Set(some)].map(({ source, externalId, names }) => {
          const named = random.int(6) === 0 ? [externalId, anId(random, size.records)] : names;
          return aSaying(random, { source, externalId, names: [...new Set(named)] });
        });
        return { kind: 'records', statements: again };
      }
      case 4: {
        const pool = Array.from({ length: 6 }, () => aPart(random));
        if (!removed) return { kind: 'parts', release, parts: someParts(random, pool) };
        break;
      }
      case 5: {
        const module = random.int(releases.length);
        const isModule = models[releases[module]?.model ?? -1]?.isModule && !releases[module]?.removed;
        if (!removed && isModule && !modules.has(module) && !reaches(present, module, release))
          return { kind: 'contain', release, module };
        break;
      }
      case 6:
        if (!removed && modules.size > 0) return { kind: 'part-with', release, module: random.pick([...modules]) };
        break;
      case 7: {
        const own = models[model]?.hardware ?? [];
        const name = `${own.length + 1}`;
        if (own.length === 0) return { kind: 'hardware', model, words: someHardware(random, name) };
        const at = random.int(own.length);
        return { kind: 'rewrite-hardware', model, hardware: at, words: someHardware(random, own[at]?.name ?? '') };
      }
      case 8:
        return { kind: 'model-tags', model, tags: random.int(2) === 0 ? [] : [random.pick(words.technologies)] };
      case 9:
        if (!removed) return { kind: 'release-state', release, state: random.pick(releaseStates) };
        break;
      case 10: {
        const isContained = releases.some((one) => !one.removed && one.modules.has(release));
        if (removed) return { kind: 'restore-release', release };
        if (!isContained) return { kind: 'remove-release', release };
        break;
      }
      case 11:
        if (!removed) return { kind: 'units', release, units: random.int(1_000) };
        break;
      case 12: {
        const [kind] = evidence.keys();
        if (!removed && kind && random.int(2) === 0) return { kind: 'remove-evidence', release, evidence: kind };
        if (!removed) return { kind: 'evidence', release, evidence: someEvidence(random) };
        break;
      }
      default:
        if (!removed)
          return { kind: 'release-tags', release, tags: random.int(2) === 0 ? [] : [random.pick(words.technologies)] };
    }
  }
}

/** Whether a release is, or contains at any depth, another one. */
function reaches({ releases }: Present, from: number, to: number): boolean {
  return (
    from === to || [...(releases[from]?.modules ?? [])].some((module) => reaches({ releases } as Present, module, to))
  );
}

/** A phrase that somebody is asked for now, with what they say; null when nobody is asked. */
export function anAnswer(random: Random, present: Present, wanted: readonly string[]): Change | null {
  if (wanted.length === 0) return null;
  const line = random.pick(wanted);
  for (const { source, externalId, criteria } of present.statements.values())
    for (const { product, unread } of criteria)
      for (const phrase of unread)
        if (line === `${source} ${externalId} ${phraseProduct(product)} ${phrase}`) {
          const ranges = [
            { from: null, fromIncluded: false, to: random.pick(['1.2', '2.0', '5.10.209']), toIncluded: true },
          ];
          return { kind: 'phrase', source, externalId, product: phraseProduct(product), phrase, ranges };
        }
  return null;
}
