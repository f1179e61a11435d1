import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { safeNext } from '../next-path.ts';
import { meKey } from './queries.ts';

/** After signing in: asks anew who is here, forgets what was loaded for an outsider, and goes on. */
export function useEntry(next?: string | null): () => Promise<void> {
  const queries = useQueryClient();
  const router = useRouter();
  return async () => {
    await queries.resetQueries({ queryKey: meKey });
    await router.navigate({ href: safeNext(next), replace: true });
    queries.removeQueries({ type: 'inactive', predicate: ({ queryKey }) => queryKey[0] !== meKey[0] });
  };
}
