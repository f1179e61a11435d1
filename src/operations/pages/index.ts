export { ApiPage } from './ApiPage.tsx';
export { JobsPage } from './JobsPage.tsx';
