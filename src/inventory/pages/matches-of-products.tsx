import { type ComponentType, createContext, Fragment, type ReactNode, useContext } from 'react';
import type { Column } from '#kit/Table';
import type { CountedProduct, ProductLevel } from '../model.ts';
import type { ProductRow } from './product-rows.ts';

/** What a step to the right tells of products: columns of the tree, what they need around it, and the sums at its foot. */
export interface ProductMatches {
  Around: ComponentType<{ shown: Record<ProductLevel, string[]>; children: ReactNode }>;
  useColumns: () => Column<CountedProduct>[];
  /** Of everything, by the keys of the columns. */
  useSums: () => Record<string, ReactNode>;
}

const columns: Column<CountedProduct>[] = [];
const sums = {};
const nothing: ProductMatches = {
  Around: ({ children }) => <Fragment>{children}</Fragment>,
  useColumns: () => columns,
  useSums: () => sums,
};

/** The place where the shell puts them in. */
export const MatchesOfProducts = createContext<ProductMatches>(nothing);
export const useMatchesOfProducts = (): ProductMatches => useContext(MatchesOfProducts);

/** What is counted of a row; null for a row that only waits. */
export function countedOf(row: ProductRow): CountedProduct | null {
  if (row.kind === 'line') return { of: 'line', id: row.line.id, name: row.line.name };
  if (row.kind === 'model') return { of: 'model', id: row.model.id, name: row.model.name };
  if (row.kind !== 'release') return null;
  const { id, model, version, slug } = row.release;
  return { of: 'release', id, name: `${model.name} ${version}`, model: model.slug, release: slug };
}
