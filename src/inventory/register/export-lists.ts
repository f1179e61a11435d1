import type { Tools } from '#access';
import type { Db } from '#platform/database';
import { readAllRows } from '#platform/export-rows';
import type { ReleaseFilter } from '../model/register-filters.ts';
import type { RegisterName } from '../model/registers.ts';
import type { Page, Placed } from '../store/list-below-models.ts';
import * as models from '../store/list-below-models.ts';
import * as below from '../store/list-below-releases.ts';
import { listReleaseIds } from '../store/list-releases.ts';
import { exportRows, mostRows, type Taken } from './export-rows.ts';

type ExportTools = Pick<Tools, 'db' | 'now'>;

/** A file of what a list with the same filter shows, in its order. @throws Refusal as exportRows, or 'too-large' */
function exporting<Filter, Place>(
  name: RegisterName,
  read: (db: Db, page: Page<Filter, Place>) => Promise<Placed<{ id: string }>[]>,
) {
  return async (tools: ExportTools, { format, language, ...filter }: Filter & Taken): Promise<File> => {
    const rows = await readAllRows(mostRows, (limit) =>
      read(tools.db, { filter: filter as unknown as Filter, place: null, limit }),
    );
    return exportRows(
      tools,
      name,
      rows.map(({ item }) => item.id),
      { format, language },
    );
  };
}

export const exportHardware = exporting('hardware', models.listHardware);
export const exportDependencies = exporting('dependencies', models.listDependencies);
export const exportPartners = exporting('partners', models.listPartners);
export const exportSoldAs = exporting('sold-as', models.listSoldAs);
export const exportReleaseParts = exporting('parts', below.listParts);
export const exportShipments = exporting('shipments', below.listShipments);

/** Releases as a file, by model and oldest first. @throws Refusal as exportRows, or 'too-large' */
export async function exportReleases(
  tools: ExportTools,
  { format, language, ...filter }: ReleaseFilter & Taken,
): Promise<File> {
  const ids = await readAllRows(mostRows, (limit) => listReleaseIds(tools.db, filter, limit));
  return exportRows(tools, 'releases', ids, { format, language });
}
