/**
 * Spreads what was shipped over the months from the release on, two years at most: much in the beginning, less later.
 * @param units  by region
 * @returns  months as 2026-11; their units add up to what was given
 */
export function spreadUnits(
  units: Readonly<Record<string, number>>,
  from: Temporal.PlainDate,
  today: Temporal.PlainDate,
): { month: string; region: string; units: number }[] {
  const first = from.toPlainYearMonth();
  const months = Math.min(24, Math.max(1, first.until(today.toPlainYearMonth(), { largestUnit: 'months' }).months));
  const all = (months * (months + 1)) / 2;
  return Object.entries(units).flatMap(([region, total]) => {
    let left = total;
    return Array.from({ length: months }, (_, at) => {
      const share = at === months - 1 ? left : Math.floor((total * (months - at)) / all / 10) * 10;
      left -= share;
      return { month: first.add({ months: at }).toString(), region, units: share };
    }).filter(({ units: shipped }) => shipped > 0);
  });
}
