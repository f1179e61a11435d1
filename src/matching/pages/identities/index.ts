export { IdentitiesPage } from './IdentitiesPage.tsx';
