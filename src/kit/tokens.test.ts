import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [lightCss = '', darkCss = ''] = css.split('@media screen');

function tokensOf(source: string): Record<string, string> {
  return Object.fromEntries([...source.matchAll(/--mamori-([a-z0-9-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1], m[2]]));
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const schemes = { light: tokensOf(lightCss), dark: tokensOf(darkCss) };
const text: [ink: string, grounds: string[]][] = [
  ['ink', ['canvas', 'sunken', 'raised', 'hover', 'selected']],
  ['ink-2', ['canvas', 'sunken', 'raised', 'hover', 'selected']],
  ['ink-3', ['canvas', 'sunken', 'raised', 'hover', 'selected']],
  ['accent', ['canvas', 'sunken', 'raised', 'hover', 'selected']],
  ['on-accent', ['accent-fill', 'accent-fill-hover']],
  ['on-inverse', ['inverse']],
  ...['critical', 'high', 'medium', 'low', 'ok', 'alert'].map((name): [string, string[]] => [
    name,
    ['canvas', 'raised', `${name}-soft`],
  ]),
  ['ink', ['alert-soft', 'medium-soft']],
  ['ink-2', ['alert-soft', 'medium-soft']],
];
const borders: [line: string, grounds: string[]][] = [
  ['line-strong', ['canvas', 'sunken', 'raised']],
  ['accent', ['canvas', 'raised', 'selected']],
  ['alert', ['canvas', 'raised']],
  ['medium', ['canvas', 'raised']],
];
const pairs = (list: [string, string[]][]) =>
  list.flatMap(([front, grounds]) => grounds.map((ground) => [front, ground] as const));

for (const [scheme, tokens] of Object.entries(schemes)) {
  test.each(pairs(text))(`${scheme}: words in %s can be read on %s`, (front, ground) => {
    expect(contrast(tokens[front] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });
  test.each(pairs(borders))(`${scheme}: a shape in %s can be seen on %s`, (front, ground) => {
    expect(contrast(tokens[front] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(3);
  });
}

test('both schemes name the same colours', () => {
  expect(Object.keys(schemes.dark)).toEqual(Object.keys(schemes.light));
});
