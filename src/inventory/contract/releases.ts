import { z } from 'zod';
import { endpoint } from '#access/model';
import { ReleaseFilter, ReleaseSort } from '../model/register-filters.ts';
import { RegisterName, ReleaseFacts } from '../model/registers.ts';
import { mostReleases, StateChange, StatesPreview } from '../model/release-states.ts';
import { Day, Tags } from '../model.ts';
import {
  AtRevision,
  HardwareRef,
  Id,
  LineRef,
  Owner,
  pageOf,
  paging,
  ReleaseRef,
  ReleaseTally,
  Revision,
  tags,
  taken,
} from './shapes.ts';

export const ListedRelease = ReleaseRef.extend({
  revision: Revision,
  line: LineRef,
  endedOn: Day.nullable(),
  firmwareName: z.string(),
  tags: Tags,
  ...ReleaseTally.shape,
});
export type ListedRelease = z.infer<typeof ListedRelease>;

/** One release inside another: directly (depth 1) or inside what it contains. */
const ContainedRelease = z.object({
  release: ReleaseRef,
  /** 1: directly. The shortest way counts. */
  depth: z.int().min(1),
  components: z.int(),
  /** The entry that says so; null when it is reached through another release. */
  entry: z.object({ id: z.uuid(), revision: Revision, note: z.string() }).nullable(),
});
export type ContainedRelease = z.infer<typeof ContainedRelease>;

/** A part of what is said about a release. */
const ChangedPart = z.enum(['releases', 'parts', 'shipments', 'sbom', 'hand-parts', 'evidence']);
export type ChangedPart = z.infer<typeof ChangedPart>;

export const ReleasePage = ReleaseRef.extend({
  revision: Revision,
  removed: z.boolean(),
  line: LineRef,
  owner: Owner.nullable(),
  hardware: HardwareRef.extend({ soc: z.string(), board: z.string() }).nullable(),
  endedOn: Day.nullable(),
  firmwareName: z.string(),
  firmwareSha256: z.string().nullable(),
  tags: z.array(z.string()),
  modelTags: z.array(z.string()),
  note: z.string(),
  tally: ReleaseTally,
  contains: z.array(ContainedRelease),
  containedIn: z.array(ContainedRelease),
  /** The release of the same model before this one, to compare with: by date, of the same hardware where there is one. */
  previous: ReleaseRef.nullable(),
  /** The newest after this one. */
  newest: ReleaseRef.nullable(),
  /** What was changed last of it, its bill of materials included. */
  changed: z.object({ at: z.string(), by: z.string(), what: ChangedPart }).nullable(),
  mayChange: z.boolean(),
  today: Day,
});
export type ReleasePage = z.infer<typeof ReleasePage>;

/** One revision of an entry below a model: who changed what; ids are given with their names. */
export const RegisterChange = z.object({
  register: RegisterName,
  entryId: z.uuid(),
  revision: Revision,
  at: z.string(),
  by: z.string(),
  how: z.enum(['create', 'update', 'remove', 'restore', 'import', 'undo']),
  /** What the entry is called, e.g. a part by its name and version. */
  title: z.string(),
  /** Fact by fact, only what differs; `fact` is a key of the columns in the texts, or "removed". */
  facts: z.array(z.object({ fact: z.string(), before: z.string(), after: z.string() })),
});
export type RegisterChange = z.infer<typeof RegisterChange>;

const depth = z.coerce.number().int().min(1).max(100).default(1);
const listing = { ...ReleaseFilter.shape, sort: ReleaseSort.default('-date'), ...paging };
const Chosen = z.object({ ids: z.array(z.uuid()).min(1).max(mostReleases), change: StateChange });
const Written = AtRevision.extend({ slug: z.string() });

export const releaseEndpoints = {
  listReleases: endpoint('product:read')
    .route({ method: 'GET', path: '/releases', summary: 'Releases of all models, or of some', tags })
    .input(z.object(listing))
    .output(pageOf(ListedRelease)),
  exportReleases: endpoint('product:read')
    .route({ method: 'GET', path: '/releases/export', summary: 'Releases as a file that can be imported again', tags })
    .input(z.object({ ...ReleaseFilter.shape, ...taken }))
    .output(z.instanceof(File)),
  listReleasesOfModel: endpoint('product:read')
    .route({
      method: 'GET',
      path: '/products/models/{id}/releases',
      summary: 'The releases of a model, newest first',
      tags,
    })
    .input(z.object({ id: z.uuid(), ...paging }))
    .output(pageOf(ListedRelease)),
  createRelease: endpoint('product:write')
    .route({ method: 'POST', path: '/releases', summary: 'Make a release', tags })
    .input(ReleaseFacts)
    .output(Written),
  getRelease: endpoint('product:read')
    .route({ method: 'GET', path: '/releases/{id}', summary: 'A release; a removed one too', tags })
    .input(z.object({ id: z.uuid(), depth }))
    .output(ReleasePage),
  findRelease: endpoint('product:read')
    .route({
      method: 'GET',
      path: '/products/models/{model}/releases/{release}',
      summary: 'A release by the address of its page',
      tags,
    })
    .input(z.object({ model: z.string().min(1).max(300), release: z.string().min(1).max(500), depth }))
    .output(ReleasePage),
  updateRelease: endpoint('product:write')
    .route({ method: 'PUT', path: '/releases/{id}', summary: 'Change what is said about a release', tags })
    .input(AtRevision.extend(ReleaseFacts.omit({ modelId: true }).shape))
    .output(Written),
  removeRelease: endpoint('product:write')
    .route({ method: 'POST', path: '/releases/{id}/removal', summary: 'Remove a release', tags })
    .input(AtRevision)
    .output(AtRevision),
  restoreRelease: endpoint('product:write')
    .route({ method: 'POST', path: '/releases/{id}/restoration', summary: 'Bring back a removed release', tags })
    .input(AtRevision)
    .output(AtRevision),
  previewStates: endpoint('product:write')
    .route({
      method: 'POST',
      path: '/releases/states/preview',
      summary: 'What setting the state of many releases would do',
      tags,
    })
    .input(Chosen)
    .output(StatesPreview),
  changeStates: endpoint('product:write')
    .route({ method: 'POST', path: '/releases/states', summary: 'Set the state of many releases, or of none', tags })
    .input(Chosen)
    .output(Id.extend({ releases: z.int() })),
  undoStates: endpoint('product:write')
    .route({ method: 'POST', path: '/releases/states/{id}/undo', summary: 'Take a change of states back', tags })
    .input(Id)
    .output(z.object({ releases: z.int() })),
  listReleaseHistory: endpoint('product:read')
    .route({
      method: 'GET',
      path: '/releases/{id}/history',
      summary: 'Who changed a release, what it contains, and its shipments; newest first',
      tags,
    })
    .input(z.object({ id: z.uuid(), ...paging }))
    .output(pageOf(RegisterChange)),
};
