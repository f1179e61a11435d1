import type { ReactNode } from 'react';
import { JobsPage } from '#operations/pages';
import type { Language } from '#platform/browser/texts';
import { deedsIn } from '../deeds.ts';

const names = (language: Language) => deedsIn(language).jobs;

/** The page of jobs with the names of every step's work. */
export function JobsHere(): ReactNode {
  return <JobsPage names={names} />;
}
