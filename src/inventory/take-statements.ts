import { recordAudit, type Tools } from '#access';
import { fold } from '#platform/browser/fold';
import type { Transaction } from '#platform/database';
import { newId } from '#platform/ids';
import { lockReleaseFor, titleOf } from './place-release.ts';
import { factsOf } from './sbom/fingerprint.ts';
import { isOfOurEra, storableText, storableVulnerability } from './sbom/storable.ts';
import * as store from './store/statements.ts';

/** What a statement is about: the release itself, a component that is known, or one by its names. */
export type Subject = 'release' | { componentId: number } | NamedPart;
export type NamedPart = { name: string; version: string | null; purl: string | null; cpes: string[] };

/** A statement of another tool or document, as written there. */
export type Stated = Omit<store.Statement, 'componentId'> & { about: Subject };

export type TakenStatements = {
  taken: number;
  /** They stood there before, in the same words: nothing was written. */
  isUnchanged: boolean;
  /** The release does not contain what they are about. */
  unplaced: Stated[];
};

/**
 * Keeps what another tool or a document states about vulnerabilities of a release, as written; input for verdicts.
 * @param which  'all': what this origin stated before and does not state now is gone; 'named': only of these vulnerabilities
 * @throws Refusal 'not-found', or 'not-allowed' to who may not change the models of its division
 */
export async function takeStatements(
  tools: Pick<Tools, 'db' | 'viewer' | 'now' | 'origin'>,
  { releaseId, origin, which, statements: said }: Taking,
): Promise<TakenStatements> {
  const statements = said.map(storable);
  return tools.db.transaction().execute(async (transaction) => {
    const release = await lockReleaseFor(tools.viewer, transaction, releaseId);
    const { placed, unplaced } = await place(transaction, releaseId, statements);
    const vulnerabilities = which === 'all' ? null : [...new Set(statements.map(({ vulnerability }) => vulnerability))];
    const before = (await store.listStatements(transaction, releaseId, origin)).filter(
      ({ vulnerability }) => vulnerabilities?.includes(vulnerability) ?? true,
    );
    if (isSame(before, placed)) return { taken: placed.length, isUnchanged: true, unplaced };

    await store.deleteStatements(transaction, { releaseId, origin, vulnerabilities });
    const rows = placed.map((statement) => ({ ...statement, id: newId() }));
    await store.insertOriginStatements(transaction, { releaseId, origin }, rows);
    await recordAudit(transaction, tools, {
      action: 'release.take-statements',
      subjectKind: 'release',
      subjectId: releaseId,
      subjectName: titleOf(release),
      before: { statements: before.length },
      after: { statements: placed.length, origin },
    });
    return { taken: placed.length, isUnchanged: false, unplaced };
  });
}

type Taking = {
  releaseId: string;
  origin: Exclude<store.StatementOrigin, 'sbom'>;
  which: 'all' | 'named';
  statements: Stated[];
};

// As it is kept, so that what stands can be found by it and compared with it.
const storable = ({ vulnerability, status, justification, detail, at, by, about }: Stated): Stated => ({
  ...{ vulnerability: storableVulnerability(vulnerability), status: storableText(status), about },
  ...{ justification: justification && storableText(justification), detail: detail && storableText(detail) },
  ...{ at: at && isOfOurEra(at.toString()) ? at : null, by: by && storableText(by) },
});

/** To be known by names alone is enough within one release. */
async function place(transaction: Transaction, releaseId: string, statements: Stated[]) {
  const parts = [...new Set(statements.flatMap(({ about }) => (isNamed(about) ? [about] : [])))];
  const ids = await store.findComponentsOf(transaction, releaseId, parts.map(namesOf));
  const idByPart = new Map(parts.map((part, at) => [part, ids.get(at)]));

  const placed: store.Statement[] = [];
  const unplaced: Stated[] = [];
  for (const statement of statements) {
    const { about, ...rest } = statement;
    const componentId = about === 'release' ? null : isNamed(about) ? idByPart.get(about) : about.componentId;
    if (componentId === undefined) unplaced.push(statement);
    else placed.push({ ...rest, componentId });
  }
  return { placed, unplaced };
}

const isNamed = (about: Subject): about is NamedPart => about !== 'release' && 'name' in about;

function namesOf(part: NamedPart) {
  const { name, version, purl } = factsOf({ ...part, supplier: null });
  return { purl, nameFolded: fold(name), version };
}

const isSame = (before: store.Statement[], after: store.Statement[]) => textOf(before) === textOf(after);

const textOf = (statements: store.Statement[]) =>
  statements
    .map(({ vulnerability, componentId, status, justification, detail, at, by }) =>
      JSON.stringify([vulnerability, componentId, status, justification, detail, at?.toString() ?? null, by]),
    )
    .sort()
    .join('\n');
