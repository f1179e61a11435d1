import { z } from 'zod';
import { endpoint } from '#access/model';
import { RegisterName } from '../model/registers.ts';
import { RegisterPreview } from '../register-preview.ts';
import { ImportHead, pageOf, paging, tags, taken } from './shapes.ts';

const ofRegister = { register: RegisterName };
const RegisterImportRef = ImportHead.extend({ counts: RegisterPreview.shape.counts });
export type RegisterImportRef = z.infer<typeof RegisterImportRef>;
const Done = z.object({ id: z.uuid(), entries: z.int() });

/** Files of every register below models: read, shown, applied as shown, taken back. */
export const registerImportEndpoints = {
  exportRegisterSample: endpoint('product:read')
    .route({
      method: 'GET',
      path: '/registers/{register}/import-sample',
      summary: 'A small file that shows how a register is written',
      tags,
    })
    .input(z.object({ ...ofRegister, ...taken }))
    .output(z.instanceof(File)),
  previewRegisterImport: endpoint('product:write')
    .route({
      method: 'POST',
      path: '/registers/{register}/imports',
      summary: 'Read a file of a register and say what it would change',
      tags,
    })
    .input(z.object({ ...ofRegister, file: z.file() }))
    .output(z.object({ id: z.uuid(), expiresAt: z.string(), canApply: z.boolean(), preview: RegisterPreview })),
  listRegisterImports: endpoint('product:write')
    .route({
      method: 'GET',
      path: '/registers/{register}/imports',
      summary: 'Imports of a register that changed something, newest first',
      tags,
    })
    .input(z.object({ ...ofRegister, ...paging }))
    .output(pageOf(RegisterImportRef)),
  getRegisterImport: endpoint('product:write')
    .route({
      method: 'GET',
      path: '/registers/{register}/imports/{id}',
      summary: 'An import of a register with what it would change or has changed',
      tags,
    })
    .input(z.object({ ...ofRegister, id: z.uuid() }))
    .output(RegisterImportRef.extend({ preview: RegisterPreview, canApply: z.boolean() })),
  applyRegisterImport: endpoint('product:write')
    .route({
      method: 'POST',
      path: '/registers/{register}/imports/{id}/application',
      summary: 'Do what the preview of a register said',
      tags,
    })
    .input(z.object({ ...ofRegister, id: z.uuid() }))
    .output(Done),
  undoRegisterImport: endpoint('product:write')
    .route({
      method: 'POST',
      path: '/registers/{register}/imports/{id}/undo',
      summary: 'Take an import of a register back',
      tags,
    })
    .input(z.object({ ...ofRegister, id: z.uuid() }))
    .output(Done),
};
