import { memo, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

const perBlock = 50;
const many = 200;

/** Whether the browser must be spared what is far away. */
export const isLong = (rows: readonly unknown[]): boolean => rows.length > many;

interface BlockProps<Row> {
  rows: Row[];
  /** The place of its first row in the table. */
  from: number;
  draw: (row: Row, index: number) => ReactNode;
  /** Whether a row is as it was; left out, when it is the same object. */
  isSame?: (before: Row, after: Row) => boolean;
}

/**
 * The rows of a table. All of them stand on the page, so that they are found, read aloud and printed; drawn anew are only
 * those near to what is seen: among thousands every tick would be felt otherwise.
 */
export function RowBlocks<Row>({ rows, ...rest }: Omit<BlockProps<Row>, 'from'>): ReactNode {
  const count = Math.ceil(rows.length / perBlock);
  return Array.from({ length: count }, (_, at) => (
    <Block
      // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place, whatever rows are in it
      key={at}
      {...rest}
      from={at * perBlock}
      rows={rows.slice(at * perBlock, (at + 1) * perBlock)}
    />
  ));
}

function Block<Row>(props: BlockProps<Row>): ReactNode {
  const body = useRef<HTMLTableSectionElement>(null);
  const isNear = useIsNear(body);
  return (
    <tbody ref={body}>
      <Drawn {...props} isNear={isNear} />
    </tbody>
  );
}

const Drawn = memo(
  <Row,>({ rows, from, draw }: BlockProps<Row> & { isNear: boolean }) => rows.map((row, at) => draw(row, from + at)),
  (before, { isNear, rows, isSame = Object.is }) =>
    !isNear &&
    before.rows.length === rows.length &&
    before.rows.every((row, at) => isSame(row, rows[at] as typeof row)),
) as <Row>(props: BlockProps<Row> & { isNear: boolean }) => ReactNode;

/** Whether it is seen, or would be after one screen more; what is printed is all near. */
function useIsNear(of: RefObject<Element | null>): boolean {
  const [isNear, setNear] = useState(true);
  useEffect(() => {
    const element = of.current;
    if (!element) return;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? true), {
      rootMargin: '100% 0px',
    });
    const onPrint = () => {
      observer.disconnect();
      flushSync(() => setNear(true));
    };
    const observe = () => observer.observe(element);
    observe();
    addEventListener('beforeprint', onPrint);
    addEventListener('afterprint', observe);
    return () => {
      observer.disconnect();
      removeEventListener('beforeprint', onPrint);
      removeEventListener('afterprint', observe);
    };
  }, [of]);
  return isNear;
}

/** All rows of the table, in their order; heads and sums are none. */
export function rowsOf(table: HTMLTableElement | null): HTMLElement[] {
  return [...(table?.tBodies ?? [])].flatMap(({ rows }) => [...rows]);
}
