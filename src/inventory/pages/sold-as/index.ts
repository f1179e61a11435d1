export { SoldAsPage } from '../registers/SoldAsPage.tsx';
