import type { ReactNode } from 'react';

/** A column of a table or tree. Order: what it is, where, how much, in what state, when. */
export interface Column<Row> {
  key: string;
  title: string;
  /** What its head shows instead, where the title is told in parts. */
  head?: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Right-aligned, figures of equal width. */
  number?: boolean;
  /** The table can be ordered by it; the key is what the address and the API call it. */
  sortable?: boolean;
  /**
   * Its place in the block that a row becomes on a phone: `title` is what the row is, `lead` a short mark above it, `corner`
   * stands at the right of whichever comes first, `main` has a line of its own without a label and `beside` the right end of
   * that line, `line` is label and value (the default), `hidden` is left out.
   */
  phone?: 'title' | 'lead' | 'corner' | 'main' | 'beside' | 'line' | 'hidden';
  /** Said after the value where it stands without its head, on a phone: 「台」. */
  unit?: string;
}
