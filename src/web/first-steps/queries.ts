import { queryOptions } from '@tanstack/react-query';
import type { FirstStep } from '#organization/model';
import { clientOf } from '#platform/browser/client';
import type { Found } from './progress.ts';

/** How far the maker is, one question to each step of the house. */
export const firstStepsQuery = queryOptions({
  queryKey: ['first-steps'],
  queryFn: async ({ signal }): Promise<Found> => {
    // Contracts come when they are needed: the frame of the pages does without them.
    const [{ organization }, { inventory }, { intelligence }, { matching }] = await Promise.all([
      import('#organization/contract'),
      import('#inventory/contract'),
      import('#intelligence/contract'),
      import('#matching/contract'),
    ]);
    const [steps, start, { sources }, touching] = await Promise.all([
      clientOf(organization).describeFirstSteps(undefined, { signal }),
      clientOf(inventory).describeStart(undefined, { signal }),
      clientOf(intelligence).listSources({}, { signal }),
      clientOf(matching).listTouching({ releases: 'all', limit: 1 }, { signal }),
    ]);
    return { ...steps, start, sources, first: touching.items[0] ?? null };
  },
});

/** Puts a step off for the whole maker, or takes it up again. */
export async function keepPutOff(step: FirstStep, how: 'later' | 'now'): Promise<void> {
  const { organization } = await import('#organization/contract');
  const api = clientOf(organization);
  await (how === 'later' ? api.putOffFirstStep({ step }) : api.takeUpFirstStep({ step }));
}
