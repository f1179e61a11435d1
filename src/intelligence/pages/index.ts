export { ImportsPage } from './ImportsPage.tsx';
export { OwnRecordPage } from './OwnRecordPage.tsx';
export { PhrasesPage } from './PhrasesPage.tsx';
