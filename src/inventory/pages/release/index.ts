export { MatchesPlace } from './matches-place.tsx';
export { ReleasePage } from './ReleasePage.tsx';
