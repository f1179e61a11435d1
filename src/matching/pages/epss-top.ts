/** The top share by EPSS in which a vulnerability lies, in whole percent; null below the 90th percentile, where it tells little. */
export function topByEpss(percentile: number | null): number | null {
  if (percentile === null || percentile < 0.9) return null;
  // 1 - 0.97 is a little more than 0.03, and that is not 4 %; EPSS has five digits.
  return Math.max(1, Math.ceil(Math.round((1 - percentile) * 1_000_000) / 10_000));
}
