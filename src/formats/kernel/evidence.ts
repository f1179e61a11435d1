import type { Problem } from '../problem.ts';

/** Why a file is no evidence of its kind; `path` is "line 12" or "file". */
export type KernelRule =
  | 'file-too-large'
  | 'broken-archive'
  | 'invalid-encoding'
  | 'empty'
  | 'not-kernel-config'
  | 'other-config'
  | 'not-built-objects'
  | 'not-module-symvers';

/** What of a Linux kernel is really built, from one of three files that every build leaves. */
export type KernelEvidence = KernelConfig | BuiltObjects | ModuleSymvers;

/** A `.config`: 'n' is said to be not set, other text is a number or a string without its quotation marks. */
export type KernelConfig = {
  kind: 'kernel-config';
  /** "6.6.52" of its header, or null where the header is cut off. */
  kernelVersion: string | null;
  /** "arm64" of its header. */
  architecture: string | null;
  options: ReadonlyMap<string, 'y' | 'm' | 'n' | (string & {})>;
};

/** Paths of objects from the root of the source, without ending: "net/tipc/link". */
export type BuiltObjects = {
  kind: 'built-objects';
  /** Of .o and .a files: with any of them the list says all that is built. */
  objects: ReadonlySet<string>;
  /** Of .ko files; modules.builtin and modules.order list nothing else. */
  modules: ReadonlySet<string>;
};

/** Modules that export symbols, by their path without ending. */
export type ModuleSymvers = { kind: 'module-symvers'; symbols: number; modules: ReadonlySet<string> };

/** @returns the evidence, or the first fault with its line */
export type KernelReading<Evidence extends KernelEvidence> = { evidence: Evidence } | { problem: Problem<KernelRule> };

export function fault(path: string, rule: KernelRule, message: string): { problem: Problem<KernelRule> } {
  return { problem: { path, rule, message, details: {} } };
}

/** The lines of a text with their number, without blank ones. */
export function* linesOf(text: string): Generator<{ number: number; line: string }> {
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line !== '') yield { number: index + 1, line };
  }
}
