import type { Problem } from '../problem.ts';

/** A block of license.manifest; in image_license.manifest `packageName` is null. */
export type YoctoPackage = {
  line: number;
  packageName: string | null;
  version: string | null;
  recipeName: string | null;
  license: string | null;
};

const keys: Record<string, Exclude<keyof YoctoPackage, 'line'> | null> = {
  'PACKAGE NAME': 'packageName',
  'PACKAGE VERSION': 'version',
  VERSION: 'version',
  'RECIPE NAME': 'recipeName',
  LICENSE: 'license',
  FILES: null,
};

/**
 * Reads the license.manifest (what an image holds) or image_license.manifest (what deploys beside it) of a Yocto build.
 * @returns problems with their line; without any the list is whole
 * @source Yocto Project Development Tasks Manual, "Working with Licenses"; license_image.bbclass writes it
 */
export function readLicenceManifest(text: string): {
  packages: YoctoPackage[];
  problems: Problem<'not-licence-manifest'>[];
} {
  const packages: YoctoPackage[] = [];
  let open: YoctoPackage | null = null;
  for (const [index, raw] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n/)
    .entries()) {
    const line = index + 1;
    if (raw.trim() === '') {
      open = null;
      continue;
    }
    const [, name = '', value = ''] = /^([A-Z][A-Z ]*):(.*)$/.exec(raw.trim()) ?? [];
    const key = keys[name];
    if (key === undefined) return { packages: [], problems: [fault(line, 'A line here is "NAME: value"')] };
    if (!open) {
      open = { line, packageName: null, version: null, recipeName: null, license: null };
      packages.push(open);
    }
    if (key) open[key] = value.trim() || null;
  }
  const nameless = packages.find(({ packageName, recipeName }) => packageName === null && recipeName === null);
  if (nameless) return { packages: [], problems: [fault(nameless.line, 'Neither a package nor a recipe is named')] };
  if (packages.length === 0) return { packages: [], problems: [fault(1, 'The list is empty')] };
  return { packages, problems: [] };
}

function fault(line: number, message: string): Problem<'not-licence-manifest'> {
  return { path: `line ${line}`, rule: 'not-licence-manifest', message, details: { line } };
}
