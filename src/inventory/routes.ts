import type { Tools } from '#access';
import { exportInLine } from '#platform/export-line';
import { routesOf } from '#platform/http/api';
import { applyImport } from './apply-import.ts';
import { changeTogether, pickModels, previewTogether, undoTogether } from './change-together.ts';
import { inventory } from './contract.ts';
import { countProducts } from './count-products.ts';
import { createLine } from './create-line.ts';
import { createModel } from './create-model.ts';
import { exportProducts } from './export-products.ts';
import { exportSample } from './export-sample.ts';
import { getModel } from './get-model.ts';
import { getImport, listImports } from './list-imports.ts';
import { listLines } from './list-lines.ts';
import { listModels, listPartNumbers } from './list-models.ts';
import { slugOf } from './model.ts';
import { previewImport } from './preview-import.ts';
import { removeLine, restoreLine } from './remove-line.ts';
import { removeModel, restoreModel } from './remove-model.ts';
import { renameLine } from './rename-line.ts';
import { componentRoutes } from './routes/components.ts';
import { exportRoutes } from './routes/exports.ts';
import { registerImportRoutes } from './routes/register-imports.ts';
import { registerRoutes } from './routes/registers.ts';
import { releaseComponentRoutes } from './routes/release-components.ts';
import { releaseRoutes } from './routes/releases.ts';
import { sbomRoutes } from './routes/sboms.ts';
import { startRoutes } from './routes/start.ts';
import { tagRoutes } from './routes/tags.ts';
import { searchProducts } from './search-products.ts';
import { setSupportDate } from './set-support-date.ts';
import { undoImport } from './undo-import.ts';
import { replacePartNumbers, updateModel } from './update-model.ts';

export const routes = routesOf<Tools>()(inventory, {
  listLines: (tools, input) => listLines(tools, input),
  createLine: (tools, input) => createLine(tools, input),
  renameLine: (tools, input) => renameLine(tools, input),
  removeLine: (tools, input) => removeLine(tools, input),
  restoreLine: (tools, input) => restoreLine(tools, input),
  listModels: (tools, input) => listModels(tools, input),
  createModel: async (tools, input) => ({ ...(await createModel(tools, input)), slug: slugOf(input.name) }),
  getModel: (tools, input) => getModel(tools, input),
  updateModel: async (tools, input) => ({ ...(await updateModel(tools, input)), slug: slugOf(input.name) }),
  removeModel: (tools, input) => removeModel(tools, input),
  restoreModel: (tools, input) => restoreModel(tools, input),
  replacePartNumbers: (tools, input) => replacePartNumbers(tools, input),
  setSupportDate: (tools, input) => setSupportDate(tools, input),
  listPartNumbers: (tools, input) => listPartNumbers(tools, input),
  countProducts: (tools, input) => countProducts(tools, input),
  exportProducts: (tools, input) => exportInLine(() => exportProducts(tools, input)),
  exportSample: (_tools, input) => exportSample(input),
  previewImport: async (tools, input) => {
    const previewed = await previewImport(tools, input);
    return { ...previewed, expiresAt: previewed.expiresAt.toString() };
  },
  getImport: (tools, input) => getImport(tools, input),
  listImports: (tools, input) => listImports(tools, input),
  applyImport: (tools, input) => applyImport(tools, input),
  undoImport: (tools, input) => undoImport(tools, input),
  search: (tools, input) => searchProducts(tools, input),
  pickModels: (tools, input) => pickModels(tools, input),
  previewTogether: (tools, input) => previewTogether(tools, input),
  changeTogether: (tools, input) => changeTogether(tools, input),
  undoTogether: (tools, input) => undoTogether(tools, input),
  ...tagRoutes,
  ...componentRoutes,
  ...releaseRoutes,
  ...registerRoutes,
  ...registerImportRoutes,
  ...exportRoutes,
  ...sbomRoutes,
  ...releaseComponentRoutes,
  ...startRoutes,
});
