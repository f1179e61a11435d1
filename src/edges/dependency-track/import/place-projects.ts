import { ProductName, Version } from '#inventory';
import type { TheirProject } from './shapes.ts';

/** Where a project goes in our register. */
export type Place = { lineName: string; modelName: string; version: string };

/** Line of projects that stand alone. */
export const lineOfLoners = 'Dependency-Track';
/** Dependency-Track allows a project without a version, a release has one. */
export const noVersion = 'unversioned';

/**
 * A project is a release of the model with its name. Its line is the one that was asked for, else the name of the project
 * at the top of its tree.
 * @returns by uuid; `refused` says why a project cannot be placed
 */
export function placeProjects(
  projects: readonly TheirProject[],
  lineName: string | null,
): Map<string, Place | { refused: string }> {
  const byUuid = new Map(projects.map((project) => [project.uuid, project]));
  const parents = new Set(projects.flatMap(({ parent }) => parent ?? []));
  return new Map(
    projects.map((project) => {
      const top = topOf(project, byUuid);
      const isAlone = top === project && !parents.has(project.uuid);
      return [project.uuid, checked(project, lineName ?? (isAlone ? lineOfLoners : top.name))];
    }),
  );
}

/** A parent that was not listed, or a circle, ends the climb. */
function topOf(project: TheirProject, byUuid: ReadonlyMap<string, TheirProject>): TheirProject {
  const seen = new Set([project.uuid]);
  let top = project;
  for (;;) {
    const above = top.parent === null ? undefined : byUuid.get(top.parent);
    if (!above || seen.has(above.uuid)) return top;
    seen.add(above.uuid);
    top = above;
  }
}

function checked({ name, version }: TheirProject, lineName: string): Place | { refused: string } {
  const said = { line: ProductName.safeParse(lineName), model: ProductName.safeParse(name) };
  const release = Version.safeParse(version ?? noVersion);
  if (!said.line.success) return { refused: `The name of the line cannot be kept: ${lineName}` };
  if (!said.model.success) return { refused: 'The name is longer than 200 characters, or has characters of control' };
  if (!release.success) return { refused: 'The version is longer than 100 characters, or has characters of control' };
  return { lineName: said.line.data, modelName: said.model.data, version: release.data };
}
