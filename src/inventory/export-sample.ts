import type { Language } from '#platform/browser/texts';
import { type TableFormat, tableFile } from '#platform/table-file';
import { columnsOf, type SheetRow } from './export-products.ts';
import { type ModelFacts, unsaid } from './facts.ts';
import { text } from './text.ts';

const samples = {
  ja: { line: '家庭用カメラ', white: '白', black: '黒' },
  en: { line: 'Home cameras', white: 'White', black: 'Black' },
} as const;

/** A small file that shows how products are written: two part numbers of one model, and a model that succeeds it. */
export async function exportSample({ format, language }: { format: TableFormat; language: Language }): Promise<File> {
  const { line, white, black } = samples[language];
  const facts: ModelFacts = {
    ...unsaid,
    lineId: '',
    name: 'SAMPLE-100',
    kind: 'device',
    markets: ['DE', 'JP'],
    partNumbers: [],
    updateHow: 'over-the-air',
    updateAutomatic: 'yes',
    updateSigned: 'yes',
    updateRollback: 'no',
    salesEndsOn: '2027-03-31',
    securityEndsOn: '2032-03-31',
    safety: 'no',
    tags: ['ONVIF', 'WPA2'],
    rebuiltOn: '2026-10-05',
  };
  const number = (text_: string, note: string) => ({ id: '', number: text_, note });
  const rows: SheetRow[] = [
    { lineName: line, facts, number: number('SAMPLE-100-W', white), successorName: 'SAMPLE-200' },
    { lineName: line, facts, number: number('SAMPLE-100-K', black), successorName: 'SAMPLE-200' },
    {
      lineName: line,
      facts: { ...facts, name: 'SAMPLE-200', salesEndsOn: null, securityEndsOn: '2034-03-31' },
      number: number('SAMPLE-200-W', white),
      successorName: '',
    },
  ];
  const columns = columnsOf({ divisions: [], posts: [], tags: new Map() }, language);
  return tableFile(text[language].fileNames.sample, format, columns, rows);
}
