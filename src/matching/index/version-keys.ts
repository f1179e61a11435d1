import type { Scheme, Span } from '#versions/version-key';
import { versionKey } from '#versions/version-key';

/** The bytes of a key as signs of a string, one each: it is compared and found again without an array of its own. */
export type VersionKey = string;
export type KeySpan = { from: VersionKey; before: VersionKey };

/** Before every key, and after every one. */
export const beginning: VersionKey = '';
export const end: VersionKey = '\u00ff';

export const asKey = (bytes: Uint8Array): VersionKey => String.fromCharCode(...bytes);

export const asKeySpan = ({ from, before }: Span): KeySpan => ({ from: asKey(from), before: asKey(before) });

/** null when the text has no order in the scheme. */
export function keyOf(scheme: Scheme, version: string): VersionKey | null {
  const key = versionKey(scheme, version);
  return key && asKey(key);
}
