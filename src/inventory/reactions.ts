import { every, on, type Reaction } from '#access';
import { forgetPreviews } from './forget-previews.ts';
import { reorderComponents } from './reorder-components.ts';
import { resumeImports } from './resume-imports.ts';
import { runImport } from './run-import.ts';

export const reactions: Reaction[] = [
  every('17 4 * * *', 'inventory.forget-previews', forgetPreviews),
  on('sbom.received', 'inventory.read-sbom', (tools, { importId }) => runImport(tools, importId)),
  every('*/5 * * * *', 'inventory.resume-imports', resumeImports),
  every('37 4 * * *', 'inventory.reorder-components', reorderComponents),
];
