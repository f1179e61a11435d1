import type { Language } from '#platform/browser/texts';

/** A schedule in words: 毎日 3:17, 毎時 1分, 5分ごと, 毎分; every day at 3:17. One that is written otherwise stays as it is. */
export function scheduleText(cron: string, language: Language): string {
  const [minute = '', hour = '', day, month, weekday] = cron.split(' ');
  const isNumber = (part: string) => /^\d+$/.test(part);
  if (day !== '*' || month !== '*' || weekday !== '*') return cron;
  if (minute === '*' && hour === '*') return language === 'ja' ? '毎分' : 'every minute';
  const everyMinutes = /^\*\/(\d+)$/.exec(minute)?.[1];
  if (everyMinutes && hour === '*')
    return language === 'ja' ? `${everyMinutes}分ごと` : `every ${everyMinutes} minutes`;
  if (isNumber(minute) && hour === '*') return language === 'ja' ? `毎時${minute}分` : `${minute} past every hour`;
  if (!isNumber(minute) || !isNumber(hour)) return cron;
  const time = `${hour}:${minute.padStart(2, '0')}`;
  return language === 'ja' ? `毎日 ${time}` : `every day at ${time}`;
}

/** A size as people read it, in powers of 1000: 812 MB, 1.4 GB. */
export function sizeText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  const value = bytes / 1000 ** power;
  return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)} ${units[power]}`;
}
