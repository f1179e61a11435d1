import { personViewer } from '#access';
import { findIdsByName } from '#intelligence';
import { listStatedSboms, type StatedSbom } from '#inventory';
import type { Transaction } from '#platform/database';
import { newId } from '#platform/ids';
import { fromWords, type VexFile } from '#verdicts';
import { decideAll, linesOf } from './apply-vex.ts';
import type { DecideTools } from './decide.ts';
import { hasVexImport, insertVexImport } from './store/vex-imports.ts';
import { listPlacesOf } from './store/vex-places.ts';
import { placeStatements } from './vex/place-statements.ts';

/**
 * Takes what bills of materials state of vulnerabilities as verdicts of their releases, once for each, as whoever sent it;
 * only where that person was allowed to decide when it came. In the transaction that first writes the places, so that
 * nobody is told of them without. What is confidential is left to people.
 */
export async function adoptStatements(
  transaction: Transaction,
  tools: DecideTools,
  releaseKeys: readonly number[],
): Promise<void> {
  for (const sbom of await listStatedSboms(transaction, releaseKeys)) {
    if (await hasVexImport(transaction, tools.viewer, sbom.sbomId)) continue;
    await adopt(transaction, { ...tools, viewer: senderOf(sbom) }, sbom);
  }
}

const senderOf = ({ sentBy }: StatedSbom) =>
  personViewer({ ...sentBy, email: '', locale: 'ja' }, [], { sessionId: newId() });

async function adopt(transaction: Transaction, tools: DecideTools, sbom: StatedSbom): Promise<void> {
  const file = fileOf(sbom);
  const { statements } = file.reading;
  const found = await findIdsByName(transaction, tools.viewer, [
    ...new Set(statements.map((one) => one.vulnerability)),
  ]);
  const places = await listPlacesOf(transaction, tools.viewer, {
    ...{ releaseKeys: [sbom.releaseKey], vulnerabilityIds: [...new Set(found.map(({ id }) => id))] },
  });
  const placed = placeStatements(statements, {
    releases: [{ id: sbom.releaseId, version: '', modelName: '', modelSlug: '' }],
    vulnerabilityIds: new Map(found.map(({ name, id }) => [name, id])),
    places: places.filter(({ wallId }) => wallId === null),
  });
  const lines = linesOf(placed, file);
  await decideAll(transaction, tools, { placed, lines, file });
  await insertVexImport(
    transaction,
    {
      ...{ id: sbom.sbomId, filedFor: { scope: 'release', id: sbom.releaseId }, fileName: sbom.fileName },
      ...{ sha256: Buffer.from(sbom.sha256, 'hex'), format: 'sbom', documentId: '', author: sbom.author },
      ...{ statedAt: sbom.statedAt === null ? null : Temporal.Instant.from(sbom.statedAt) },
      ...{ at: tools.now(), by: sbom.sentBy.id, wallId: null },
    },
    lines,
  );
}

function fileOf({ statements, author, statedAt, fileName }: StatedSbom): VexFile & { format: 'sbom' } {
  const worded = statements.map((said) => ({ said, read: fromWords({ ...said, at: statedAt }) }));
  return {
    format: 'sbom',
    doubts: [],
    reading: {
      head: { id: fileName, author, at: statedAt, version: 1 },
      statements: worded.flatMap(({ read }) => read ?? []),
      unread: worded.flatMap(({ said, read }) =>
        read
          ? []
          : [
              {
                vulnerability: said.vulnerability,
                product: said.part?.name ?? null,
                place: '',
                why: 'no-status' as const,
              },
            ],
      ),
    },
  };
}
