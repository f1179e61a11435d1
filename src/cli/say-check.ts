import { checkText, percentOf, ruleWords, type SbomCheck } from '#inventory/pure';
import { type Language, textOf } from '#platform/browser/texts';

const MOST_LINES = 20;

/** The result of a check as lines, in the reader's language; what is wrong comes with its place. */
export function sayCheck(check: SbomCheck, language: Language): string[] {
  const text = textOf(checkText, language);
  const { head, counts, quality, problems, isAccepted, name } = check;
  const lines = [isAccepted ? text.accepted(name) : text.refused(name)];
  if (head) {
    lines.push(text.format([head.format, head.formatVersion].filter(Boolean).join(' ')));
    lines.push(text.created(head.createdAt ?? text.unknown, head.authors.join(', ') || text.unknown));
    if (head.tools.length > 0) lines.push(text.tools(head.tools.join(', ')));
  }
  if (counts.parts > 0) {
    lines.push(
      text.parts(counts.parts, counts.distinct, counts.merged),
      text.relations(counts.contains, counts.dependsOn),
    );
    if (counts.statements > 0) lines.push(text.statements(counts.statements));
    lines.push(...sayWithoutIdentity(check, language), ...sayMinimum(check, language));
  }
  if (quality) {
    lines.push(text.quality(quality.score));
    for (const { part, share, weight } of quality.parts) {
      lines.push(`  ${text.qualityPart(text.part[part], percentOf(share), weight)}`);
    }
  }
  for (const level of ['error', 'warning'] as const) {
    const count = level === 'error' ? check.errors : check.warnings;
    if (count === 0) continue;
    const shown = problems.filter((problem) => problem.level === level).slice(0, MOST_LINES);
    lines.push(level === 'error' ? text.errors(count) : text.warnings(count));
    lines.push(...shown.map((problem) => `  ${problem.place}: ${ruleWords(problem, language)}`));
    if (count > shown.length) lines.push(`  ${text.andMore(count - shown.length)}`);
  }
  return lines;
}

function sayWithoutIdentity({ withoutIdentity: { count, examples } }: SbomCheck, language: Language): string[] {
  const text = textOf(checkText, language);
  const shown = examples
    .slice(0, 5)
    .map(({ place, name, version }) => `  ${name || text.nameless} ${version ?? ''} (${place})`);
  const rest = count > shown.length ? [`  ${text.andMore(count - shown.length)}`] : [];
  return [text.withoutIdentity(count), ...shown, ...rest];
}

function sayMinimum({ missingElements }: SbomCheck, language: Language): string[] {
  const text = textOf(checkText, language);
  if (missingElements.length === 0) return [text.complete];
  const lines = missingElements.map(({ element, count }) => {
    const words = text.element[element];
    return `  ${element === 'relation' || element === 'author' || element === 'timestamp' ? text.missingWhole(words) : text.missingParts(words, count)}`;
  });
  return [text.missing, ...lines];
}
