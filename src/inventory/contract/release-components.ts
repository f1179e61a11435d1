import { z } from 'zod';
import { endpoint } from '#access/model';
import { listOf } from '#platform/browser/list-of';
import { line, Note } from '../model.ts';
import { ReleaseRef } from './sbom-shapes.ts';
import { AtRevision, Id, pageOf, paging, Revision, tags, taken } from './shapes.ts';

/** Components have numbers, not UUIDs: 30 million uses name them. */
const ComponentId = z.coerce.number().int().min(1).max(2_147_483_647);

/** What a component is known by. */
export const ComponentIdentity = z.object({
  id: z.int(),
  name: z.string(),
  version: z.string().nullable(),
  purl: z.string().nullable(),
  cpes: z.array(z.string()),
  supplier: z.string().nullable(),
  distribution: z.string().nullable(),
  /** Whether it can be looked up in what the world knows. */
  isIdentified: z.boolean(),
});
export type ComponentIdentity = z.infer<typeof ComponentIdentity>;

export const purposes = ['shipped', 'source', 'build', 'test', 'optional'] as const;
export const componentOrigins = ['own', 'module', 'hand'] as const;

/** What can be asked of the components of a release. */
export const ComponentFilter = z.object({
  /** Part of a name; or the beginning of a purl or CPE. */
  q: z.string().max(200).optional(),
  /** Only those without usable identity, or only those with. */
  identified: z.enum(['yes', 'no']).optional(),
  /** Source, build and test are shown when they are asked for; what is shipped otherwise. */
  purpose: listOf(z.enum(purposes)).optional(),
  /** A licence as the document writes it, whole. */
  licence: z.string().max(500).optional(),
  /** From its own bill of materials, from a module, entered by hand. */
  origin: listOf(z.enum(componentOrigins)).optional(),
});
export type ComponentFilter = z.infer<typeof ComponentFilter>;
export const ComponentSort = z.enum(['name', '-name', 'version', '-version', 'supplier', '-supplier']);
export type ComponentSort = z.infer<typeof ComponentSort>;

/** One component of a release with where it comes from. */
export const ReleaseComponent = ComponentIdentity.extend({
  purpose: z.enum(purposes),
  licences: z.array(z.string()),
  /** It stands in the release's own bill of materials. */
  isOwn: z.boolean(),
  /** The releases of modules that bring it by themselves. */
  modules: z.array(ReleaseRef),
  /** When it was entered by hand: its entry. */
  handPartId: z.uuid().nullable(),
  /** A person has said that it is another than the document says. */
  isCorrected: z.boolean(),
});
export type ReleaseComponent = z.infer<typeof ReleaseComponent>;

const HandPartFields = {
  /** A purl or CPE alone is enough: it gives name and version. */
  name: line(500).nullable().default(null),
  version: line(200).nullable().default(null),
  supplier: line(300).nullable().default(null),
  purl: line(2000).nullable().default(null),
  cpe: line(1000).nullable().default(null),
};
export const HandPartInput = z.object({ ...HandPartFields, licence: line(500).default(''), note: Note.default('') });
export type HandPartInput = z.infer<typeof HandPartInput>;

/** A part that a person has entered. */
export const HandPart = z.object({
  id: z.uuid(),
  releaseId: z.uuid(),
  revision: Revision,
  component: ComponentIdentity,
  licence: z.string(),
  note: z.string(),
  addedAt: z.string(),
  by: z.string(),
});
export type HandPart = z.infer<typeof HandPart>;

/** What a component of a release really is, said by a person. */
export const Correction = z.object({
  id: z.uuid(),
  from: ComponentIdentity,
  to: ComponentIdentity,
  /** Null: wherever it stands. */
  releaseId: z.uuid().nullable(),
  reason: z.string(),
  madeAt: z.string(),
  by: z.string(),
});
export type Correction = z.infer<typeof Correction>;

/** How the release comes to it: from the thing that the document describes down to the component; `ref` is the document's, or the id of the entry by hand. */
const Path = z.array(
  z.object({ ref: z.string(), componentId: z.int(), name: z.string(), version: z.string().nullable() }),
);

