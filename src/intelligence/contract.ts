import { z } from 'zod';
import { endpoint } from '#access/model';
import { pageOf, paging, Revision, tags, taken } from './contract/shapes.ts';

import { OwnFacts, SetRange, SourceName, VulnerabilityFilter, VulnerabilityRef, VulnerabilitySort } from './model.ts';
import type { Statement } from './statement.ts';

export { pageOf, paging, taken } from './contract/shapes.ts';

/** What one source says, as it was read; see statement.ts. */
const StatementShape = z.custom<Statement>((value) => typeof value === 'object' && value !== null);

export const SourceStatement = z.object({
  source: SourceName,
  externalId: z.string(),
  revision: Revision,
  importedAt: z.string(),
  statement: StatementShape,
  walled: z.boolean(),
});
export type SourceStatement = z.infer<typeof SourceStatement>;

export const VulnerabilityPage = VulnerabilityRef.extend({
  names: z.array(z.string()),
  technologies: z.array(z.string()),
  epss: z.number().nullable(),
  statements: z.array(SourceStatement),
  /** Scores as we compute them from the published vectors, where the two differ. */
  scoreDifferences: z.array(
    z.object({ by: z.string(), version: z.string(), vector: z.string(), published: z.number(), computed: z.number() }),
  ),
  merges: z.array(z.object({ at: z.string(), how: z.enum(['merge', 'split']), name: z.string() })),
  /** The own record among them, when the viewer may change it. */
  own: z.object({ name: z.string(), revision: Revision }).nullable(),
});
export type VulnerabilityPage = z.infer<typeof VulnerabilityPage>;

/** How fresh a source is. */
export const SourceState = z.object({
  source: SourceName,
  /** 'upload': only by files that somebody sent; those never make a feed look fresh. */
  how: z.enum(['feed', 'upload']),
  lastSuccessAt: z.string(),
  /** How new its data say they are. */
  dataAt: z.string().nullable(),
  records: z.int(),
  ageHours: z.int(),
  isStale: z.boolean(),
});
export type SourceState = z.infer<typeof SourceState>;

