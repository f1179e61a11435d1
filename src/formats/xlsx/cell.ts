import { unescapeText } from './escapes.ts';
import { type NumberMeaning, showDigits } from './number-format.ts';
import type { XlsxRule } from './problems.ts';
import { clockOfSerial, dateTimeOfSerial } from './serial.ts';
import type { XlsxValue } from './value.ts';
import type { Workbook } from './workbook.ts';

/** A cell as it stands in the part: its type and style, the text of its value or null when there is none. */
export type CellSource = { type: string; style: number; value: string | null; hasFormula: boolean };

type Read = { value: XlsxValue; problem?: { rule: XlsxRule; message: string } };

/** The value of a cell; of a formula, the value that was last computed. A cell that cannot be read is null with a problem. */
export function valueOfCell(cell: CellSource, workbook: Workbook): Read {
  const { type, value, hasFormula } = cell;
  if (value === null || (value.trim() === '' && type !== 'str' && type !== 'inlineStr')) {
    return hasFormula
      ? wrong('formula-without-value', 'The formula was never computed: save the file in Excel')
      : { value: null };
  }
  switch (type) {
    case 's':
      return ofSharedString(value, workbook.strings);
    case 'str':
      return ofText(unescapeText(value));
    case 'inlineStr':
      return ofText(value);
    case 'b':
      return { value: value.trim() === '1' || value.trim() === 'true' };
    case 'e':
      return wrong('error-cell', `The cell shows ${value}`);
    case 'd':
      return ofIsoDate(value.trim());
    case 'n':
      return ofNumber(value.trim(), workbook.meanings[cell.style] ?? { kind: 'number' }, workbook.system);
    default:
      return wrong('malformed', `Unknown cell type ${type}`);
  }
}

function wrong(rule: XlsxRule, message: string): Read {
  return { value: null, problem: { rule, message } };
}

function ofSharedString(index: string, strings: string[]): Read {
  const text = /^\d+$/.test(index.trim()) ? strings[Number(index)] : undefined;
  return text === undefined ? wrong('malformed', `There is no shared string ${index}`) : ofText(text);
}

function ofText(text: string): Read {
  if (text.includes('\0') || !text.isWellFormed())
    return wrong('unreadable-character', 'The text holds no valid characters');
  return { value: text === '' ? null : text };
}

function ofIsoDate(text: string): Read {
  try {
    return {
      value: text.includes('T') ? Temporal.PlainDateTime.from(text.replace(/Z$/, '')) : Temporal.PlainDate.from(text),
    };
  } catch {
    return wrong('impossible-day', `${text} is no day`);
  }
}

function ofNumber(text: string, meaning: NumberMeaning, system: 1900 | 1904): Read {
  const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(number)) return wrong('malformed', `${text} is no number`);
  switch (meaning.kind) {
    case 'digits':
      return { value: showDigits(number, meaning.pattern) ?? number };
    case 'clock':
      return number < 0 ? { value: number } : { value: clockOfSerial(number) };
    case 'number':
      return { value: number };
    default: {
      const local = dateTimeOfSerial(number, system);
      if (!local) return wrong('impossible-day', `${text} is no day in the calendar`);
      return { value: meaning.kind === 'day' ? local.toPlainDate() : local };
    }
  }
}