/** A component of a release with everything that is known about its being there. */
export const ReleaseComponentPage = z.object({
  release: ReleaseRef,
  mayChange: z.boolean(),
  component: ReleaseComponent,
  /**
   * Per document that names it, and per release in which people entered it by hand: the release itself or a module in it;
   * at most the 20 shortest paths of each.
   */
  found: z.array(
    z.object({
      release: ReleaseRef,
      /** The modules between, by each way from the release of the page; empty where it is that one or directly in it. */
      through: z.array(z.array(ReleaseRef)),
      origin: z.enum(['document', 'hand']),
      /** In the file; empty for what was entered by hand. */
      place: z.string(),
      hashes: z.record(z.string(), z.string()),
      paths: z.array(Path),
    }),
  ),
  handPart: HandPart.nullable(),
  corrections: z.array(Correction),
  /** In how many releases it stands. */
  releases: z.int(),
});
export type ReleaseComponentPage = z.infer<typeof ReleaseComponentPage>;

export const releaseComponentEndpoints = {
  listReleaseComponents: endpoint('product:read')
    .route({
      method: 'GET',
      path: '/releases/{id}/components',
      summary: 'What a release consists of, its modules and hand-entered parts included',
      tags,
    })
    .input(z.object({ id: z.uuid(), ...ComponentFilter.shape, sort: ComponentSort.default('name'), ...paging }))
    .output(pageOf(ReleaseComponent)),
  exportReleaseComponents: endpoint('product:read')
    .route({ method: 'GET', path: '/releases/{id}/components/export', summary: 'The same as a file', tags })
    .input(z.object({ id: z.uuid(), ...ComponentFilter.shape, sort: ComponentSort.default('name'), ...taken }))
    .output(z.instanceof(File)),
  getReleaseComponent: endpoint('product:read')
    .route({
      method: 'GET',
      path: '/releases/{id}/components/{componentId}',
      summary: 'A component of a release: paths, modules, licences, hashes, corrections',
      tags,
    })
    .input(z.object({ id: z.uuid(), componentId: ComponentId }))
    .output(ReleaseComponentPage),
  suggestComponents: endpoint('product:read')
    .route({
      method: 'GET',
      path: '/components/suggestions',
      summary: 'Known identities by a part of their name',
      tags,
    })
    .input(z.object({ q: z.string().max(200), limit: z.coerce.number().int().min(1).max(50).default(10) }))
    .output(z.object({ items: z.array(ComponentIdentity) })),
  addHandParts: endpoint('product:write')
    .route({
      method: 'POST',
      path: '/releases/{id}/hand-parts',
      summary: 'Enter parts by hand, one or many; a purl or CPE alone is enough',
      tags,
    })
    .input(Id.extend({ parts: z.array(HandPartInput).min(1).max(1000) }))
    .output(z.object({ items: z.array(HandPart) })),
  updateHandPart: endpoint('product:write')
    .route({ method: 'PUT', path: '/hand-parts/{id}', summary: 'Change a part that was entered by hand', tags })
    .input(AtRevision.extend(HandPartInput.shape))
    .output(HandPart),
  removeHandPart: endpoint('product:write')
    .route({ method: 'POST', path: '/hand-parts/{id}/removal', summary: 'Remove a part entered by hand', tags })
    .input(AtRevision)
    .output(AtRevision),
  restoreHandPart: endpoint('product:write')
    .route({ method: 'POST', path: '/hand-parts/{id}/restoration', summary: 'Bring it back', tags })
    .input(AtRevision)
    .output(AtRevision),
  correctComponent: endpoint('product:write')
    .route({
      method: 'POST',
      path: '/components/{id}/correction',
      summary: 'Say what a component really is, for one release or wherever it stands; kept for later imports',
      tags,
    })
    .input(
      z.object({
        id: ComponentId,
        /** Null: wherever it stands. */
        releaseId: z.uuid().nullable(),
        ...HandPartFields,
        reason: line(500),
      }),
    )
    .output(z.object({ id: z.uuid(), component: ComponentIdentity, releases: z.int() })),
  revokeCorrection: endpoint('product:write')
    .route({
      method: 'POST',
      path: '/identity-corrections/{id}/revocation',
      summary: 'Take a correction back: the component is what the document says again',
      tags,
    })
    .input(Id)
    .output(z.object({ id: z.uuid(), component: ComponentIdentity, releases: z.int() })),
};
