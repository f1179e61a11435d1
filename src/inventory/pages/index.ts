export { ImportPage } from './ImportPage.tsx';
export { ModelPage } from './ModelPage.tsx';
export { ProductsPage } from './ProductsPage.tsx';
export { ComparePage } from './release/ComparePage.tsx';
export { ReleasePage } from './release/ReleasePage.tsx';
export { SbomImportsPage } from './sbom/SbomImportsPage.tsx';
export { TagsPage } from './TagsPage.tsx';
export { WherePage } from './where/WherePage.tsx';
