import type { Tools } from '#access';
import { headOf, PackingFault, unpack } from '#formats/packing';
import { Refusal } from '#platform/errors';
import { getRelease } from './place-release.ts';
import { headBytes } from './sbom/detect.ts';
import { cyclonedxJson, cyclonedxXml } from './sbom/from-cyclonedx.ts';
import { unpackContents } from './sbom/packed-contents.ts';
import { type SbomPart, type SbomProblem, type SbomStatement, sbomLimits } from './sbom/parts.ts';
import { listContents } from './store/sboms.ts';
import { type Stated, type Subject, type TakenStatements, takeStatements } from './take-statements.ts';

/**
 * Takes a CycloneDX document with statements about vulnerabilities (VEX) for a release: those of the vulnerabilities that
 * it names replace what such documents said of them before.
 * @throws Refusal 'invalid' with the problems of the document; else as takeStatements
 */
export async function takeVex(
  tools: Pick<Tools, 'db' | 'viewer' | 'now' | 'origin'>,
  { releaseId, file }: { releaseId: string; file: File },
): Promise<TakenStatements> {
  const { key } = await getRelease(tools.db, releaseId);
  const vex = await readVex(file);
  const known = await refsOf(tools, key);
  const at = vex.createdAt === null ? null : Temporal.Instant.from(vex.createdAt);
  const by = vex.authors.join(', ') || null;
  const statements = vex.statements.flatMap(({ refs, ...statement }) =>
    subjectsOf(refs, vex, known).map((about): Stated => ({ ...statement, about, at, by })),
  );
  return takeStatements(tools, { releaseId, origin: 'vex', which: 'named', statements });
}

type Vex = {
  createdAt: string | null;
  authors: string[];
  /** The ref of what the document is about. */
  subject: string | null;
  parts: Map<string, SbomPart>;
  statements: SbomStatement[];
};

async function readVex(file: File): Promise<Vex> {
  const vex: Vex = { createdAt: null, authors: [], subject: null, parts: new Map(), statements: [] };
  const problems: SbomProblem[] = [];
  for await (const item of itemsOf(file)) {
    if (item.is === 'head') Object.assign(vex, item.head);
    else if (item.is === 'part') vex.parts.set(item.part.ref, item.part);
    else if (item.is === 'statement') vex.statements.push(item.statement);
    else if (item.is === 'problem' && item.problem.level === 'error') problems.push(item.problem);
  }
  if (problems.length > 0) throw invalid(problems);
  return vex;
}

async function* itemsOf(file: File) {
  try {
    const packed = { name: file.name, sizeBytes: file.size, read: () => file.stream() };
    const source = await unpack(packed, sbomLimits.unpackedBytes);
    const head = await headOf(source, headBytes);
    const reader = [cyclonedxJson, cyclonedxXml].find(({ detects }) => detects(head, file.name));
    if (!reader) throw invalid([{ ...whole, rule: 'unknown-format', message: 'This is no CycloneDX document' }]);
    yield* reader.read(source.read(), sbomLimits);
  } catch (fault) {
    if (!(fault instanceof PackingFault)) throw fault;
    throw invalid([{ ...whole, rule: fault.rule, message: fault.message }]);
  }
}

const whole = { level: 'error', place: 'file' } as const;

const invalid = (problems: SbomProblem[]) =>
  new Refusal('invalid', 'The document with statements about vulnerabilities cannot be read.', { problems });

/** What the parts of the present bill of materials are called there. */
async function refsOf({ db }: Pick<Tools, 'db'>, releaseKey: number): Promise<Map<string, number>> {
  const bytes = (await listContents(db, [releaseKey])).get(releaseKey);
  if (!bytes) return new Map();
  const { refs, componentIds } = await unpackContents(bytes);
  return new Map(refs.map((ref, at) => [ref, componentIds[at] as number]));
}

/** What a statement is about, one for each ref; without refs the whole release. */
function subjectsOf(refs: string[], vex: Vex, known: ReadonlyMap<string, number>): Subject[] {
  if (refs.length === 0) return ['release'];
  return refs.map((ref): Subject => {
    const bare = withoutLink(ref);
    const part = vex.parts.get(bare);
    if (bare === vex.subject) return 'release';
    if (part) return part;
    const componentId = known.get(bare);
    return componentId === undefined ? namedBy(bare) : { componentId };
  });
}

// urn:cdx:<serial number>/<version>#<ref> names a part of another document. (CycloneDX, BOM-Link)
function withoutLink(ref: string): string {
  const inner = /^urn:cdx:[^#]*#(.*)$/s.exec(ref)?.[1];
  if (inner === undefined) return ref;
  try {
    return decodeURIComponent(inner);
  } catch {
    return inner;
  }
}

/** Many tools make the ref of the purl. */
const namedBy = (ref: string): Subject => ({
  name: ref,
  version: null,
  purl: ref.startsWith('pkg:') ? ref : null,
  cpes: [],
});
