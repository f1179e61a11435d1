import { exactly, type VersionScheme } from './key.ts';
import { semverKey } from './semver.ts';

// A missing hyphen (1.0.0beta1) comes from CPE names.
const shape =
  /^v?(\d+(?:\.\d+){0,2})(?:-([0-9a-z-]+(?:\.[0-9a-z-]+)*)|([a-z][0-9a-z-]*(?:\.[0-9a-z-]+)*))?(?:\+[0-9a-z.-]*)?$/i;

/**
 * Rust crates: semantic versions as they are defined, three numbers at most; what a bound leaves out is 0.
 * @source The Cargo Book, SemVer compatibility and The version field
 */
export const cargo: VersionScheme = {
  read(version) {
    const [, numbers, preRelease, glued] = shape.exec(version) ?? [];
    return numbers === undefined ? null : exactly(semverKey(numbers, preRelease ?? glued));
  },
};
