import { unescapeText } from './escapes.ts';
import { readXml, SPREADSHEET } from './xml.ts';

/**
 * Collects the text of a string item: plain, or in runs with fonts.
 * The furigana that Japanese input leaves behind (rPh) stands between the runs and is no part of the text.
 */
export class TextCollector {
  #text = '';
  #isInText = false;
  #furigana = 0;

  open(name: string): void {
    if (name === 'rPh') this.#furigana++;
    if (name === 't') this.#isInText = true;
  }

  close(name: string): void {
    if (name === 'rPh') this.#furigana--;
    if (name === 't') this.#isInText = false;
  }

  hear(text: string): void {
    if (this.#isInText && this.#furigana === 0) this.#text += text;
  }

  /** The text so far, and begins anew. */
  take(): string {
    const text = unescapeText(this.#text);
    this.#text = '';
    return text;
  }
}

/** The shared strings of a workbook by their number. */
export async function readSharedStrings(chunks: AsyncIterable<Uint8Array>, part: string): Promise<string[]> {
  const strings: string[] = [];
  const collector = new TextCollector();
  await readXml(chunks, part, SPREADSHEET, {
    open: (name) => collector.open(name),
    text: (text) => collector.hear(text),
    close: (name) => {
      collector.close(name);
      if (name === 'si') strings.push(collector.take());
    },
  });
  return strings;
}
