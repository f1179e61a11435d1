/** How else a distribution is called, in purls and qualifiers: by os-release, by OSV, by tools that list packages. */
const namespaces: Record<string, string> = {
  rhel: 'redhat',
  'rocky-linux': 'rocky',
  rockylinux: 'rocky',
  alma: 'almalinux',
  sles: 'suse',
  sled: 'suse',
  'sle-micro': 'suse',
  'opensuse-leap': 'opensuse',
  'opensuse.leap': 'opensuse',
  'opensuse-tumbleweed': 'opensuse',
  'opensuse.tumbleweed': 'opensuse',
  mariner: 'azurelinux',
  'cbl-mariner': 'azurelinux',
  amzn: 'amazon',
  ol: 'oracle',
};

/** The namespace of a distribution's packages, the same for all that write it otherwise. */
export function namespaceOfDistribution(namespace: string): string {
  const said = namespace.toLowerCase();
  return Object.hasOwn(namespaces, said) ? (namespaces[said] ?? said) : said;
}

/** @source Debian and Ubuntu, lists of releases */
const codenames: Record<string, string> = {
  ...{ squeeze: '6', wheezy: '7', jessie: '8', stretch: '9', buster: '10', bullseye: '11', bookworm: '12' },
  ...{ trixie: '13', forky: '14', duke: '15' },
  ...{ precise: '12.04', trusty: '14.04', xenial: '16.04', artful: '17.10', bionic: '18.04', cosmic: '18.10' },
  ...{ disco: '19.04', eoan: '19.10', focal: '20.04', groovy: '20.10', hirsute: '21.04', impish: '21.10' },
  ...{ jammy: '22.04', kinetic: '22.10', lunar: '23.04', mantic: '23.10', noble: '24.04', oracular: '24.10' },
  ...{ plucky: '25.04', questing: '25.10' },
};
const rolling = /^(?:.*[-.])?(sid|unstable|tumbleweed|edge|rawhide)(?:-\d+)?$/;

/**
 * Which release is meant: "12" of "debian-12", "debian-12.5" is "12.5", "3.20.1" and "jessie" as they stand in purls of
 * packages; "sid" of what has no number. null for what is not understood.
 */
function releaseOf(distribution: string): string | null {
  const said = distribution.trim().toLowerCase();
  const lasting = rolling.exec(said)?.[1];
  if (lasting !== undefined) return lasting;
  const [, last = ''] = /^(?:[a-z][a-z_.-]*[-_])?v?(\d[\d.]*|[a-z]+)$/.exec(said) ?? [];
  if (/^\d/.test(last)) return last;
  return Object.hasOwn(codenames, last) ? (codenames[last] ?? null) : null;
}

/** Whether two texts mean one release of the same distribution; 12 and 12.5 do, either may say more than the other. */
export function isSameRelease(first: string, second: string): 'yes' | 'no' | 'unknown' {
  if (first.toLowerCase() === second.toLowerCase()) return 'yes';
  const [a, b] = [releaseOf(first), releaseOf(second)];
  if (a === null || b === null) return 'unknown';
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`) ? 'yes' : 'no';
}

/**
 * The release that stands behind a colon in an ecosystem of OSV, as "debian-12"; what is none of its forms stays as it is
 * written, and is no release that a component could be said to have or not to have.
 * @param namespace  as namespaceOfDistribution gives it
 * @source OSV schema, Defined Ecosystems
 */
export function distributionOf(namespace: string, suffix: string): string {
  const said = suffix.trim().toLowerCase();
  const release = forms[namespace]?.(said) ?? /^v?(\d[\d.]*|sid|edge|tumbleweed)$/.exec(said)?.[1];
  return release === undefined ? `${namespace}: ${suffix}` : `${namespace}-${release}`;
}

type Form = (suffix: string) => string | undefined;

const forms: Record<string, Form> = {
  // "22.04:LTS", "Pro:22.04:LTS", "Pro:FIPS-updates:20.04:LTS"
  ubuntu: (said) => /(?:^|:)(\d\d\.\d\d)(?::|$)/.exec(said)?.[1],
  // "enterprise_linux:9::baseos", "rhel_aus:8.4::appstream", "openshift:4.12::el8"
  redhat: (said) =>
    (/^(?:enterprise_linux|rhel_(?:aus|e4s|els|eus|eus_long_life|tus)):(\d[\d.]*)/.exec(said) ??
      /::el(\d+)$/.exec(said))?.[1],
  // "Linux Enterprise Server 15 SP4-LTSS", "Linux Enterprise Module for Basesystem 15 SP4", "Linux Enterprise Micro 5.3"
  suse: (said) => {
    const [, number, pack] = /^(?:suse )?linux enterprise .*?(\d[\d.]*)(?: sp(\d+))?(?:-\w+)?$/.exec(said) ?? [];
    return number && pack ? `${number}.${pack}` : number;
  },
  // "Leap 15.5"
  opensuse: (said) => /^leap (\d[\d.]*)$/.exec(said)?.[1],
  // "22.03-LTS-SP1": os-release does not tell the service pack
  openeuler: (said) => /^(\d\d\.\d\d)(?:-|$)/.exec(said)?.[1],
};
