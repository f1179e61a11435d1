import { expect, test } from 'vitest';
import { keyCaps, type Press, readPress, takesText } from './keys.ts';

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  ctrl: false,
  meta: false,
  alt: false,
  inField: false,
  ...more,
});
const shortcuts = ['j', '?', 'g p', 'mod+k'];

test('a letter outside fields is its shortcut', () => {
  expect(readPress(press('j'), shortcuts, '', 'on')).toEqual({ shortcut: 'j', waiting: '' });
  expect(readPress(press('?'), shortcuts, '', 'on').shortcut).toBe('?');
});

test('a letter inside a field is only a letter', () => {
  expect(readPress(press('j', { inField: true }), shortcuts, '', 'on')).toEqual({ waiting: '' });
});

test('letters can be switched off, and the palette still opens', () => {
  expect(readPress(press('j'), shortcuts, '', 'off').shortcut).toBeUndefined();
  expect(readPress(press('k', { ctrl: true }), shortcuts, '', 'off').shortcut).toBe('mod+k');
});

test('the palette opens from within a field, by Ctrl or by ⌘', () => {
  expect(readPress(press('k', { ctrl: true, inField: true }), shortcuts, '', 'on').shortcut).toBe('mod+k');
  expect(readPress(press('K', { meta: true, inField: true }), shortcuts, '', 'on').shortcut).toBe('mod+k');
});

test('two letters in a row are one shortcut, and a wrong second letter counts by itself', () => {
  expect(readPress(press('g'), shortcuts, '', 'on')).toEqual({ waiting: 'g' });
  expect(readPress(press('p'), shortcuts, 'g', 'on')).toEqual({ shortcut: 'g p', waiting: '' });
  expect(readPress(press('j'), shortcuts, 'g', 'on')).toEqual({ shortcut: 'j', waiting: '' });
});

test("the browser's own combinations stay the browser's", () => {
  expect(readPress(press('j', { alt: true }), shortcuts, '', 'on')).toEqual({ waiting: '' });
  expect(readPress(press('j', { ctrl: true }), shortcuts, '', 'on')).toEqual({ waiting: '' });
});

test.each([
  [{ tagName: 'INPUT', type: 'text' }, true],
  [{ tagName: 'INPUT', type: 'checkbox' }, false],
  [{ tagName: 'TEXTAREA' }, true],
  [{ tagName: 'DIV', isContentEditable: true }, true],
  [{ tagName: 'BUTTON' }, false],
  [null, false],
])('%o takes text: %s', (element, expected) => {
  expect(takesText(element)).toBe(expected);
});

test('the caps are those of the keyboard in front of the reader', () => {
  expect(keyCaps('mod+k', 'MacIntel')).toEqual(['⌘', 'K']);
  expect(keyCaps('mod+k', 'Win32')).toEqual(['Ctrl', 'K']);
  expect(keyCaps('g p', 'Win32')).toEqual(['g', 'p']);
});
