export { FirstStepsPage } from './FirstStepsPage.tsx';
export { FirstStepsStrip } from './FirstStepsStrip.tsx';
export { StepsOrHome } from './StepsOrHome.tsx';