export const RecordImport = z.object({
  id: z.uuid(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  by: z.string(),
  names: z.array(z.string()),
  state: z.enum(['running', 'done', 'failed']),
  counts: z.object({
    read: z.int(),
    created: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    refused: z.int(),
    scores: z.int(),
    bySource: z.partialRecord(SourceName, z.int()),
  }),
  /** Why it failed; "cut-off": its process was killed. */
  problem: z.string().nullable(),
});
export type RecordImport = z.infer<typeof RecordImport>;

const ImportProblem = z.object({
  number: z.int(),
  file: z.string(),
  place: z.string(),
  rule: z.string(),
  message: z.string(),
});

/** Words about versions that wait for a person, or that somebody has set. */
export const Phrase = z.object({
  id: z.uuid(),
  revision: Revision,
  phrase: z.string(),
  product: z.string(),
  source: SourceName,
  externalId: z.string(),
  vulnerability: z.string(),
  /** None: the words mean no version; null: nobody has said yet. */
  ranges: z.array(SetRange).nullable(),
  setAt: z.string().nullable(),
  setBy: z.string().nullable(),
});
export type Phrase = z.infer<typeof Phrase>;

const WhichPhrases = z.enum(['waiting', 'set']).default('waiting');
const Name = z.object({ name: z.string().min(1).max(200) });
const WrittenRecord = z.object({ name: z.string(), revision: Revision });
const Found = z.object({
  kind: z.enum(['vulnerability']),
  id: z.string(),
  title: z.string(),
  sub: z.string(),
  path: z.string(),
});

export const intelligence = {
  listVulnerabilities: endpoint('vulnerability:read')
    .route({ method: 'GET', path: '/vulnerabilities', summary: 'Everything that is known, most urgent first', tags })
    .input(z.object({ ...VulnerabilityFilter.shape, sort: VulnerabilitySort.default('urgency'), ...paging }))
    .output(pageOf(VulnerabilityRef)),
  exportVulnerabilities: endpoint('vulnerability:read')
    .route({ method: 'GET', path: '/vulnerabilities/export', summary: 'The same as a file', tags })
    .input(z.object({ ...VulnerabilityFilter.shape, sort: VulnerabilitySort.default('urgency'), ...taken }))
    .output(z.instanceof(File)),
  getVulnerability: endpoint('vulnerability:read')
    .route({
      method: 'GET',
      path: '/vulnerabilities/{name}',
      summary: 'A vulnerability by any of its names, with what each source says',
      tags,
    })
    .input(Name)
    .output(VulnerabilityPage),
  exportOriginal: endpoint('vulnerability:read')
    .route({
      method: 'GET',
      path: '/vulnerabilities/records/{source}/{externalId}/original',
      summary: 'A record as it came',
      tags,
    })
    .input(z.object({ source: SourceName, externalId: z.string().min(1).max(200) }))
    .output(z.instanceof(File)),
  listSources: endpoint('vulnerability:read')
    .route({ method: 'GET', path: '/intelligence/sources', summary: 'How fresh each source is', tags })
    .input(z.object({}))
    .output(z.object({ sources: z.array(SourceState) })),
  importRecords: endpoint('vulnerability:write')
    .route({
      method: 'POST',
      path: '/intelligence/imports',
      summary: 'Bring in records: CVE, NVD, KEV, EPSS, OSV, JVN; packed or not',
      tags,
    })
    .input(z.object({ file: z.file() }))
    .output(RecordImport),
  exportSample: endpoint('vulnerability:read')
    .route({
      method: 'GET',
      path: '/intelligence/import-sample',
      summary: 'One record as NVD gives it, that can be imported as it is',
      tags,
    })
    .output(z.instanceof(File)),
  listImports: endpoint('vulnerability:read')
    .route({ method: 'GET', path: '/intelligence/imports', summary: 'What was brought in, newest first', tags })
    .input(z.object(paging))
    .output(pageOf(RecordImport)),
  exportImports: endpoint('vulnerability:read')
    .route({ method: 'GET', path: '/intelligence/imports/export', summary: 'The same as a file', tags })
    .input(z.object(taken))
    .output(z.instanceof(File)),
  getImport: endpoint('vulnerability:read')
    .route({ method: 'GET', path: '/intelligence/imports/{id}', summary: 'One import', tags })
    .input(z.object({ id: z.uuid() }))
    .output(RecordImport),
  listImportProblems: endpoint('vulnerability:read')
    .route({ method: 'GET', path: '/intelligence/imports/{id}/problems', summary: 'What could not be read', tags })
    .input(z.object({ id: z.uuid(), ...paging }))
    .output(pageOf(ImportProblem)),
  exportImportProblems: endpoint('vulnerability:read')
    .route({
      method: 'GET',
      path: '/intelligence/imports/{id}/problems/export',
      summary: 'What could not be read, as a file',
      tags,
    })
    .input(z.object({ id: z.uuid(), ...taken }))
    .output(z.instanceof(File)),
  listPhrases: endpoint('vulnerability:read')
    .route({
      method: 'GET',
      path: '/intelligence/phrases',
      summary: 'Words about versions that were not understood and that something of ours hangs on',
      tags,
    })
    .input(z.object({ which: WhichPhrases, ...paging }))
    .output(pageOf(Phrase)),
  exportPhrases: endpoint('vulnerability:read')
    .route({ method: 'GET', path: '/intelligence/phrases/export', summary: 'The same as a file', tags })
    .input(z.object({ which: WhichPhrases, ...taken }))
    .output(z.instanceof(File)),
  countPhrases: endpoint('vulnerability:read')
    .route({ method: 'GET', path: '/intelligence/phrases/count', summary: 'How many of them wait', tags })
    .input(z.object({}))
    .output(z.object({ waiting: z.int() })),
  setPhrase: endpoint('vulnerability:write')
    .route({ method: 'PUT', path: '/intelligence/phrases/{id}', summary: 'Say which versions are meant', tags })
    .input(z.object({ id: z.uuid(), revision: Revision, ranges: z.array(SetRange).max(50).nullable() }))
    .output(Phrase),
  createOwnRecord: endpoint('vulnerability:write')
    .route({ method: 'POST', path: '/intelligence/own-records', summary: 'Write a record of our own', tags })
    .input(z.object({ facts: OwnFacts, readerIds: z.array(z.uuid()).max(100).nullable() }))
    .output(WrittenRecord),
  getOwnRecord: endpoint('vulnerability:write')
    .route({
      method: 'GET',
      path: '/intelligence/own-records/{name}',
      summary: 'An own record, to be changed',
      tags,
    })
    .input(Name)
    .output(z.object({ name: z.string(), revision: Revision, walled: z.boolean(), facts: OwnFacts })),
  updateOwnRecord: endpoint('vulnerability:write')
    .route({ method: 'PUT', path: '/intelligence/own-records/{name}', summary: 'Change an own record', tags })
    .input(Name.extend({ revision: Revision, facts: OwnFacts }))
    .output(WrittenRecord),
  withdrawOwnRecord: endpoint('vulnerability:write')
    .route({
      method: 'POST',
      path: '/intelligence/own-records/{name}/withdrawal',
      summary: 'Withdraw an own record, or let it stand again',
      tags,
    })
    .input(Name.extend({ revision: Revision, withdrawn: z.boolean() }))
    .output(WrittenRecord),
  search: endpoint('vulnerability:read')
    .route({
      method: 'GET',
      path: '/search/intelligence',
      summary: 'Vulnerabilities by a part of a name or title',
      tags,
    })
    .input(z.object({ q: z.string().max(200), limit: z.coerce.number().int().min(1).max(50).default(8) }))
    .output(z.object({ items: z.array(Found) })),
};
