export { ReleasePage } from './ReleasePage.tsx';
