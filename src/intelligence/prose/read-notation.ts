import { orderOfVers, readVers, stretchesOf, type Vers, VersFault } from '#versions/vers';
import { type VersionRange, versionKey } from '#versions/version-key';
import type { Bound, Range } from '../statement.ts';
import type { Reading } from './read-versions.ts';

/** What a range in the notation "vers:" says; one of an order that is not built, or with a version outside of it, waits for a person. */
export function readNotation(text: string): Reading {
  const vers = parsed(text.trim());
  if (vers?.scheme === 'all' || vers?.scheme === 'none')
    return ofAll(vers.scheme === 'all' ? 'affected' : 'unaffected', text);
  const scheme = vers && orderOfVers(vers.scheme);
  if (!scheme || vers.constraints.some(([, version]) => versionKey(scheme, version) === null))
    return { unread: 'words-left', rest: text };
  const { meant, leftOut } = stretchesOf(vers);
  const range = (status: Range['status'], { from, fromIncluded, to, toIncluded }: VersionRange): Range => ({
    ...{ status, scheme, anyUpdate: false, basis: 'phrase', text },
    ...{ from: boundOf(from, fromIncluded), to: boundOf(to, toIncluded) },
  });
  const exactly = (version: string) => ({ from: version, fromIncluded: true, to: version, toIncluded: true });
  const ranges = [
    ...meant.map((one) => range('affected', one)),
    ...leftOut.map((version) => range('unaffected', exactly(version))),
  ];
  return { parts: [{ product: null, vulnerabilities: [], ranges }] };
}

/** "vers:all/*" and "vers:none/*" speak of every version, whatever its order. */
function ofAll(status: Range['status'], text: string): Reading {
  const range: Range = { status, scheme: null, anyUpdate: false, basis: 'phrase', text, from: null, to: null };
  return { parts: [{ product: null, vulnerabilities: [], ranges: [range] }] };
}

const boundOf = (version: string | null, included: boolean): Bound | null =>
  version === null ? null : { version, included };

function parsed(text: string): Vers | null {
  try {
    return readVers(text);
  } catch (fault) {
    if (fault instanceof VersFault) return null;
    throw fault;
  }
}
