import { z } from 'zod';
import { endpoint } from '#access/model';
import { listOf } from '#platform/browser/list-of';
import { PartsMapping } from '../sbom/parts-mapping.ts';
import { Evidence, evidenceKinds, importStates, ListedSbomImport, ReleaseSbom, SbomImport } from './sbom-shapes.ts';
import { Id, pageOf, paging, tags, taken } from './shapes.ts';

/** What can be asked of the list of uploads. */
export const SbomImportFilter = z.object({
  state: listOf(z.enum(importStates)).optional(),
  /** Part of the name of the file or of the model. */
  q: z.string().max(200).optional(),
});
export type SbomImportFilter = z.infer<typeof SbomImportFilter>;

export const sbomEndpoints = {
  uploadSbom: endpoint('product:write')
    .route({
      method: 'POST',
      path: '/releases/{id}/sboms',
      summary:
        'Bring in a bill of materials (multipart, one file; up to 64 MiB unpacked); a large one is read afterwards',
      tags,
    })
    .input(Id.extend({ file: z.file() }))
    .output(SbomImport),
  getReleaseSbom: endpoint('product:read')
    .route({
      method: 'GET',
      path: '/releases/{id}/sbom',
      summary: 'The present bill of materials of a release, its quality and its history',
      tags,
    })
    .input(Id)
    .output(ReleaseSbom),
  listSbomImports: endpoint('product:read')
    .route({ method: 'GET', path: '/sbom-imports', summary: 'All uploads of bills of materials, newest first', tags })
    .input(z.object({ ...SbomImportFilter.shape, ...paging }))
    .output(pageOf(ListedSbomImport)),
  exportSbomImports: endpoint('product:read')
    .route({ method: 'GET', path: '/sbom-imports/export', summary: 'The uploads as a file', tags })
    .input(z.object({ ...SbomImportFilter.shape, ...taken }))
    .output(z.instanceof(File)),
  getSbomImport: endpoint('product:read')
    .route({ method: 'GET', path: '/sbom-imports/{id}', summary: 'One upload and how far it is', tags })
    .input(Id)
    .output(SbomImport),
  mapSbomColumns: endpoint('product:write')
    .route({
      method: 'POST',
      path: '/sbom-imports/{id}/mapping',
      summary: 'Say what the columns of a parts list mean; remembered by its header',
      tags,
    })
    .input(Id.extend({ mapping: PartsMapping }))
    .output(SbomImport),
  removeSbom: endpoint('product:write')
    .route({
      method: 'POST',
      path: '/sboms/{id}/removal',
      summary: 'Take a bill of materials away; the release goes back to the one before',
      tags,
    })
    .input(Id)
    .output(ReleaseSbom),
  restoreSbom: endpoint('product:write')
    .route({ method: 'POST', path: '/sboms/{id}/restoration', summary: 'Bring back a removed bill of materials', tags })
    .input(Id)
    .output(ReleaseSbom),
  getSbomFile: endpoint('product:read')
    .route({ method: 'GET', path: '/sboms/{id}/file', summary: 'The bytes of a bill of materials as they came', tags })
    .input(Id)
    .output(z.instanceof(File)),
  uploadEvidence: endpoint('product:write')
    .route({
      method: 'POST',
      path: '/releases/{id}/evidence',
      summary: 'Attach what of the kernel is built: .config, a list of built objects, Module.symvers',
      tags,
    })
    .input(Id.extend({ kind: z.enum(evidenceKinds), file: z.file() }))
    .output(Evidence),
  removeEvidence: endpoint('product:write')
    .route({ method: 'POST', path: '/evidence/{id}/removal', summary: 'Take kernel evidence away', tags })
    .input(Id)
    .output(Id),
  restoreEvidence: endpoint('product:write')
    .route({ method: 'POST', path: '/evidence/{id}/restoration', summary: 'Bring back kernel evidence', tags })
    .input(Id)
    .output(Id),
};
