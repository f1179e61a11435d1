export { ImportPage } from './ImportPage.tsx';
export { ModelPage } from './ModelPage.tsx';
export { ProductsPage } from './ProductsPage.tsx';
export { TagsPage } from './TagsPage.tsx';
