import type { Language } from '#platform/browser/texts';
import type { SetRange } from './model.ts';
import { text } from './text.ts';

/** What a person has set, as people write it: 「2.0 以上 2.10 未満」. */
export function setRangesText(ranges: readonly SetRange[], language: Language): string {
  const bound = (version: string | null, included: boolean) => (version === null ? null : { version, included });
  if (ranges.length === 0) return text[language].noVersion;
  return ranges
    .map(({ from, fromIncluded, to, toIncluded }) =>
      text[language].between(bound(from, fromIncluded), bound(to, toIncluded)),
    )
    .join(language === 'ja' ? '、' : ', ');
}
