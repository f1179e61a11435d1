import { anyRevision, exactly, type Key, number, type VersionScheme, word } from './key.ts';

// What may stand after a run of digits or of letters, in its order: letters at once, the end, digits at once, separators.
const letters = 0x10;
const end = 0x20;
const digitsAtOnce = 0x30;

/** Something that ends with a letter or a digit. */
const part = /^[\x21-\x7e]*[A-Za-z0-9]$/;

/**
 * Packages of Arch Linux: [epoch:]version[-release]. Letters after a number stand before its end (1.0rc < 1.0 < 1.0.a < 1.0.1),
 * more separators stand above fewer. For pacman a version without a release equals each of its releases, which is no order:
 * here it is its release 1, and as a bound it stands for all of them. Nothing ends with a separator.
 * @source pacman, vercmp(8) and libalpm's rpmvercmp
 */
export const alpm: VersionScheme = {
  epochs: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  read(version) {
    const [, epoch = '', rest = ''] = /^(?:(\d*):)?(.+)$/s.exec(version) ?? [];
    const hyphen = rest.lastIndexOf('-');
    const [own, release] = hyphen < 0 ? [rest, null] : [rest.slice(0, hyphen), rest.slice(hyphen + 1)];
    if (!part.test(own) || (release !== null && !part.test(release))) return null;
    const prefix = [...number(epoch), ...partKey(own)];
    if (release === null) return anyRevision([...prefix, ...partKey('1')], prefix);
    return exactly([...prefix, ...partKey(release)]);
  },
};

function partKey(text: string): Key {
  const keys = Array.from(text.matchAll(/([^A-Za-z0-9]*)(\d+|[A-Za-z]+)/g), ([, separators = '', run = '']) => {
    const isNumber = /^\d/.test(run);
    const value = isNumber ? number(run) : word(letters, run);
    if (separators.length > 0) return [...number(`${separators.length}`), ...value];
    return isNumber ? [digitsAtOnce, ...value] : value;
  });
  return [...keys.flat(), end];
}
