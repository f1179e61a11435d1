import { severityOfNumber } from '#intelligence/model';
import { text as intelligenceText } from '#intelligence/text';
import { sentenceOf, summaryOf } from '#matching/pure';
import { text as matchingText } from '#matching/text';
import type { Language } from '#platform/browser/texts';
import type { Scanned } from './scan.ts';
import { text } from './scan-text.ts';

/** A scanned document as lines: counts, then a block for each hit, with the sentence that says why. */
export function sayScan({ file, parts, hits, unidentified }: Scanned, language: Language): string[] {
  const words = text[language];
  const results = matchingText[language].results;
  const { severities } = intelligenceText[language];
  const count = (value: string) =>
    new Set(hits.filter(({ match }) => match.value === value).map(({ vulnerability }) => vulnerability.name)).size;
  const lines = [
    words.head(file, parts),
    words.counts(count('applies'), count('may-apply'), count('cannot-compare')),
    ...(unidentified.length > 0
      ? [
          words.unidentified(
            unidentified.length,
            unidentified
              .slice(0, 5)
              .map(({ name }) => name)
              .join(', '),
          ),
        ]
      : []),
  ];
  for (const { component, vulnerability, match } of hits) {
    const { title, score, severity, exploitedOn } = summaryOf(vulnerability, language);
    const rated = `${severities[severityOfNumber(severity)]}${score === null ? '' : ` ${score.toFixed(1)}`}`;
    lines.push(
      '',
      `${results[match.value]}  ${vulnerability.name}  ${rated}${exploitedOn ? `  ${words.exploited}` : ''}  ${component.name} ${component.version ?? ''}`.trimEnd(),
      `    ${title}`,
      `    ${sentenceOf(match.evidence, language, component.name)}`,
    );
  }
  return lines;
}
