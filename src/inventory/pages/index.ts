export { MatchesOfProducts } from './matches-of-products.tsx';
export { ProductsPage } from './ProductsPage.tsx';
