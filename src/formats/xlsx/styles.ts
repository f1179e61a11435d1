import { meaningOf, type NumberMeaning } from './number-format.ts';
import { readXml, SPREADSHEET } from './xml.ts';

/** What numbers mean, by the style number of their cell. */
export async function readStyles(chunks: AsyncIterable<Uint8Array>, part: string): Promise<NumberMeaning[]> {
  const codeById = new Map<number, string>();
  const formatIds: number[] = [];
  let isInCellFormats = false;
  await readXml(chunks, part, SPREADSHEET, {
    open: (name, attributes) => {
      if (name === 'cellXfs') isInCellFormats = true;
      if (name === 'numFmt') codeById.set(Number(attributes('numFmtId')), attributes('formatCode') ?? '');
      if (name === 'xf' && isInCellFormats) formatIds.push(Number(attributes('numFmtId') ?? 0));
    },
    close: (name) => {
      if (name === 'cellXfs') isInCellFormats = false;
    },
  });
  const meaningById = new Map(formatIds.map((id) => [id, meaningOf(id, codeById.get(id))]));
  return formatIds.map((id) => meaningById.get(id) ?? { kind: 'number' });
}
