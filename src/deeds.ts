import { deeds as access, type Deeds } from '#access/deeds';
import { deeds as intelligence } from '#intelligence/deeds';
import { deeds as inventory } from '#inventory/deeds';
import { deeds as matching } from '#matching/deeds';
import { deeds as messages } from '#messages/deeds';
import { deeds as operations } from '#operations/deeds';
import { deeds as organization } from '#organization/deeds';
import type { Language } from '#platform/browser/texts';
import { deeds as verdicts } from '#verdicts/deeds';

const steps: { en: Deeds; ja: Deeds }[] = [
  access,
  messages,
  operations,
  organization,
  inventory,
  intelligence,
  verdicts,
  matching,
];

/**
 * What every step calls its deeds, subjects, fields, values and jobs, for the pages of the trail and of jobs.
 * @param action  the deed that is told: where two steps call a field alike, the words of its step count
 */
export function deedsIn(language: Language, action?: string): Deeds {
  const known = steps.map((step) => step[language]);
  const own = known.filter(({ actions }) => action !== undefined && action in actions);
  const all = [...known, ...own];
  return {
    actions: Object.assign({}, ...all.map(({ actions }) => actions)),
    subjects: Object.assign({}, ...all.map(({ subjects }) => subjects)),
    fields: Object.assign({}, ...all.map(({ fields }) => fields)),
    values: Object.assign({}, ...all.map(({ values }) => values)),
    jobs: Object.assign({}, ...all.map(({ jobs }) => jobs)),
  };
}
