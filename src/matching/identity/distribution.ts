/**
 * Releases of distributions that are told by name. Where a name is given to what is not released (sid, edge, rolling)
 * there is no number to compare.
 * @source https://www.debian.org/releases/ and https://releases.ubuntu.com/
 */
const numbersByName: Readonly<Record<string, string>> = {
  ...{ squeeze: '6', wheezy: '7', jessie: '8', stretch: '9', buster: '10', bullseye: '11', bookworm: '12' },
  ...{ trixie: '13', forky: '14', duke: '15' },
  ...{ precise: '12.04', trusty: '14.04', xenial: '16.04', artful: '17.10', bionic: '18.04', cosmic: '18.10' },
  ...{ disco: '19.04', eoan: '19.10', focal: '20.04', groovy: '20.10', hirsute: '21.04', impish: '21.10' },
  ...{ jammy: '22.04', kinetic: '22.10', lunar: '23.04', mantic: '23.10', noble: '24.04', oracular: '24.10' },
  ...{ plucky: '25.04', questing: '25.10' },
};

/** What several names mean: a distribution as purls, CPE names and its own /etc/os-release call it. */
const families: Readonly<Record<string, string>> = {
  ...{ rhel: 'redhat', redhatenterpriselinux: 'redhat', redhatenterpriselinuxserver: 'redhat' },
  ...{ sles: 'suse', suselinuxenterpriseserver: 'suse', rocky: 'rockylinux', alma: 'almalinux', ol: 'oraclelinux' },
};

type Release = { family: string; numbers: number[] };

/**
 * Whether a component was built for the release of a distribution that a record speaks of. "debian-12.5" is of debian-12,
 * "3.21.5" in the namespace alpine is of alpine-3.21, "jessie" in debian is debian-8.
 * @param ours  a purl's qualifier distro, as it stands there
 * @param theirs  as the record names it: "alpine-3.21"
 * @param namespace  of the purl that both share; the distribution of a bare number or name
 * @returns 'unknown' where the two cannot be compared; never 'no' by a guess
 */
export function distributionFits(ours: string, theirs: string, namespace: string | null): 'yes' | 'no' | 'unknown' {
  if (fold(ours) === fold(theirs)) return 'yes';
  const [our, their] = [readRelease(ours, namespace), readRelease(theirs, namespace)];
  if (!our || !their || !isSameFamily(our.family, their.family)) return 'unknown';
  const shared = Math.min(our.numbers.length, their.numbers.length);
  if (our.numbers.slice(0, shared).some((number, at) => number !== their.numbers[at])) return 'no';
  // A record of 8.6 and a component that says 8: it may be.
  return their.numbers.length > shared ? 'unknown' : 'yes';
}

function readRelease(text: string, namespace: string | null): Release | null {
  const [, front = '', release = ''] = /^(.*?)(?:^|[-_:/ ]|(?=v\d))v?(\d[^:/]*)?(?::.*)?$/i.exec(spelled(text)) ?? [];
  const [, first, pack] = /^(\d+(?:\.\d+)*)(?:[ -]?sp(\d+))?/i.exec(release) ?? [];
  if (first === undefined) return null;
  const numbers = `${first}${pack === undefined ? '' : `.${pack}`}`.split('.').map(Number);
  const family = fold(front || (namespace ?? ''));
  return { family: families[family] ?? family, numbers };
}

/** With numbers for names: "debian-bookworm" and "bookworm". */
function spelled(text: string): string {
  return text
    .toLowerCase()
    .split(/(?<=[-_: ])/)
    .map((word) => (Object.hasOwn(numbersByName, word) ? numbersByName[word] : word))
    .join('');
}

/** Editions of a distribution begin with its name: "redhat-rhel_eus". */
function isSameFamily(ours: string, theirs: string): boolean {
  return ours === theirs || (ours !== '' && theirs.startsWith(ours));
}

const fold = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
