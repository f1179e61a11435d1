import { type Range, readVersions } from '#intelligence/pure';

/** A reading in a form that a person can check: "≤ 1.32", "[2.0, 2.3.1)", "unread: words-left". */
export function said(text: string): string {
  const reading = readVersions(text);
  if ('unread' in reading) return `unread: ${reading.unread}`;
  return reading.parts
    .map(({ product, vulnerabilities, ranges }) => {
      const about = [product, ...vulnerabilities].filter((name) => name !== null).join(', ');
      return `${about && `${about}: `}${ranges.map(inSigns).join(', ')}`;
    })
    .join('; ');
}

function inSigns({ from, to }: Range): string {
  if (!from && !to) return 'all';
  if (!from) return `${to?.included ? '≤' : '<'} ${to?.version}`;
  if (!to) return `${from.included ? '≥' : '>'} ${from.version}`;
  if (from.version === to.version) return `= ${to.version}`;
  return `${from.included ? '[' : '('}${from.version}, ${to.version}${to.included ? ']' : ')'}`;
}
