import { expect, test } from 'vitest';
import { aComponent, aCriterion, aRange, aStatement, cpeProduct, ranges } from '../../test/statements.ts';
import type { Evidence } from './evidence.ts';
import { matchOf, rangeText, sentenceOf, technologyMatches } from './pure.ts';
import { sentenceText } from './sentence-text.ts';

const openssl = cpeProduct('a', 'openssl:openssl');
const curl = cpeProduct('a', 'haxx:curl');
const busybox = cpeProduct('a', 'busybox:busybox');

test.each([
  ['[1.1.1,1.1.1l)', '1.1.1 以上 1.1.1l 未満', 'from 1.1.1 and before 1.1.1l'],
  ['(1.0,2.0]', '1.0 超 2.0 以下', 'after 1.0 and up to 2.0'],
  ['(,2.10)', '2.10 未満', 'before 2.10'],
  ['[3,)', '3 以上', 'from 3'],
  ['=9.3p1', '9.3p1', '9.3p1'],
  ['=9.3:*', '9.3（更新を含む）', '9.3 and its updates'],
  ['*', 'すべての版', 'all versions'],
])('the range %s is %s', (text, ja, en) => {
  expect([rangeText(aRange(text), 'ja'), rangeText(aRange(text), 'en')]).toEqual([ja, en]);
});

test('a version within the range, and who agrees', () => {
  const evidence = evidenceOf('openssl', '1.1.1k', [
    nvd({ product: openssl, ranges: ranges('[1.1.1,1.1.1l)') }),
    owner({ product: openssl, by: 'openssl', ranges: ranges('[1.1.1,1.1.1l)') }),
  ]);

  expect(sentenceOf(evidence, 'ja', 'OpenSSL')).toBe(
    'OpenSSL 1.1.1k は、1.1.1 以上 1.1.1l 未満に含まれます。opensslとNVDの記録が一致しています。',
  );
  expect(sentenceOf(evidence, 'en', 'OpenSSL')).toBe(
    'OpenSSL 1.1.1k lies within this range: from 1.1.1 and before 1.1.1l. The records of openssl and NVD agree.',
  );
});

test.each([
  ['1.34.1', '(,1.34.0)', 'busybox 1.34.1 は、修正された 1.34.0 より新しい版です。'],
  ['1.34.0', '(,1.34.0)', 'busybox 1.34.0 は、修正された版です。'],
  ['1.34.0', '(,1.33.9]', 'busybox 1.34.0 は、範囲の最後の 1.33.9 より新しい版です。'],
  ['1.20', '[1.27.0,1.34.0)', 'busybox 1.20 は、範囲が始まる 1.27.0 より古い版です。'],
  [
    '2.0_rtw_1',
    '(,2.1)',
    'busybox 2.0_rtw_1 はベンダー独自の派生版です。2.1 未満に含まれますが、中身が元の版と同じとは限りません。',
  ],
])('busybox %s outside of or within %s', (version, range, sentence) => {
  const evidence = evidenceOf('busybox', version, [nvd({ product: busybox, ranges: ranges(range) })]);

  expect(sentenceOf(evidence, 'ja')).toBe(sentence);
});

test('a range that contradicts itself is named, and what was compared instead', () => {
  const evidence = evidenceOf('curl', '7.83.0', [
    nvd({ product: curl, ranges: ranges('[7.69.0,8.4.0)') }),
    owner({ product: curl, by: 'hackerone', ranges: ranges('[8.4.0,8.4.0)') }),
  ]);

  expect(sentenceOf(evidence, 'ja')).toBe(
    'curl 7.83.0 は、7.69.0 以上 8.4.0 未満に含まれます。hackeroneの範囲が矛盾しています（8.4.0 以上 8.4.0 未満）。NVDの範囲で照合しました。',
  );
});

test('no sentence of the machine judges whether somebody is affected', () => {
  const facts = {
    isExact: false,
    part: 'p 1',
    range: '',
    side: 'unknown',
    bound: '',
    detail: 'd',
    source: 's',
  } as const;
  const { agreed, contradictory, and, identified, ...reasons } = sentenceText.en;
  const english = Object.values(reasons).map((say) => say(facts));
  const {
    agreed: _agreed,
    contradictory: _contradictory,
    and: _and,
    identified: inJapanese,
    ...japanese
  } = sentenceText.ja;
  const all = [
    ...english,
    ...Object.values(japanese).map((say) => say(facts)),
    agreed('a'),
    contradictory('r', 's', 'u'),
    identified('p', 'v:p', 'x'),
    inJapanese('p', 'v:p', 'x'),
  ];

  expect(and('a', 'b')).toBe('a and b');
  expect(all.length).toBeGreaterThan(50);
  expect(all.filter((sentence) => /影響|affect/i.test(sentence))).toEqual([]);
});

test('a technology that both name may concern the product', () => {
  const statement = aStatement({ technologies: ['WPA2', 'TR-069'] });

  const match = technologyMatches(['tr069', 'ONVIF'], statement);

  expect(match?.value).toBe('may-apply');
  expect(match && sentenceOf(match.evidence, 'ja')).toBe('この脆弱性は TR-069 にあり、この製品はそれを使っています。');
  expect(technologyMatches(['ONVIF'], statement)).toBeNull();
  expect(technologyMatches(['WPA2'], { ...statement, state: 'rejected' })).toBeNull();
});

function evidenceOf(name: string, version: string, statements: ReturnType<typeof aStatement>[]): Evidence {
  const match = matchOf(aComponent({ name, version }), statements);
  if (!match) throw new Error(`Nothing is about ${name}`);
  return match.evidence;
}

function nvd(facts: Parameters<typeof aCriterion>[0]) {
  return aStatement({ criteria: [aCriterion(facts)] });
}
function owner(facts: Parameters<typeof aCriterion>[0]) {
  return aStatement({ source: 'cve', criteria: [aCriterion({ role: 'owner', ...facts })] });
}

test('words that a person has read as no version are told as such', () => {
  const none = aRange('*', { status: 'unaffected', basis: 'person', text: '旧ロットのみ' });
  const evidence = evidenceOf('busybox', '1.34.0', [nvd({ product: busybox, ranges: [none] })]);

  expect(evidence.decided.value).toBe('does-not-apply');
  expect(sentenceOf(evidence, 'ja')).toBe(
    'NVDの「旧ロットのみ」は、どの版も対象にしない記述と設定されています（busybox 1.34.0）。',
  );
});
