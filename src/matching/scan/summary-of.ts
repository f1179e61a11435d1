import { summarize } from '#intelligence/pure';
import type { Language } from '#platform/browser/texts';
import type { KnownVulnerability } from './records-by-key.ts';

/** What a line about a vulnerability needs: 4 critical to 0 not rated, the score, the title in the reader's language where there is one. */
export function summaryOf({ name, names, statements }: KnownVulnerability, language: Language) {
  const { titleJa, titleEn, severity, score, exploitedOn, state } = summarize(names, statements);
  const title = (language === 'ja' ? (titleJa ?? titleEn) : (titleEn ?? titleJa)) ?? name;
  const url = statements.flatMap(({ references }) => references.map((one) => one.url))[0] ?? null;
  return { title, severity, score, exploitedOn, state, url };
}
