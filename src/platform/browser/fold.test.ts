import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, foldId } from './fold.ts';

test.each([
  ['ＭＲ－１１６７', 'MR-1167'],
  ['MR‐1167', 'MR-1167'],
  ['MR‑1167', 'mr-1167'],
  ['MR–1167', 'MR-1167'],
  ['MR—1167', 'MR-1167'],
  ['MR−1167', 'MR-1167'],
  ['MRー1167', 'MR-1167'],
  ['MRｰ1167', 'MR-1167'],
  ['ﾙｰﾀｰ', 'ルーター'],
  ['るーたー', 'ルーター'],
  ['ﾙ-ﾀ-', 'ルーター'],
  ['ル－タ－', 'ルーター'],
  ['ｶﾞﾗｽ', 'ガラス'],
  ['カ\u3099ラス', 'ガラス'],
  ['ヽヾ', 'ゝゞ'],
  ['Ｗｉ－Ｆｉ　ルーター', 'wi-fi ﾙｰﾀｰ'],
  ['  みはり\u3000\u3000電機\t', 'みはり 電機'],
  ['㈱みはり', '(株)みはり'],
  ['①', '1'],
  ['葛\u{e0100}城', '葛城'],
  ['MR\u200b-1167', 'MR-1167'],
  ['ÉCRAN', 'écran'],
  ['5〜10', '5～10'],
  ['A∥B', 'A‖B'],
])('search does not tell %j from %j', (written, meant) => {
  expect(fold(written)).toBe(fold(meant));
});

test.each([
  ['ルーター', 'ルータ'],
  ['MR-1167', 'MR1167'],
  ['ハ', 'バ'],
  ['ハ', 'パ'],
  ['ッ', 'ツ'],
  ['東京', '京東'],
  ['é', 'e'],
])('search tells %j from %j', (one, other) => {
  expect(fold(one)).not.toBe(fold(other));
});

test.each([
  ['ルーター', 'るーたー'],
  ['カメラ-100', 'かめら-100'],
  ['USBハブ', 'usbはぶ'],
  ['Ａ　Ｂ', 'a b'],
  ['', ''],
  ['\u3000', ''],
])('the folded form of %j is %j', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test.each([
  ['ＭＲ－１１６７', 'MR-1167'],
  ['mrー1167', 'MR-1167'],
  [' MR‐1167 /B ', 'MR-1167/B'],
  ['MR 1167', 'MR1167'],
  ['ﾙｰﾀ-1', 'ル-タ-1'],
  ['るーた1', 'る-た1'],
])('the part number %j is filed as %j', (written, filed) => {
  expect(foldId(written)).toBe(filed);
});

const japanese = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'ーｰ－-‐–—― \u3000アあｶﾞﾊﾟヷMr１1\u3099\u309a\u200d\ufe0fİßΣ㍿'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 12,
});

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(japanese, (text) => {
      expect(fold(fold(text))).toBe(fold(text));
      expect(foldId(foldId(text))).toBe(foldId(text));
    }),
    { numRuns: 20_000 },
  );
});

test('folding does not see width, case or the kind of kana', () => {
  const kana = fc.string({
    unit: fc.constantFrom(...'ァアィイカガキギッツハバパヒビピンヴヶーabzABZ09-'),
    maxLength: 10,
  });
  const toHiragana = (text: string) =>
    text.replace(/[ァ-ヶ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60));
  const toFullWidth = (text: string) =>
    text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

  fc.assert(
    fc.property(kana, (text) => {
      for (const variant of [toHiragana(text), toFullWidth(text), text.toUpperCase(), text.normalize('NFD')]) {
        expect(fold(variant)).toBe(fold(text));
      }
    }),
    { numRuns: 5_000 },
  );
});
