export { ProductsPage } from './ProductsPage.tsx';
export { TagsPage } from './TagsPage.tsx';
