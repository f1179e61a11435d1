export { DivisionsDialog } from '../DivisionsDialog.tsx';
