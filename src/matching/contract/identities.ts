import { z } from 'zod';
import { endpoint } from '#access/model';
import { pageOf, paging, taken } from '#intelligence/contract';
import { IdentificationFilter, IdentityAnswer } from '../model.ts';

const tags = ['matching'];

/** What a person has said that components of a name are, or are not; holds wherever they stand. */
export const Identification = z.object({
  id: z.uuid(),
  /** A package URL without version, or a name in lower case. */
  subject: z.string(),
  /** Vendor and product as in a CPE, with its backslashes. */
  vendor: z.string(),
  product: z.string(),
  answer: IdentityAnswer,
  note: z.string(),
  by: z.string(),
  at: z.string(),
});
export type Identification = z.infer<typeof Identification>;

/** One of a list, with how many releases have a component of this name. */
export const ListedIdentification = Identification.extend({ releases: z.int() });
export type ListedIdentification = z.infer<typeof ListedIdentification>;

/** A product that a component may be: from which step, why, and what a person has said of it. */
export const Proposal = z.object({
  vendor: z.string(),
  product: z.string(),
  /** 1 to 7; 7: the name only looks alike, which never matches by itself. */
  tier: z.int().min(1).max(7),
  why: z.enum(['cpe', 'person', 'alias', 'cpe-any-vendor', 'name', 'similar']),
  /** Vulnerabilities that records know of it. */
  vulnerabilities: z.int(),
  said: Identification.nullable(),
});
export type Proposal = z.infer<typeof Proposal>;

const Proposals = z.object({
  /** What an answer will hold for; null: the name is too long to be one. */
  subject: z.string().nullable(),
  /** Releases with a component of this name. */
  releases: z.int(),
  items: z.array(Proposal),
});
export type Proposals = z.infer<typeof Proposals>;

const refusals = ['subject', 'product', 'answer', 'note', 'twice'] as const;
/** Why a row of a file is not taken. */
export type RowRefusal = (typeof refusals)[number];

const ImportedIdentities = z.object({
  applied: z.int(),
  /** Said so already. */
  unchanged: z.int(),
  /** Row: of the sheet, from 2 on; of JSON, from 1 on. */
  refused: z.array(z.object({ row: z.int(), reason: z.enum(refusals), text: z.string() })),
});
export type ImportedIdentities = z.infer<typeof ImportedIdentities>;

const words = {
  subject: z.string().min(1).max(600),
  vendor: z.string().min(1).max(200),
  product: z.string().min(1).max(200),
};

export const identityEndpoints = {
  listProposals: endpoint('vulnerability:read')
    .route({
      method: 'GET',
      path: '/components/{id}/proposals',
      summary: 'Products that a component may be, the surest first, with what people have said of them',
      tags,
    })
    .input(z.object({ id: z.coerce.number().int().min(1) }))
    .output(Proposals),
  listIdentifications: endpoint('vulnerability:read')
    .route({ method: 'GET', path: '/identifications', summary: 'What people have said that components are', tags })
    .input(z.object({ ...IdentificationFilter.shape, ...paging }))
    .output(pageOf(ListedIdentification).extend({ confirmed: z.int(), ruledOut: z.int() })),
  exportIdentifications: endpoint('vulnerability:read')
    .route({
      method: 'GET',
      path: '/identifications/export',
      summary: 'The same as a file that can be imported again',
      tags,
    })
    .input(z.object({ ...IdentificationFilter.shape, ...taken }))
    .output(z.instanceof(File)),
  sayIdentity: endpoint('vulnerability:write')
    .route({
      method: 'POST',
      path: '/identifications',
      summary: 'Say once that components of a name are a product, or are not',
      tags,
    })
    .input(z.object({ ...words, answer: IdentityAnswer, note: z.string().max(1000).default('') }))
    .output(Identification),
  revokeIdentity: endpoint('vulnerability:write')
    .route({ method: 'DELETE', path: '/identifications/{id}', summary: 'Take back what was said', tags })
    .input(z.object({ id: z.uuid() }))
    .output(Identification),
  importIdentifications: endpoint('vulnerability:write')
    .route({
      method: 'POST',
      path: '/identifications/imports',
      summary: 'Say what a file says, CSV or JSON of the same shape; each row is applied or refused with the reason',
      tags,
    })
    .input(z.object({ file: z.file() }))
    .output(ImportedIdentities),
};
