import { Refusal } from '#platform/errors';
import type { EvidenceRow } from './store/evidence.ts';

/**
 * What a file of kernel evidence says, in figures.
 * @throws Refusal 'invalid' with `details.place`, when it is none of its kind
 */
export function summarizeEvidence(kind: EvidenceRow['kind'], bytes: Uint8Array): EvidenceRow['summary'] {
  const lines = new TextDecoder().decode(bytes).split(/\r?\n/);
  const summary = kinds[kind](lines);
  if (summary) return summary;
  const place = `line ${lines.findIndex((line) => line.trim() !== '') + 1}`;
  throw new Refusal('invalid', `This is no ${kind}.`, { reason: 'not-evidence', kind, place });
}

const count = (lines: readonly string[], like: RegExp) => lines.filter((line) => like.test(line)).length;

const kinds: Record<EvidenceRow['kind'], (lines: readonly string[]) => EvidenceRow['summary'] | null> = {
  'kernel-config': (lines) => {
    const options = count(lines, /^CONFIG_\w+=/);
    const title = lines.find((line) => /^# Linux\/\S+ \S+ Kernel Configuration/.test(line));
    const kernelVersion = title?.split(' ')[2] ?? null;
    const [builtIn, modules] = [count(lines, /^CONFIG_\w+=y$/), count(lines, /^CONFIG_\w+=m$/)];
    return options === 0 ? null : { kernelVersion, options, builtIn, modules };
  },
  'built-objects': (lines) => {
    const objects = count(lines, /^\S+\.(?:o|ko|a)$/);
    return objects === 0 ? null : { objects };
  },
  'module-symvers': (lines) => {
    const symbols = count(lines, /^0x[\da-f]+\t\S+\t\S+\t\S+/);
    return symbols === 0 ? null : { symbols };
  },
};
