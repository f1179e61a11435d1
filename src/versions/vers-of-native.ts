import { cargo } from './native/cargo.ts';
import { conan } from './native/conan.ts';
import { compared, type NativeReader, partsOf, signOf } from './native/constraints-of.ts';
import { gem } from './native/gem.ts';
import { interval } from './native/interval.ts';
import { nginx } from './native/nginx.ts';
import { npm } from './native/npm.ts';
import { pypi } from './native/pypi.ts';
import { together } from './native/together.ts';
import { type Constraint, canonicalVers, orderOfVers, type Vers, VersFault } from './vers.ts';
import { versionKey } from './version-key.ts';

/** How tools write ranges, by the standard's names; the others compare as plain below. */
const readers: Record<string, NativeReader> = {
  ...{ npm, semver: npm, golang: npm, cargo, conan, pypi, gem, nginx },
  ...{ nuget: interval, maven: interval },
};

/**
 * A range as the tools of an ecosystem write it ("^1.2.3", "[1.0, 2.0)", "~> 2.0.8"), its constraints in the order of their versions.
 * @throws VersFault 'unknown-scheme', 'no-native-range' when the text is none of this scheme, or names a version without an order
 */
export function versOfNative(scheme: string, range: string): Vers {
  const order = orderOfVers(scheme);
  if (order === null) throw new VersFault('unknown-scheme', `The order of ${scheme} is not known`);
  const read = Object.hasOwn(readers, scheme) ? readers[scheme] : undefined;
  const vers = canonicalVers({ scheme, constraints: read ? read(range) : plain(scheme, range) });
  const strange = vers.constraints.find(([, version]) => version !== '' && versionKey(order, version) === null);
  if (strange) throw new VersFault('no-native-range', `${strange[1]} is no version of ${scheme}`);
  return vers;
}

/** Comparisons hold together, versions beside each other are each meant; a star for all: Debian, RPM, Arch, OpenSSL and others. */
function plain(scheme: string, range: string): Constraint[] {
  if (range.trim() === '*') return [];
  const constraints = partsOf(range).map((part) => compared(...signOf(part)));
  if (constraints.every(([comparator]) => comparator === '=')) return constraints;
  return together(
    scheme,
    constraints.map((one) => [one]),
  );
}
