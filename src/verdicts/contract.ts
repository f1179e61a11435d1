import { z } from 'zod';
import { endpoint } from '#access/model';
import { pageOf, paging, taken } from '#intelligence/contract';
import { Day } from '#inventory/model';
import { Verdict, VerdictDay, VerdictEvent, VerdictFilter } from './model.ts';

const tags = ['verdicts'];

const VerdictPolicy = z.object({
  /** A verdict that closes counts only after a second person approved it. */
  fourEyes: z.boolean(),
});
export type VerdictPolicy = z.infer<typeof VerdictPolicy>;

const VerdictCounts = z.object({
  ...{ standing: z.int(), waiting: z.int(), expiring: z.int() },
  /** Standing ones with places that nobody has confirmed, and those places. */
  ...{ inherited: z.int(), inheritedPlaces: z.int() },
  /** Lines of the daily list that nobody has signed. */
  unsigned: z.int(),
});
export type VerdictCounts = z.infer<typeof VerdictCounts>;

const PlaceRef = z.object({
  release: z.uuid(),
  vulnerability: z.string().min(1).max(200),
  product: z.string().max(500),
});

export const verdicts = {
  listVerdicts: endpoint('verdict:read')
    .route({ method: 'GET', path: '/verdicts', summary: 'Verdicts, newest first', tags })
    .input(z.object({ ...VerdictFilter.shape, ...paging }))
    .output(pageOf(Verdict)),
  exportVerdicts: endpoint('verdict:read')
    .route({ method: 'GET', path: '/verdicts/export', summary: 'The same as a file', tags })
    .input(z.object({ ...VerdictFilter.shape, ...taken }))
    .output(z.instanceof(File)),
  countVerdicts: endpoint('verdict:read')
    .route({
      method: 'GET',
      path: '/verdicts/counts',
      summary: 'How many stand, wait, were carried over, end soon',
      tags,
    })
    .input(z.object({}))
    .output(VerdictCounts),
  getVerdict: endpoint('verdict:read')
    .route({ method: 'GET', path: '/verdicts/{id}', summary: 'A verdict with what was done with its decision', tags })
    .input(z.object({ id: z.uuid() }))
    .output(Verdict.extend({ events: z.array(VerdictEvent) })),
  listVerdictsOfPlace: endpoint('verdict:read')
    .route({
      method: 'GET',
      path: '/verdicts/of-place',
      summary: 'Every verdict that was ever decided for a place of a release, or for what holds it, newest first',
      tags,
    })
    .input(PlaceRef.extend(paging))
    .output(pageOf(Verdict)),
  getVerdictPolicy: endpoint('verdict:read')
    .route({ method: 'GET', path: '/verdicts/policy', summary: 'Whether a second person must approve', tags })
    .input(z.object({}))
    .output(VerdictPolicy),
  setVerdictPolicy: endpoint('verdict:approve')
    .route({ method: 'PUT', path: '/verdicts/policy', summary: 'Say whether a second person must approve', tags })
    .input(VerdictPolicy)
    .output(VerdictPolicy),
  listVerdictDays: endpoint('verdict:read')
    .route({
      method: 'GET',
      path: '/verdicts/days',
      summary: 'Days on which something was decided, newest first',
      tags,
    })
    .input(z.object(paging))
    .output(pageOf(VerdictDay)),
  listVerdictEvents: endpoint('verdict:read')
    .route({
      method: 'GET',
      path: '/verdicts/days/{day}',
      summary: 'All that was decided on a day, newest first',
      tags,
    })
    .input(z.object({ day: Day, ...paging }))
    .output(pageOf(VerdictEvent)),
  exportVerdictEvents: endpoint('verdict:read')
    .route({ method: 'GET', path: '/verdicts/days/{day}/export', summary: 'The same as a file', tags })
    .input(z.object({ day: Day, ...taken }))
    .output(z.instanceof(File)),
  signVerdictDay: endpoint('verdict:approve')
    .route({
      method: 'POST',
      path: '/verdicts/days/{day}/signature',
      summary: 'Sign what was decided on a day, as far as you have seen it',
      tags,
    })
    /** `upTo`: the newest line that was seen; what came after it stays unsigned. */
    .input(z.object({ day: Day, upTo: z.uuid() }))
    .output(z.object({ signed: z.int() })),
};
