import { lazy, type ReactNode, Suspense } from 'react';

const ChangedProblem = lazy(() =>
  import('./ChangedProblem.tsx').then((loaded) => ({ default: loaded.ChangedProblem })),
);

/** Why a change was refused; when somebody else was faster: who, when and which facts, and the way to what stands now. */
export function ChangedSince(props: { thrown: unknown; onReload: () => void }): ReactNode {
  return (
    <Suspense>
      <ChangedProblem {...props} />
    </Suspense>
  );
}
