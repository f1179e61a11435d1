import type { ReactNode } from 'react';
import { LoadProblem } from './LoadProblem.tsx';
import { type Crumb, PageHead } from './PageHead.tsx';

/** In place of a page that could not be loaded: what it is called, what failed, and the way to try again. */
export function PageProblem(props: {
  title: string;
  crumbs?: Crumb[];
  thrown: unknown;
  retry: () => void;
  safe?: string;
}): ReactNode {
  const { title, crumbs, ...problem } = props;
  return (
    <>
      <PageHead title={title} {...(crumbs ? { crumbs } : {})} />
      <LoadProblem {...problem} />
    </>
  );
}
