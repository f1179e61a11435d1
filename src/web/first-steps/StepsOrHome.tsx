import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isUntouched } from './progress.ts';
import { firstStepsQuery } from './queries.ts';

/** Leads to the first steps while nothing stands, else shows what it is given. */
export function StepsOrHome(props: { children: ReactNode; waiting: ReactNode }): ReactNode {
  const steps = useQuery(firstStepsQuery);
  if (steps.isPending) return props.waiting;
  if (steps.data && isUntouched(steps.data)) return <Navigate to={'/first-steps' as never} replace />;
  return props.children;
}
