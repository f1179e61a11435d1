import type { Tools } from '#access';
import {
  checkSbom,
  comingFile,
  findOrCreateRelease,
  findReleaseNamed,
  getSbomImport,
  labelRelease,
  type NamedRelease,
  runImport,
  type Stated,
  takeSbom,
  takeStatements,
} from '#inventory';
import type { SbomCheck } from '#inventory/pure';
import type { Server } from './client.ts';
import type { Place } from './place-projects.ts';
import type { TheirProject } from './shapes.ts';
import { isLookedAt, statementOf } from './statement-of.ts';

/** What became of one project. */
export type Outcome = {
  /** 'group': it only holds other projects together, and became a line. */
  project: 'taken' | 'unchanged' | 'group';
  /** Its components: 'kept' is that the release has a bill of materials from elsewhere, which counts. */
  sbom: 'taken' | 'unchanged' | 'kept' | 'none' | { refused: string };
  components: number;
  decisions: number;
  /** Decisions about what the release does not contain, or not any more: vulnerability and component. */
  unplaced: string[];
};

export type Importing = {
  tools: Tools;
  server: Server;
  project: TheirProject;
  place: Place;
  hasChildren: boolean;
  /** Reads and judges everything, writes nothing. */
  isDryRun: boolean;
};

/**
 * Takes one project over: its release, its components, what was decided about its findings, its labels. What was taken
 * before and has not changed since is left alone, so that it can be run again and again.
 * @throws ServerProblem, OutsideProblem, or Refusal
 */
export async function importProject(importing: Importing): Promise<Outcome> {
  const { tools, server, project, place, hasChildren, isDryRun } = importing;
  const standing = await findReleaseNamed(tools, place);
  const known = sbomStateOf(standing, project);
  const document = known ? null : await documentOf(server, project);
  if (document?.check.counts.parts === 0 && hasChildren && !standing) return { ...nothing, project: 'group' };

  const decisions = await readDecisions(server, project);
  const components = document?.check.counts.parts ?? 0;
  if (isDryRun) return { ...nothing, ...judged(known, document), components, decisions: decisions.length };

  const releaseId = standing?.id ?? (await makeRelease(tools, place));
  const sbom = known ?? (await takeDocument(tools, releaseId, document as Document));
  // What somebody has written here since is not written over.
  const description = standing?.note ? null : descriptionOf(project);
  const labelled = await labelRelease(tools, { releaseId, labels: project.tags, description });
  const stated = await takeStatements(tools, {
    ...{ releaseId, origin: 'dependency-track', which: 'all', statements: decisions },
  });
  const isUnchanged =
    standing && ['unchanged', 'kept', 'none'].some((one) => one === sbom) && !labelled && stated.isUnchanged;
  return {
    project: isUnchanged ? 'unchanged' : 'taken',
    sbom,
    components,
    decisions: stated.taken,
    unplaced: stated.unplaced.map(nameOf),
  };
}

const nothing: Outcome = { project: 'taken', sbom: 'none', components: 0, decisions: 0, unplaced: [] };

type Document = { file: File; check: SbomCheck };

/** What can be said without asking for the components. An export differs in every byte each time, so its name tells. */
function sbomStateOf(standing: NamedRelease | undefined, project: TheirProject): 'unchanged' | 'kept' | null {
  const fileName = standing?.sbom?.fileName;
  if (fileName === undefined) return null;
  if (fileName === fileNameOf(project)) return 'unchanged';
  return fileName.startsWith(`${project.uuid}-`) ? null : 'kept';
}

const fileNameOf = ({ uuid, lastBomImport }: TheirProject) => `${uuid}-${lastBomImport ?? 'by-hand'}.cdx.json`;

async function documentOf(server: Server, project: TheirProject): Promise<Document> {
  const file = new File([await server.bom(project.uuid)], fileNameOf(project));
  const check = await checkSbom({ name: file.name, sizeBytes: file.size, read: () => file.stream() });
  return { file, check };
}

function judged(known: 'unchanged' | 'kept' | null, document: Document | null): Pick<Outcome, 'sbom' | 'project'> {
  if (!document) return { project: 'unchanged', sbom: known ?? 'none' };
  return { project: 'taken', sbom: objectionTo(document) ?? 'taken' };
}

/** Why a document is not handed in: again and again it would be refused, and be one more upload each time. */
function objectionTo({ check: { isAccepted, counts, problems } }: Document): 'none' | { refused: string } | null {
  if (!isAccepted) return refused(problems);
  return counts.parts > 0 ? null : 'none';
}

async function makeRelease(tools: Tools, place: Place): Promise<string> {
  const made = await tools.db
    .transaction()
    .execute((transaction) => findOrCreateRelease(transaction, tools, { ...place, create: true }));
  return made.id;
}

async function takeDocument(tools: Tools, releaseId: string, document: Document): Promise<Outcome['sbom']> {
  const objection = objectionTo(document);
  if (objection) return objection;
  const { id, state } = await takeSbom(tools, { releaseId, file: comingFile(document.file), origin: 'migration' });
  // The server that would read a large one need not run.
  if (state === 'waiting') await runImport(tools, id);
  const done = await getSbomImport(tools, { id });
  if (done.state === 'stored') return done.isUnchanged ? 'unchanged' : 'taken';
  return { refused: done.problem ?? done.state };
}

function refused(problems: { place: string; message: string }[]): { refused: string } {
  const [first] = problems;
  return { refused: first ? `${first.place}: ${first.message}` : 'It cannot be read' };
}

async function readDecisions(server: Server, project: TheirProject): Promise<Stated[]> {
  const decisions: Stated[] = [];
  for await (const finding of server.findings(project.uuid)) {
    if (!isLookedAt(finding)) continue;
    const analysis = await server.analysis(project.uuid, finding);
    const statement = analysis && statementOf(finding, analysis);
    if (statement) decisions.push(statement);
  }
  return decisions;
}

function descriptionOf({ description, group }: TheirProject): string | null {
  const lines = [description, group && `group: ${group}`].filter(Boolean);
  return lines.length > 0 ? lines.join('\n').slice(0, 1_500) : null;
}

const nameOf = ({ vulnerability, about }: Stated): string =>
  typeof about === 'object' && 'name' in about
    ? `${vulnerability} ${about.name} ${about.version ?? ''}`.trim()
    : vulnerability;
