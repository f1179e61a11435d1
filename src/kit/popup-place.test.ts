import { expect, test } from 'vitest';
import { popupPlace } from './popup-place.ts';

const screen = { width: 1440, height: 900 };
const button = (left: number, top: number) => ({ left, right: left + 100, top, bottom: top + 32 });

test('a popup opens below its button', () => {
  expect(popupPlace(button(200, 100), screen, 'start')).toEqual({
    left: 200,
    right: null,
    top: 136,
    bottom: null,
    maxHeight: 756,
  });
});

test('it opens upwards where there is no room below', () => {
  expect(popupPlace(button(200, 840), screen, 'start')).toMatchObject({ top: null, bottom: 64, maxHeight: 828 });
});

test('it stays below when there is even less room above', () => {
  expect(popupPlace(button(200, 20), { width: 1440, height: 200 }, 'start')).toMatchObject({ top: 56, bottom: null });
});

test('it never stands over the edge', () => {
  expect(popupPlace(button(1380, 100), screen, 'end').right).toBe(8);
  expect(popupPlace(button(-20, 100), screen, 'start').left).toBe(8);
});
