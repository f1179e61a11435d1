import type { KernelEvidence } from './evidence.ts';

/**
 * Whether what stands at a path of the kernel's source ("net/tipc/link.c", or a folder "net/tipc/") is built.
 * A list without objects names modules alone: what it does not name may still be inside one, or in the kernel.
 * A configuration cannot say it: which file belongs to which option stands in the makefiles.
 */
export function isBuilt(evidence: KernelEvidence, sourcePath: string): 'yes' | 'no' | 'unknown' {
  if (evidence.kind === 'kernel-config') return 'unknown';
  const objects = evidence.kind === 'built-objects' ? evidence.objects : new Set<string>();
  const path = sourcePath.replace(/^\/+/, '');
  if (path.endsWith('/')) {
    const isBelow = [objects, evidence.modules].some((paths) => anyBelow(paths, path));
    return isBelow ? 'yes' : objects.size > 0 ? 'no' : 'unknown';
  }
  const [, stem] = /^(.+)\.(?:c|S|rs)$/.exec(path) ?? [];
  // A header is built into whatever includes it.
  if (stem === undefined) return 'unknown';
  if (objects.has(stem) || evidence.modules.has(stem)) return 'yes';
  return objects.size > 0 ? 'no' : 'unknown';
}

function anyBelow(paths: ReadonlySet<string>, folder: string): boolean {
  for (const path of paths) if (path.startsWith(folder)) return true;
  return false;
}
