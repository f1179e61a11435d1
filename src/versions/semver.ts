import { ascii, exactly, type Key, number, type VersionScheme } from './key.ts';

const end = 0x20;
const preRelease = 0x10;
const lastIdentifier = 0x01;
const numeric = 0x02;
const alphanumeric = 0x03;

// A missing hyphen (1.2.3rc1, 1.21rc2), fewer or more than three numbers and a leading v occur and are read as npm and Go do.
const shape =
  /^(?:v|go|=)?(\d+(?:\.\d+)*)(?:-([0-9a-z-]+(?:\.[0-9a-z-]+)*)|([a-z][0-9a-z-]*(?:\.[0-9a-z-]+)*))?(?:\+.*)?$/is;

/**
 * Semantic versions: npm, Cargo, Go and others.
 * @source Semantic Versioning 2.0.0, 11
 */
export const semver: VersionScheme = {
  read(version) {
    const [, numbers, afterHyphen, glued] = shape.exec(version) ?? [];
    return numbers === undefined ? null : exactly(semverKey(numbers, afterHyphen ?? glued));
  },
};

/** The key of numbers between dots, of which zeros at the end mean nothing, and of a pre-release's identifiers between dots. */
export function semverKey(numbers: string, identifiers: string | undefined): Key {
  const key = numbers
    .replace(/(?:\.0+)+$/, '')
    .split('.')
    .flatMap(number);
  return identifiers === undefined ? [...key, end] : [...key, preRelease, ...preReleaseKey(identifiers.split('.'))];
}

/** Numbers stand before words; a list stands before what continues it. */
function preReleaseKey(identifiers: string[]): Key {
  const keys = identifiers.map((identifier) =>
    /^\d+$/.test(identifier) ? [numeric, ...number(identifier)] : [alphanumeric, ...ascii(identifier), 0],
  );
  return [...keys.flat(), lastIdentifier];
}
