import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ButtonLink } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { formatInstant } from '#platform/browser/calendar';
import { useLanguage, useText } from '#platform/browser/language';
import { useMay } from '#platform/browser/person';
import type { Today } from '../../contract.ts';
import { sourcesQuery } from '../queries.ts';
import { text } from '../text.ts';

/** Zero is believable only beside what was looked at, and when. */
export function Nothing({ today }: { today: Today }): ReactNode {
  const words = useText(text).today;
  const { language } = useLanguage();
  const sources = useQuery(sourcesQuery).data?.sources;
  const mayRead = useMay('product:read');
  if (sources?.length === 0)
    return (
      <EmptyState
        why={words.first}
        next={words.firstNext}
        action={
          <>
            <ButtonLink to={'/vulnerabilities/imports' as never}>{words.toRecords}</ButtonLink>
            {mayRead ? <ButtonLink to="/products">{words.toProducts}</ButtonLink> : null}
          </>
        }
      />
    );
  const at = Temporal.Instant.from(today.at);
  return (
    <EmptyState
      why={today.vulnerabilities > 0 ? words.noneNew : words.empty}
      next={words.emptyNext(formatInstant(at, language, at))}
    />
  );
}
