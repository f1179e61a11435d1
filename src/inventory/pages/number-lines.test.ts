import { expect, test } from 'vitest';
import { printNumbers, readNumbers } from './number-lines.ts';

test('part numbers are read from lines, from commas and from cells of Excel', () => {
  expect(readNumbers('MC-220-W, 白\r\n\n MC-220-K\t黒, つや消し\nMC-220-EC、直販\n')).toEqual({
    numbers: [
      { number: 'MC-220-W', note: '白' },
      { number: 'MC-220-K', note: '黒, つや消し' },
      { number: 'MC-220-EC', note: '直販' },
    ],
    twice: null,
  });
});

test('a number that stands twice is named, however it is written', () => {
  expect(readNumbers('MC-1\nＭＣ－１').twice).toBe('ＭＣ－１');
});

test('what is printed is read again', () => {
  const numbers = [
    { number: 'MC-220-W', note: '白 2台組' },
    { number: 'MC-220-K', note: '' },
  ];

  expect(readNumbers(printNumbers(numbers)).numbers).toEqual(numbers);
});
