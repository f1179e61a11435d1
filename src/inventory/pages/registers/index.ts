export { FilesPage } from './FilesPage.tsx';
export { SoldAsPage } from './SoldAsPage.tsx';
