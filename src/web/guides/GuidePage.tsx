import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EmptyState } from '#kit/EmptyState';
import { PageHead } from '#kit/PageHead';
import { Skeleton } from '#kit/Skeleton';
import { type Guide, guides } from '#platform/browser/help';
import { useLanguage, useText } from '#platform/browser/language';
import { Blocks } from './Blocks.tsx';
import { loadGuide } from './guide-files.ts';
import classes from './guides.module.css';
import { blocksOf } from './markdown.ts';
import { text } from './text.ts';

/** One of the guides below docs/guides, in the language of the page, with the way to the others. */
export function GuidePage(): ReactNode {
  const words = useText(text);
  const { language } = useLanguage();
  const { guide } = useParams({ strict: false }) as { guide: Guide };
  const isKnown = guides.includes(guide);
  const loaded = useQuery({
    queryKey: ['guide', guide, language],
    queryFn: async () => (await loadGuide(guide, language)) ?? null,
    enabled: isKnown,
    staleTime: Number.POSITIVE_INFINITY,
  });
  // The head of the page says the first heading; the line below it leads to the other language.
  const blocks = loaded.data ? blocksOf(loaded.data).slice(2) : null;
  return (
    <>
      <PageHead title={isKnown ? words.guides[guide] : words.title} answer={words.answer} />
      <nav aria-label={words.others} className={classes.others}>
        {guides.map((one) => (
          <Link
            key={one}
            to={'/guides/$guide' as never}
            params={{ guide: one } as never}
            aria-current={one === guide ? 'page' : undefined}
          >
            {words.guides[one]}
          </Link>
        ))}
      </nav>
      {blocks ? <Blocks blocks={blocks} /> : isKnown ? <Skeleton rows={10} /> : <EmptyState why={words.none} />}
    </>
  );
}
