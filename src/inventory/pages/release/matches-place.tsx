import { type ComponentType, createContext, useContext } from 'react';

/** What a step to the right shows of a release: its match results, which are the first view of it. */
export interface ReleaseMatches {
  /** How many there are, and whether somebody must act; undefined while it is on its way. */
  useCount: (releaseId: string) => { count: number; hot: boolean } | undefined;
  Content: ComponentType<{ releaseId: string }>;
}

const nothing: ReleaseMatches = { useCount: () => undefined, Content: () => null };

/** The place where the shell puts them in. */
export const MatchesPlace = createContext<ReleaseMatches>(nothing);
export const useMatchesPlace = (): ReleaseMatches => useContext(MatchesPlace);
