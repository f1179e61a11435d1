import { exactly, type VersionScheme } from './key.ts';
import { semverKey } from './semver.ts';

// A missing hyphen (1.0.0beta1) comes from CPE names.
const shape =
  /^v?(\d+(?:\.\d+){0,3})(?:-([0-9a-z-]+(?:\.[0-9a-z-]+)*)|([a-z][0-9a-z-]*(?:\.[0-9a-z-]+)*))?(?:\+[0-9a-z.-]*)?$/;

/**
 * Packages of .NET: semantic versions with up to four numbers, whatever the case of their letters.
 * @source NuGet documentation, Package versioning
 */
export const nuget: VersionScheme = {
  read(version) {
    const [, numbers, preRelease, glued] = shape.exec(version.toLowerCase()) ?? [];
    return numbers === undefined ? null : exactly(semverKey(numbers, preRelease ?? glued));
  },
};
