import { useQuery } from '@tanstack/react-query';
import { useDivisionsOf } from '#platform/browser/person';
import { divisionsQuery, postsQuery } from './queries.ts';

type Options = { value: string; label: string }[];

/** Every post, with who acts for it now. */
export function usePostOptions(): Options {
  const posts = useQuery(postsQuery).data?.items ?? [];
  return posts.map(({ id, name, division, acting }) => ({
    value: id,
    label: `${division.name} ${name}${acting.person ? `（${acting.person.name}）` : ''}`,
  }));
}

/** The divisions whose models the person may change; somebody who may change only some has to name one. */
export function useDivisionOptions(): { options: Options; mayLeaveOpen: boolean } {
  const own = useDivisionsOf('product:write');
  const all = useQuery(divisionsQuery).data?.items ?? [];
  const divisions = own === null ? all : all.filter(({ id }) => own.includes(id));
  return { options: divisions.map(({ id, name }) => ({ value: id, label: name })), mayLeaveOpen: own === null };
}
