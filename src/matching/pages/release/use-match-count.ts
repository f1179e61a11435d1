import { useQuery } from '@tanstack/react-query';
import { releaseCountsQuery } from '../queries.ts';

/** How many vulnerabilities a release has that are open, and whether any applies. */
export function useMatchCount(releaseId: string): { count: number; hot: boolean } | undefined {
  const counts = useQuery(releaseCountsQuery(releaseId)).data;
  return counts && { count: counts.applies + counts.mayApply + counts.cannotCompare, hot: counts.applies > 0 };
}
