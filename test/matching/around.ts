import { type KernelEvidence, readKernelEvidence } from '#formats/kernel';
import { candidatesOf, type ReleaseContext } from '#matching/pure';
import type { Inventory, Kept } from './brute-force.ts';
import type { Present, PresentRelease } from './present.ts';

/** A release as it is asked: what it consists of, what stands around that, what is built of its kernel, what it speaks. */
export type Around = { inside: Kept[]; context: ReleaseContext; evidence: KernelEvidence[]; tags: string[] };

export function aroundOf(present: Present, { components, ownOf }: Inventory, at: number): Around {
  const release = present.releases[at] as PresentRelease;
  const byId = new Map(components.map((component) => [component.id, component]));
  const inside = componentsOf(present, ownOf, at).map((id) => byId.get(id) as Kept);
  return {
    inside,
    context: contextOf(present, release, inside),
    evidence: [...release.evidence].map(([kind, text]) => read(kind, text)),
    tags: [...new Set([...release.tags, ...(present.models[release.model]?.tags ?? [])])],
  };
}

function read(kind: KernelEvidence['kind'], text: string): KernelEvidence {
  const reading = readKernelEvidence(kind, new TextEncoder().encode(text));
  if ('problem' in reading) throw new Error(reading.problem.message);
  return reading.evidence;
}

/** Its own parts and those of what it contains at any depth; what is removed is no part of others. */
function componentsOf(present: Present, ownOf: readonly number[][], at: number): number[] {
  const modules = [...(present.releases[at]?.modules ?? [])].filter((module) => !present.releases[module]?.removed);
  return [...new Set([...(ownOf[at] ?? []), ...modules.flatMap((module) => componentsOf(present, ownOf, module))])];
}

function contextOf({ models }: Present, release: PresentRelease, inside: readonly Kept[]): ReleaseContext {
  const model = models[release.model];
  const all = model?.hardware ?? [];
  const mounted = release.hardware === null ? all : all.slice(release.hardware, release.hardware + 1);
  const named = mounted.flatMap(({ soc, board }) => [soc, board]).filter((name) => name !== '');
  const keyed = inside.flatMap((component) =>
    candidatesOf(component)
      .filter(({ tier }) => tier <= 4)
      .map(({ key }) => ({ key, version: component.version })),
  );
  return {
    hardware: [...named, model?.name ?? '', ...(model?.partNumbers ?? [])],
    isHardwareComplete: mounted.length > 0 && mounted.every(({ soc, board }) => soc !== '' && board !== ''),
    operatingSystem: keyed.some(({ key }) => key === 'cpe:a:linux:linux_kernel') ? 'Linux' : null,
    components: keyed,
    kernel: null,
  };
}
