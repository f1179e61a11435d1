import type { KernelEvidence } from '#formats/kernel';
// The door of formats/kernel unpacks files with node:zlib, which a browser does not have.
import { isBuilt } from '../../formats/kernel/is-built.ts';
import { decide } from '../evaluate/decide.ts';
import { type Match, matched } from '../evaluate/match-of.ts';
import type { Opinion } from '../evidence.ts';
import { optionOff } from '../kernel/option-off.ts';
import type { ReleaseContext } from './context.ts';
import { isOpen, originalsOf } from './needs-of.ts';
import { standingOf } from './standing-of.ts';

/**
 * The same match in one release: conditions that it meets raise to 'applies', those that it contradicts and source files
 * of the kernel that it does not build lower to 'does-not-apply', and the sources decide anew.
 */
export function inRelease(match: Match, context: ReleaseContext): Match {
  const { decided } = match.evidence;
  if (decided.reason === 'rejected' || decided.reason === 'withdrawn') return match;
  const originals = originalsOf(match.evidence);
  if (!originals.some(isOpen)) return match;
  return matched(decide(originals.map((opinion) => settle(opinion, context))));
}

function settle(opinion: Opinion, context: ReleaseContext): Opinion {
  if (!opinion.needs || !isOpen(opinion)) return opinion;
  const { conditions, files } = opinion.needs;
  const unbuilt = context.kernel && notBuilt(context.kernel, files);
  if (unbuilt) return { ...opinion, value: 'does-not-apply', reason: 'not-built', detail: unbuilt };
  const standings = conditions.map((condition) => standingOf(condition, context));
  const contradicted = standings.find(({ is }) => is === 'contradicted');
  if (contradicted)
    return { ...opinion, value: 'does-not-apply', reason: 'condition-contradicted', detail: contradicted.names };
  const isHeldBack = opinion.reason === 'condition-missing' || opinion.reason === 'condition-needs-both';
  if (!isHeldBack || standings.some(({ is }) => is === 'unknown')) return opinion;
  const { range } = opinion;
  const isAll = range !== null && range.from === null && range.to === null;
  return { ...opinion, value: 'applies', reason: isAll ? 'all-versions' : 'in-range', detail: range ? null : 'others' };
}

/** What to name when none of the files is built: the option that is off, or the first file. */
function notBuilt(kernel: KernelEvidence, files: string[]): string | null {
  const [named] = files;
  if (named === undefined) return null;
  const reasons = files.map((file) => {
    if (kernel.kind === 'kernel-config') return optionOff(kernel, file);
    return isBuilt(kernel, file) === 'no' ? file : null;
  });
  return reasons.includes(null) ? null : (reasons[0] ?? null);
}
