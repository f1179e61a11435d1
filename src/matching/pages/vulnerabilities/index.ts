export { VulnerabilitiesPage } from './VulnerabilitiesPage.tsx';
