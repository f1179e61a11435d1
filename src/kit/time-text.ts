import type { Language } from '#platform/browser/texts';

const ZONE = 'Asia/Tokyo';
const DAY_MS = 24 * 60 * 60 * 1000;
const weekdays = { ja: '日月火水木金土', en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] };
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

interface Day {
  year: number;
  month: number;
  day: number;
  weekday: number;
}

const inTokyo = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

function partsOf(at: Date): { on: string; hour: number; minute: string } {
  const part = Object.fromEntries(inTokyo.formatToParts(at).map(({ type, value }) => [type, value]));
  return { on: `${part.year}-${part.month}-${part.day}`, hour: Number(part.hour), minute: part.minute ?? '00' };
}

function dayOf(on: string): Day {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  return { year, month, day, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() };
}

/** The day in Japan at an instant, as YYYY-MM-DD. */
export function tokyoDay(at: Date): string {
  return partsOf(at).on;
}

/**
 * A day as people write it: 11月24日（火） this year, 2029年3月31日 in others; Tue 24 Nov, 31 Mar 2029.
 * @param on  YYYY-MM-DD
 */
export function dayText(on: string, language: Language, now: Date): string {
  const { year, month, day, weekday } = dayOf(on);
  const thisYear = tokyoDay(now).startsWith(`${year}-`);
  if (language === 'ja') {
    return thisYear ? `${month}月${day}日（${weekdays.ja[weekday]}）` : `${year}年${month}月${day}日`;
  }
  return thisYear ? `${weekdays.en[weekday]} ${day} ${months[month - 1]}` : `${day} ${months[month - 1]} ${year}`;
}

/** An instant in Japanese time: 本日 9:06, 昨日 21:05, 11月20日 15:32; Today 9:06, 20 Nov 15:32 JST. */
export function instantText(at: Date, language: Language, now: Date): string {
  const { on, hour, minute } = partsOf(at);
  const time = `${hour}:${minute}`;
  if (on === tokyoDay(now)) return language === 'ja' ? `本日 ${time}` : `Today ${time}`;
  if (on === tokyoDay(new Date(now.getTime() - DAY_MS)))
    return language === 'ja' ? `昨日 ${time}` : `Yesterday ${time}`;

  const { year, month, day } = dayOf(on);
  const thisYear = tokyoDay(now).startsWith(`${year}-`);
  if (language === 'ja') return `${thisYear ? '' : `${year}年`}${month}月${day}日 ${time}`;
  return `${day} ${months[month - 1]}${thisYear ? '' : ` ${year}`} ${time} JST`;
}

/** The whole instant with its zone, for a tooltip: 2026年11月24日 9:06（日本時間）. */
export function fullInstantText(at: Date, language: Language): string {
  const { on, hour, minute } = partsOf(at);
  const { year, month, day } = dayOf(on);
  if (language === 'ja') return `${year}年${month}月${day}日 ${hour}:${minute}（日本時間）`;
  return `${day} ${months[month - 1]} ${year}, ${hour}:${minute} JST (UTC+9)`;
}
