import { fold } from '#platform/browser/fold';
import { regions } from '../../model/regions.ts';

// How sales regions and some countries are called in Japan, beside the names of the standard.
const alsoCalled: Record<string, string> = {
  国内: 'JP',
  米国: 'US',
  アメリカ: 'US',
  英国: 'GB',
  香港: 'HK',
  マカオ: 'MO',
  欧州: '150',
  欧州連合: 'EU',
  EU圏: 'EU',
  北米: '021',
  中南米: '419',
  南米: '005',
  豪州: 'AU',
  全世界: '001',
  グローバル: '001',
  worldwide: '001',
};

const names = ['ja', 'en'].map((language) => new Intl.DisplayNames(language, { type: 'region' }));
const codeByName = new Map([
  ...regions.flatMap((code) =>
    [code, ...names.map((named) => named.of(code) ?? code)].map((name) => [fold(name), code] as const),
  ),
  ...Object.entries(alsoCalled).map(([name, code]) => [fold(name), code] as const),
]);

/** A destination by its code, or by its name in Japanese or English; a spreadsheet may have made 19 of 019. */
export function readRegion(cell: string): string | null {
  const plain = fold(cell);
  return codeByName.get(/^\d{1,2}$/.test(plain) ? plain.padStart(3, '0') : plain) ?? null;
}
