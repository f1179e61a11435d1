import { gunzipSync } from 'node:zlib';
import type { Problem } from '../problem.ts';
import { readBuiltObjects } from './built-objects.ts';
import { readKernelConfig } from './config.ts';
import { fault, type KernelEvidence, type KernelReading, type KernelRule } from './evidence.ts';
import { readModuleSymvers } from './module-symvers.ts';

/** Of the unpacked text; the list of all objects of a kernel has some ten thousand lines. */
export const kernelEvidenceBytes = 16 * 1024 * 1024;

const readers: Record<KernelEvidence['kind'], (text: string) => KernelReading<KernelEvidence>> = {
  'kernel-config': readKernelConfig,
  'built-objects': readBuiltObjects,
  'module-symvers': readModuleSymvers,
};

/** Reads evidence of one kind, plain or as gzip (config.gz). */
export function readKernelEvidence(kind: KernelEvidence['kind'], bytes: Uint8Array): KernelReading<KernelEvidence> {
  const text = textOf(bytes);
  return 'problem' in text ? text : readers[kind](text.text);
}

function textOf(bytes: Uint8Array): { text: string } | { problem: Problem<KernelRule> } {
  let plain = bytes;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      plain = gunzipSync(bytes, { maxOutputLength: kernelEvidenceBytes });
    } catch (error) {
      const isLarge = error instanceof RangeError;
      if (!isLarge) return fault('file', 'broken-archive', 'The gzip cannot be unpacked');
      return fault('file', 'file-too-large', `At most ${kernelEvidenceBytes} bytes are read`);
    }
  }
  if (plain.length > kernelEvidenceBytes) {
    return fault('file', 'file-too-large', `${plain.length} bytes, at most ${kernelEvidenceBytes} are read`);
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(plain) };
  } catch {
    return fault('file', 'invalid-encoding', 'The text is not UTF-8');
  }
}

/** What is shown of evidence: its kernel, and how much of it there is. */
export function summaryOf(evidence: KernelEvidence): Record<string, string | number | null> {
  if (evidence.kind === 'module-symvers') return { symbols: evidence.symbols, modules: evidence.modules.size };
  if (evidence.kind === 'built-objects') return { objects: evidence.objects.size, modules: evidence.modules.size };
  const { kernelVersion, options } = evidence;
  const values = [...options.values()];
  const count = (word: string) => values.filter((value) => value === word).length;
  return { kernelVersion, options: options.size, builtIn: count('y'), modules: count('m') };
}
