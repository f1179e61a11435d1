import type { Tools } from '#access';
import type { Handlers } from '#platform/http/api';
import type { registerImportEndpoints } from '../contract/register-imports.ts';
import { applyRows, undoRows } from '../register/apply-rows.ts';
import { exportRegisterSample } from '../register/export-sample.ts';
import { getRegisterImport, listRegisterImports } from '../register/list-imports.ts';
import { previewRows } from '../register/preview-rows.ts';

export const registerImportRoutes: Handlers<typeof registerImportEndpoints, Tools> = {
  exportRegisterSample: (_tools, input) => exportRegisterSample(input),
  previewRegisterImport: (tools, input) => previewRows(tools, input),
  listRegisterImports: (tools, input) => listRegisterImports(tools, input),
  getRegisterImport: (tools, input) => getRegisterImport(tools, input),
  applyRegisterImport: (tools, input) => applyRows(tools, input),
  undoRegisterImport: (tools, input) => undoRows(tools, input),
};
