import { anyRevision, exactly, type Key, number, type VersionScheme, word } from './key.ts';

const tilde = 0x01;
const end = 0x02;
const caret = 0x03;
const letters = 0x10;

/**
 * RPM packages: [epoch:]version[-release]. A version without a release stands for all its releases.
 * @source rpm.org, rpmvercmp: separators only separate, a number is above letters, ~ is below the end and ^ above it
 */
export const rpm: VersionScheme = {
  // Distributions have come as far as 32 (bind).
  epochs: Array.from({ length: 41 }, (_, epoch) => epoch),
  read(version) {
    const [, epoch, rest = ''] = /^(?:(\d+):)?([\x21-\x7e]*)$/.exec(version) ?? [];
    if (!/[A-Za-z0-9]/.test(rest)) return null;
    const hyphen = rest.lastIndexOf('-');
    const prefix = [...number(epoch ?? '0'), ...partKey(hyphen < 0 ? rest : rest.slice(0, hyphen))];
    if (hyphen < 0) return anyRevision([...prefix, end], prefix);
    return exactly([...prefix, ...partKey(rest.slice(hyphen + 1))]);
  },
};

function partKey(part: string): Key {
  const keys = (part.match(/\d+|[A-Za-z]+|~|\^/g) ?? []).map((segment) => {
    if (segment === '~') return [tilde];
    if (segment === '^') return [caret];
    return /^\d/.test(segment) ? number(segment) : word(letters, segment);
  });
  return [...keys.flat(), end];
}
