import { z } from 'zod';
import { endpoint } from '#access/model';
import { pageOf, paging } from '#intelligence/contract';
import { Justification, VerdictPerson, VerdictStatus } from '#verdicts/model';

const tags = ['verdicts'];
const Id = z.object({ id: z.uuid() });

/** What a file with statements is filed for: it can decide there and nowhere else. */
export const VexScope = z.object({ scope: z.enum(['release', 'model', 'line']), id: z.uuid() });
export type VexScope = z.infer<typeof VexScope>;

/** Why a statement decides nothing here. */
export const vexIgnored = [
  'unknown-vulnerability',
  'other-product',
  'other-version',
  'other-part',
  'not-touched',
  'newer-verdict',
  'same-verdict',
  'newer-statement',
  'not-justified',
  'not-understood',
] as const;
export const VexIgnored = z.enum(vexIgnored);
export type VexIgnored = z.infer<typeof VexIgnored>;

export const VexLine = z.object({
  /** As the document counts, from 1. */
  ordinal: z.int(),
  vulnerability: z.string(),
  product: z.string(),
  part: z.string(),
  /** null: not understood. */
  status: VerdictStatus.nullable(),
  justification: Justification.nullable(),
  /** `waits`: applied, and counts only once a second person has approved it. */
  outcome: z.enum(['applied', 'waits', 'ignored']),
  reason: VexIgnored.nullable(),
  /** Places that it decides. */
  places: z.int(),
});
export type VexLine = z.infer<typeof VexLine>;

const Counts = z.object({ applied: z.int(), waits: z.int(), ignored: z.int(), places: z.int() });

export const VexSaid = z.object({
  format: z.enum(['openvex', 'csaf', 'cyclonedx', 'spdx', 'yocto', 'sbom']),
  document: z.object({ id: z.string(), author: z.string(), at: z.string().nullable() }),
  /** Rules of its format that the document breaks; what it says is clear all the same. */
  doubts: z.array(z.object({ place: z.string(), rule: z.string(), message: z.string() })),
  counts: Counts,
  /** The first thousand; all of them in the list. */
  lines: z.array(VexLine),
});
export type VexSaid = z.infer<typeof VexSaid>;

export const VexImport = z.object({
  id: z.uuid(),
  /** What it was filed for. */
  for: VexScope,
  ...{ fileName: z.string(), format: VexSaid.shape.format, document: VexSaid.shape.document },
  ...{ importedAt: z.string(), undoneAt: z.string().nullable() },
  /** null: the machine. */
  by: VerdictPerson.nullable(),
  counts: Counts,
  walled: z.boolean(),
});
export type VexImport = z.infer<typeof VexImport>;

const Filing = VexScope.extend({ file: z.file() });

export const vexEndpoints = {
  previewVex: endpoint('verdict:write')
    .route({
      method: 'POST',
      path: '/vex-imports/preview',
      summary:
        'What a file with statements (OpenVEX, CSAF, CycloneDX, SPDX 3, a report of Yocto) would decide; nothing is written',
      tags,
    })
    .input(Filing)
    .output(VexSaid),
  applyVex: endpoint('verdict:write')
    .route({
      method: 'POST',
      path: '/vex-imports',
      summary: 'Take the statements of a file as verdicts for a release, a model or a line, all at once',
      tags,
    })
    .input(Filing)
    .output(VexSaid.extend({ id: z.uuid() })),
  listVexImports: endpoint('verdict:read')
    .route({ method: 'GET', path: '/vex-imports', summary: 'Files that were taken in, newest first', tags })
    .input(z.object(paging))
    .output(pageOf(VexImport)),
  listVexLines: endpoint('verdict:read')
    .route({
      method: 'GET',
      path: '/vex-imports/{id}/statements',
      summary: 'Each statement of a file: applied, or ignored and why',
      tags,
    })
    .input(Id.extend(paging))
    .output(pageOf(VexLine)),
  undoVex: endpoint('verdict:write')
    .route({
      method: 'POST',
      path: '/vex-imports/{id}/undo',
      summary: 'Take back all that your own file has decided: everything stands as before it',
      tags,
    })
    .input(Id)
    .output(z.object({ decisions: z.int(), places: z.int() })),
};
