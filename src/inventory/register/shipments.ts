import type { ShipmentFacts } from '../model/registers.ts';
import { refreshUnits } from '../tally.ts';
import { nameOfRelease, releaseStands } from './names.ts';
import type { Register } from './register.ts';
import { shipmentTable } from './store/tables.ts';

/** Units of a release by month and region. */
export const shipments: Register<ShipmentFacts> = {
  name: 'shipments',
  subject: 'shipment',
  table: shipmentTable,
  isBulky: true,
  refers: ({ releaseId }) => ({ releases: [releaseId] }),
  modelIdOf: ({ releaseId }, references) => references.releases.get(releaseId)?.modelId ?? null,
  titleOf: ({ releaseId, month, region }, references) => `${nameOfRelease(releaseId, references)} ${month} ${region}`,
  faultOf: ({ releaseId }, references) =>
    releaseStands(releaseId, references) ? null : { reason: 'release-gone', fact: 'releaseId' },
  afterwards: async (transaction, _tools, { changes, references }) => {
    const ids = changes.flatMap(({ standing, after }) => [
      standing?.facts.releaseId ?? after.releaseId,
      after.releaseId,
    ]);
    const releaseKeys = [...new Set(ids)].flatMap((id) => references.releases.get(id)?.key ?? []);
    await refreshUnits(transaction, { releaseKeys });
  },
};
