import { anyRevision, ascii, exactly, type Key, number, type VersionScheme } from './key.ts';

const tilde = 0x01;
/** The end of a run without digits: after a tilde, before every other sign. */
const endOfRun = 0x02;

/**
 * Debian, Ubuntu and OpenWrt packages: [epoch:]upstream[-revision].
 * A version without a revision stands for all its revisions.
 * @source Debian Policy, 5.6.12
 */
export const deb: VersionScheme = {
  epochs: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  read(version) {
    // A colon belongs to a version only behind an epoch.
    const [, epoch, rest = ''] = /^(?:(\d+):)?(.*)$/s.exec(version) ?? [];
    if (!/^\d[A-Za-z0-9.+~:-]*$/.test(rest) || (epoch === undefined && rest.includes(':'))) return null;
    const hyphen = rest.lastIndexOf('-');
    const upstream = hyphen < 0 ? rest : rest.slice(0, hyphen);
    const prefix = [...number(epoch ?? '0'), ...partKey(upstream)];
    if (hyphen < 0) return anyRevision([...prefix, ...partKey('0')], prefix);
    return exactly([...prefix, ...partKey(rest.slice(hyphen + 1))]);
  },
};

/** Runs without digits and numbers in turn; a missing number is 0. */
function partKey(part: string): Key {
  const runs = (part || '0').match(/\D*\d*/g) ?? [];
  const keys = runs
    .filter((run) => run !== '')
    .map((run) => {
      const signs = run.replace(/\d+$/, '');
      return [...ascii(signs).map(signKey), endOfRun, ...number(run.slice(signs.length))];
    });
  return [...keys.flat(), endOfRun];
}

/** Letters stand before all other signs. */
function signKey(code: number): number {
  const sign = String.fromCharCode(code);
  if (sign === '~') return tilde;
  return /[A-Za-z]/.test(sign) ? code : 0x80 + code;
}
