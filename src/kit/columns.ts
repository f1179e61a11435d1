import type { ReactNode } from 'react';

/** A column of a table or tree. Order: what it is, where, how much, in what state, when. */
export interface Column<Row> {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** Right-aligned, figures of equal width. */
  number?: boolean;
  /** The table can be ordered by it; the key is what the address and the API call it. */
  sortable?: boolean;
  /**
   * Its place in the block that a row becomes on a phone: `title` leads, `corner` stands at the right of the title,
   * `main` has a line of its own without a label, `line` is label and value (the default), `hidden` is left out.
   */
  phone?: 'title' | 'corner' | 'main' | 'line' | 'hidden';
}
