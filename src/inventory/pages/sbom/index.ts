export { SbomImportsPage } from './SbomImportsPage.tsx';
