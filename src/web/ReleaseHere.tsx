import type { ReactNode } from 'react';
import { MatchesPlace, ReleasePage } from '#inventory/pages/release';
import { MatchesTab, useMatchCount } from '#matching/pages/release';

const matches = { useCount: useMatchCount, Content: MatchesTab };

/** A release with its match results as its first view. */
export const ReleaseHere = (): ReactNode => (
  <MatchesPlace value={matches}>
    <ReleasePage />
  </MatchesPlace>
);
