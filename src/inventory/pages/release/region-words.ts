import { fold } from '#platform/browser/fold';
import type { Language } from '#platform/browser/texts';
import { regions } from '../../model/regions.ts';

/** The name of a country, the Union or a region of the world. */
export function regionWords(code: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
}

/** 2026年11月; Nov 2026. */
export function monthWords(month: string, language: Language): string {
  const locale = language === 'ja' ? 'ja-JP' : 'en-GB';
  const first = new Date(`${month}-01T00:00:00Z`);
  return first.toLocaleDateString(locale, {
    year: 'numeric',
    month: language === 'ja' ? 'long' : 'short',
    timeZone: 'UTC',
  });
}

/** The code of a region by its name in either language or the code itself; null when there is none. */
export function readRegion(written: string): string | null {
  const wanted = fold(written);
  const isMeant = (code: string) =>
    fold(code) === wanted || fold(regionWords(code, 'ja')) === wanted || fold(regionWords(code, 'en')) === wanted;
  return regions.find(isMeant) ?? null;
}
