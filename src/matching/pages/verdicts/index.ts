export { VerdictsPage } from './VerdictsPage.tsx';
