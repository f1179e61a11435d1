import { z } from 'zod';
import { endpoint } from '#access/model';
import { pageOf, paging } from '#intelligence/contract';
import { VulnerabilityRef } from '#intelligence/model';
import { VerdictContent, VerdictRef, VerdictScope } from '#verdicts/model';
import { PlaceRef, PlaceSelection } from '../model.ts';
import { ComponentName, ReleaseName } from './shapes.ts';

const tags = ['verdicts'];
const Id = z.object({ id: z.uuid() });
const Note = z.string().max(4000).default('');

/** Places, in how many releases, and the units of those in the field. */
const Extent = z.object({ places: z.int(), releases: z.int(), units: z.int() });

/** What a decision does, or would do, to places. */
export const VerdictEffect = z.object({
  /** One for each vulnerability, product and what the scope names. */
  verdicts: z.int(),
  /** Standing ones that it replaces. */
  replaces: z.int(),
  vulnerabilities: z.int(),
  /** Places that were chosen, and those that it counts for: all that its scope holds and no narrower verdict decides. */
  chosen: z.int(),
  covers: Extent,
  /** Open now, closed by it; with a second person to approve, once that is done. */
  closes: Extent,
  /** Closed now, open by it. */
  reopens: Extent,
  /** In its scope, but another verdict counts there: a narrower one, or it lies before the release with the fix. */
  underNarrower: z.int(),
  /** Counts only once a second person has approved it. */
  waits: z.boolean(),
  /** Behind a wall over public places: its readers see it so, and no count changes. */
  readersOnly: z.boolean(),
});
export type VerdictEffect = z.infer<typeof VerdictEffect>;

export const Deciding = z.object({
  places: PlaceSelection,
  scope: VerdictScope,
  content: VerdictContent,
  /** Who sees it beside its author; null: everybody who may read verdicts. What is about confidential matter stays behind its wall. */
  readerIds: z.array(z.uuid()).max(200).nullable().default(null),
});
export type Deciding = z.infer<typeof Deciding>;

/** A place to which a verdict was carried over and that nobody has confirmed. */
export const InheritedPlace = z.object({
  vulnerability: VulnerabilityRef,
  release: ReleaseName,
  component: ComponentName.nullable(),
  technology: z.string().nullable(),
  product: z.string(),
  verdict: VerdictRef,
});
export type InheritedPlace = z.infer<typeof InheritedPlace>;

export const decidingEndpoints = {
  previewVerdict: endpoint('verdict:write')
    .route({ method: 'POST', path: '/verdicts/preview', summary: 'What a decision would do', tags })
    .input(Deciding)
    .output(VerdictEffect),
  decide: endpoint('verdict:write')
    .route({ method: 'POST', path: '/verdicts', summary: 'Decide for many places at once, or for none', tags })
    .input(Deciding)
    .output(VerdictEffect.extend({ decisionId: z.uuid() })),
  undoDecision: endpoint('verdict:write')
    .route({
      method: 'POST',
      path: '/verdicts/decisions/{id}/undo',
      summary: 'Take your own decision back: everything stands as before it',
      tags,
    })
    .input(Id)
    .output(Extent),
  approveDecision: endpoint('verdict:approve')
    .route({
      method: 'POST',
      path: '/verdicts/decisions/{id}/approval',
      summary: 'Approve a decision of another',
      tags,
    })
    .input(Id.extend({ note: Note }))
    .output(Extent),
  declineDecision: endpoint('verdict:approve')
    .route({ method: 'POST', path: '/verdicts/decisions/{id}/refusal', summary: 'Send a decision back', tags })
    .input(Id.extend({ note: z.string().trim().min(1).max(4000) }))
    .output(z.object({ verdicts: z.int() })),
  revokeVerdicts: endpoint('verdict:write')
    .route({ method: 'POST', path: '/verdicts/revocation', summary: 'End verdicts: they count no longer', tags })
    .input(z.object({ ids: z.array(z.uuid()).min(1).max(1000), note: z.string().trim().min(1).max(4000) }))
    .output(Extent.extend({ verdicts: z.int() })),
  listInherited: endpoint('verdict:read')
    .route({
      method: 'GET',
      path: '/verdicts/inherited',
      summary: 'Places to which a verdict was carried over and that nobody has confirmed',
      tags,
    })
    .input(z.object({ release: z.uuid().optional(), verdict: z.uuid().optional(), ...paging }))
    .output(pageOf(InheritedPlace)),
  confirmInherited: endpoint('verdict:write')
    .route({
      method: 'POST',
      path: '/verdicts/confirmation',
      summary: 'Confirm verdicts that were carried over: these, or all of a release or of a verdict',
      tags,
    })
    .input(
      z.union([
        z.object({ places: z.array(PlaceRef).min(1).max(1000) }),
        z.object({ release: z.uuid() }),
        z.object({ verdict: z.uuid() }),
      ]),
    )
    .output(Extent),
};
