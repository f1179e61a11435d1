import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DivisionsPlace, PeoplePage, SingleSignOnPage } from '#access/pages';
import { organization } from '#organization/contract';
import { clientOf } from '#platform/browser/client';
import { useMay } from '#platform/browser/person';

const client = clientOf(organization);

/** People and roles, with the divisions in which a role can hold. */
export const People = (): ReactNode => (
  <Filled>
    <PeoplePage />
  </Filled>
);

/** Single sign-on, with the same divisions for the roles of groups. */
export const SingleSignOn = (): ReactNode => (
  <Filled>
    <SingleSignOnPage />
  </Filled>
);

function Filled(props: { children: ReactNode }): ReactNode {
  const enabled = useMay('organization:read');
  const { data } = useQuery({
    queryKey: ['organization', 'divisions'],
    queryFn: async ({ signal }) => (await client.listDivisions({}, { signal })).items,
    enabled,
  });
  return <DivisionsPlace divisions={data ?? []}>{props.children}</DivisionsPlace>;
}
