import type { Tools } from '#access';
import { slugOf } from '#inventory/model';
import { Refusal } from '#platform/errors';
import { OutsideProblem } from '#platform/fetch-outside';
import { type Server, ServerProblem } from './client.ts';
import { importProject, type Outcome } from './import-project.ts';
import { type Place, placeProjects } from './place-projects.ts';
import type { TheirProject } from './shapes.ts';

/** What became of a project, with where it went. */
export type Line = {
  project: { uuid: string; name: string; version: string | null };
  place: Place | null;
} & ({ outcome: Outcome } | { refused: string });

export type ImportOptions = {
  /** Everything goes into this product line; null: each tree of projects into one with the name of its top. */
  lineName: string | null;
  isDryRun: boolean;
  /** Is told while the list is read, which asks for each project by itself. */
  onListed: (projects: number) => void;
  /** Is told after each project, with how many there are. */
  onProject: (line: Line, done: number, all: number) => void;
};

/**
 * Takes over what a running Dependency-Track knows. One project after the other, each by itself: what fails is told and
 * the rest goes on; a run that was cut off is run again.
 * @throws ServerProblem or OutsideProblem when the projects cannot be listed
 */
export async function importEverything(tools: Tools, server: Server, options: ImportOptions): Promise<Line[]> {
  const projects: TheirProject[] = [];
  for await (const project of server.projects()) options.onListed(projects.push(project));
  const places = placeProjects(projects, options.lineName);
  const parents = new Set(projects.map(({ parent }) => parent));
  const takenBy = new Map<string, string>();
  const lines: Line[] = [];
  for (const project of projects) {
    const place = places.get(project.uuid) ?? { refused: 'It is not in the list' };
    const line = await importOne(project, place);
    lines.push(line);
    options.onProject(line, lines.length, projects.length);
  }
  return lines;

  async function importOne(project: TheirProject, place: Place | { refused: string }): Promise<Line> {
    const { uuid, name, version } = project;
    const named = { uuid, name, version };
    if ('refused' in place) return { project: named, place: null, refused: place.refused };
    // Names that differ in case or width alone are one release to us.
    const address = `${slugOf(place.modelName)}\n${slugOf(place.version)}`;
    const twin = takenBy.get(address);
    if (twin !== undefined) return { project: named, place, refused: `The project ${twin} is the same release` };
    takenBy.set(address, uuid);
    const importing = { tools, server, project, place, hasChildren: parents.has(uuid), isDryRun: options.isDryRun };
    try {
      return { project: named, place, outcome: await importProject(importing) };
    } catch (problem) {
      const isExpected =
        problem instanceof ServerProblem || problem instanceof OutsideProblem || problem instanceof Refusal;
      if (!isExpected) throw problem;
      return { project: named, place, refused: problem.message };
    }
  }
}
