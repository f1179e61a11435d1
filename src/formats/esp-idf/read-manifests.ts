import type { Problem } from '../problem.ts';
import { isFields, readYaml } from '../spdx/index.ts';

/** A problem of rule 'file-elsewhere' leaves its manifest out; any other refuses. */
export type EspIdfRule = 'not-yaml' | 'yaml-alias' | 'not-esp-idf' | 'wrong-type' | 'file-elsewhere';

/** One sbom.yml, alone or gathered; `{}` in cpe and purl is already the version. */
export type EspIdfManifest = {
  /** JSON path in the file. */
  path: string;
  /** Path of the manifest that holds this one; null at the top. */
  parent: string | null;
  /** As written, else the last folder of `dest`, as esp-idf-sbom names it. */
  name: string | null;
  version: string | null;
  supplier: string | null;
  license: string | null;
  cpe: string[];
  purl: string | null;
  /** Vulnerabilities that do not apply, with the reason. */
  cveExcludeList: { cve: string; reason: string | null }[];
};

const deepest = 50;

/**
 * Reads an ESP-IDF sbom.yml, the `sbom` of an idf_component.yml, or the manifests of ESP-IDF gathered in one file.
 * Manifests that are only named by path are in other files and not read.
 * @returns problems with their line or JSON path; one of rule "file-elsewhere" does not refuse
 * @source esp-idf-sbom, README "Manifest file"
 */
export function readEspIdfManifests(text: string): { manifests: EspIdfManifest[]; problems: Problem<EspIdfRule>[] } {
  const reading = readYaml(text);
  if ('rule' in reading) {
    return { manifests: [], problems: [fault(reading.place, reading.rule, reading.message)] };
  }
  const root = isFields(reading.value) && isFields(reading.value.sbom) ? reading.value.sbom : reading.value;
  if (!isFields(root) || !looksLikeManifest(root)) {
    return { manifests: [], problems: [fault('$', 'not-esp-idf', obstacleIn(root))] };
  }
  const found: EspIdfManifest[] = [];
  const problems: Problem<EspIdfRule>[] = [];
  const walk = (value: Fields, at: { path: string; parent: string | null; dest: string | null; depth: number }) => {
    const isPart = ['name', 'version', 'cpe', 'purl'].some((key) => value[key] !== undefined);
    if (isPart) found.push(manifestOf(value, at));
    const parent = isPart ? at.path : at.parent;
    for (const [index, entry] of listOf(value.manifests).entries()) {
      const path = `${at.path}.manifests[${index}]`;
      if (!isFields(entry)) problems.push(fault(path, 'wrong-type', 'A manifest is a mapping'));
      else if (!isFields(entry.manifest)) problems.push(fault(path, 'file-elsewhere', 'This manifest is another file'));
      else if (at.depth < deepest) {
        walk(entry.manifest, { path: `${path}.manifest`, parent, dest: textOf(entry.dest), depth: at.depth + 1 });
      }
    }
  };
  walk(root, { path: '$', parent: null, dest: null, depth: 0 });
  return { manifests: found, problems };
}

type Fields = Record<string, unknown>;

function looksLikeManifest(root: Fields): boolean {
  return Array.isArray(root.manifests) || root.version !== undefined || root.cpe !== undefined;
}

/** Most manifests of a project name what it needs by ranges alone, which says nothing of what was built. */
function obstacleIn(root: unknown): string {
  return isFields(root) && isFields(root.dependencies)
    ? 'This names dependencies by ranges, not what was built. Bring in what "esp-idf-sbom create" writes (SPDX)'
    : 'Neither a manifest nor a list of manifests';
}

function manifestOf(
  value: Fields,
  { path, parent, dest }: { path: string; parent: string | null; dest: string | null },
) {
  const version = textOf(value.version);
  const filled = (text: string) => text.replaceAll('{}', version ?? '*');
  const purl = textOf(value.purl);
  return {
    path,
    parent,
    name: textOf(value.name) ?? dest?.split('/').findLast((folder) => folder !== '' && folder !== '.') ?? null,
    version,
    supplier: textOf(value.supplier),
    license: textOf(value.license),
    cpe: listOf(value.cpe)
      .flatMap((cpe) => textOf(cpe) ?? [])
      .map(filled),
    purl: purl === null ? null : purl.replaceAll('{}', version ?? ''),
    cveExcludeList: listOf(value['cve-exclude-list']).flatMap((entry) => {
      const { cve, reason } = isFields(entry) ? entry : {};
      const id = textOf(cve);
      return id === null ? [] : [{ cve: id, reason: textOf(reason) }];
    }),
  };
}

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

function fault(path: string, rule: EspIdfRule, message: string): Problem<EspIdfRule> {
  return { path, rule, message, details: {} };
}
