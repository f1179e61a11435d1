import { useDivisionsOf, useMay } from '#platform/browser/person';

// What the frame of every page has to know; everything else about the first steps comes when it is wanted.

/** Whether the first steps are this person's: they change the whole company. */
export function useMayBegin(): boolean {
  const isLimited = useDivisionsOf('organization:write') !== null;
  return useMay('organization:write') && !isLimited;
}

const DONE = 'mamori-first-steps-done';

/** Once all steps are done or put off, this device does not ask again. */
export const knowsDone = (): boolean => localStorage.getItem(DONE) === 'yes';
export const rememberDone = (isDone: boolean): void =>
  isDone ? localStorage.setItem(DONE, 'yes') : localStorage.removeItem(DONE);

const TOUR = 'mamori-first-steps';

/** The step from which somebody has gone to its place; null: nobody is on the way. */
export const touredStep = (): string | null => sessionStorage.getItem(TOUR);
export const setOut = (step: string): void => sessionStorage.setItem(TOUR, step);
export const endTour = (): void => sessionStorage.removeItem(TOUR);
