import { ascii, exactly, type VersionScheme } from './key.ts';

const shape =
  /^(\d{4}-\d{2}-\d{2})t((?:[01]\d|2[0-3]):[0-5]\d):([0-5]\d|60)(?:\.(\d+))?(?:z|([+-])([01]\d|2[0-3]):([0-5]\d))$/i;

/** The first minute of the year 0, and a day before it for the offsets, counted as minutes of Unix time. */
const earliestMinute = -1_036_121_760;

/**
 * Moments, whatever their offset from UTC. A leap second (23:59:60) stands between the minutes.
 * @source VERS, Special VERS types: datetime; RFC 3339, 5.6
 */
export const datetime: VersionScheme = {
  read(version) {
    const [, day, time, second = '', fraction = '', sign, hours, minutes] = shape.exec(version) ?? [];
    if (day === undefined) return null;
    const local = new Date(`${day}T${time}:00Z`);
    if (Number.isNaN(local.getTime()) || !local.toISOString().startsWith(day)) return null;
    const offset = (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
    const minute = local.getTime() / 60_000 - offset - earliestMinute;
    return exactly(ascii(`${minute}`.padStart(10, '0') + second + fraction.replace(/0+$/, '')));
  },
};
