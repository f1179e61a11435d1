import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Maker } from '#organization/model';
import { clientOf } from '#platform/browser/client';
import { useLanguage } from '#platform/browser/language';

/** Whose products these are; null until somebody has entered it. The organization's pages share the key. */
export const makerQuery = queryOptions({
  queryKey: ['maker'],
  queryFn: async (): Promise<Maker | null> => {
    const { organization } = await import('#organization/contract');
    return (await clientOf(organization).describeMaker()).maker;
  },
});

/** The maker's name in the language of the page; '' until it is known, since no page waits for it. */
export function useMakerName(): string {
  const { language } = useLanguage();
  const maker = useQuery(makerQuery).data;
  if (!maker) return '';
  return language === 'ja' ? maker.nameJa : maker.nameEn;
}
