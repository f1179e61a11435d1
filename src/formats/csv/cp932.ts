import iconv from 'iconv-lite';

// Characters that keyboards of other systems produce and that CP932 has under another number, alike to the eye.
const SAME_LOOKING: Record<string, string> = {
  '〜': '～',
  '−': '－',
  '‖': '∥',
  '—': '―',
  '¢': '￠',
  '£': '￡',
  '¬': '￢',
  '¥': '￥',
  '‾': '￣',
  '\u00a0': ' ',
};

const writable = new Map<string, boolean>();

/** Characters of the text that CP932 cannot express, each once, in order of appearance. */
export function charactersOutsideCp932(text: string): string[] {
  if (/^[\0-\x7f]*$/.test(text)) return [];
  return [...new Set(text)].filter((character) => !isWritable(character));
}

/** Replaces what CP932 has only as a twin that looks the same (〜 to ～, − to －), and composes split accents (か + ゛ to が). */
export function withSameLooking(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text;
  return [...text.normalize('NFC')]
    .map((character) => (isWritable(character) ? character : (SAME_LOOKING[character] ?? character)))
    .join('');
}

/** Replaces what CP932 has only as a twin, and by 〓 what it has not at all, as Japanese printers always have. */
export function withGetaMarks(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text;
  return [...withSameLooking(text)].map((character) => (isWritable(character) ? character : '〓')).join('');
}

export function encodeCp932(text: string): Uint8Array {
  return iconv.encode(text, 'cp932');
}

// Writable means that it comes back: the encoder turns ¥ into a backslash without a word.
function isWritable(character: string): boolean {
  let known = writable.get(character);
  if (known === undefined) {
    known = iconv.decode(iconv.encode(character, 'cp932'), 'cp932') === character;
    writable.set(character, known);
  }
  return known;
}
