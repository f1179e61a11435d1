/** A cell as a reader gives it; null is empty. Days and local times are those that the sheet shows. */
export type XlsxValue = string | number | boolean | Temporal.PlainDate | Temporal.PlainDateTime | null;

/**
 * The text of a cell as a person would type it: 1 and not 1.0, 2026/11/23, 2026/11/23 21:05:00, TRUE.
 * Numbers have at most the 15 digits that Excel keeps, and no exponent below 10^21.
 */
export function textOfValue(value: XlsxValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Temporal.PlainDate) return value.toString().replaceAll('-', '/');
  const time = value.toPlainTime().toString({ smallestUnit: 'second', roundingMode: 'floor' });
  return `${textOfValue(value.toPlainDate())} ${time}`;
}
