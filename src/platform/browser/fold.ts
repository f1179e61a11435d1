// What people type for a hyphen and NFKC leaves apart: ‐ ‒ – — ― ⁃ − and the box drawing lines ─ ━.
const HYPHENS = /[\u2010-\u2015\u2043\u2212\u02d7\u2796\u2500\u2501]/g;
// What Windows and other systems write for the same wave and bars; NFKC makes ～ a tilde and leaves these.
const TWINS: Record<string, string> = { '〜': '~', '∥': '‖' };
const KATAKANA = /[\u30a1-\u30f6\u30fd\u30fe]/g;
const KATAKANA_TO_HIRAGANA = -0x60;
// Zero-width signs, soft hyphens and the variation selectors that choose a glyph of the same kanji.
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * The form in which text is searched and headers are compared: ＭＲ－１１６７ and mr-1167, ﾙｰﾀｰ and るーたー are equal.
 * Half and full width, case, hiragana and katakana, blanks and all kinds of hyphens no longer differ; a long vowel sign
 * after a letter or digit is a hyphen, a hyphen inside a kana word is a long vowel sign.
 * Stored beside the text and computed only here, so that the database finds what the browser finds. fold(fold(x)) === fold(x).
 */
export function fold(text: string): string {
  return normalize(text)
    .toLowerCase()
    .normalize('NFKC')
    .replace(KATAKANA, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) + KATAKANA_TO_HIRAGANA))
    .replace(HYPHENS, '-')
    .replace(/(?<=[a-z0-9-])ー+/g, (signs) => '-'.repeat(signs.length))
    .replace(/(?<=[\u3041-\u309fー])-(?=[\u3041-\u309f]|\s|$)/g, 'ー')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFKC');
}

/**
 * The form in which part numbers (型番) are compared: ｍｒー１１６７ / mr‐1167 / MR 1167 without its blanks.
 * Upper case, every hyphen or long vowel sign is "-", no blanks at all. foldId(foldId(x)) === foldId(x).
 */
export function foldId(text: string): string {
  return normalize(text)
    .toUpperCase()
    .normalize('NFKC')
    .replace(HYPHENS, '-')
    .replaceAll('ー', '-')
    .replace(/\s+/g, '')
    .normalize('NFKC');
}

function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/[〜∥]/g, (twin) => TWINS[twin] ?? twin);
}
