export { MatchesTab } from './MatchesTab.tsx';
export { useMatchCount } from './use-match-count.ts';
