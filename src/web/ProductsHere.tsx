import type { ReactNode } from 'react';
import { MatchesOfProducts, ProductsPage } from '#inventory/pages';
import { TouchedNumbers, useFieldSums, useMatchColumns } from '#matching/pages/products';

const matches = { Around: TouchedNumbers, useColumns: useMatchColumns, useSums: useFieldSums };

/** The products with what touches them. */
export const ProductsHere = (): ReactNode => (
  <MatchesOfProducts value={matches}>
    <ProductsPage />
  </MatchesOfProducts>
);
