import { expect, test } from 'vitest';
import { rememberedLanguage } from './language.ts';

test.each([
  ['mamori-language=en', 'en'],
  ['session=x; mamori-language=ja; theme=dark', 'ja'],
  ['', undefined],
  ['mamori-language=fr', undefined],
  ['not-mamori-language=en', undefined],
])('the cookies "%s" remember %s', (cookies, language) => {
  expect(rememberedLanguage(cookies)).toBe(language);
});
