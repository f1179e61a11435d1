/**
 * One way of writing for what is the same: full and half width, dashes, tildes, white space.
 * Nothing else is folded: superscripts and circled numbers must not become digits of a version.
 */
export function fold(text: string): string {
  return text
    .replace(/～/g, '〜')
    .replace(/[\uff01-\uff9f\u3000\u00a0]+/g, (wide) => wide.normalize('NFKC'))
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\s*[\u2012-\u2015\u2212]\s*/g, ' 〜 ')
    .replace(/\r\n?/g, '\n')
    .replace(/[\t\f\v]/g, ' ');
}
