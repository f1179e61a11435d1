import { expect, test } from 'vitest';
import { distributionFits } from './distribution.ts';

test.each([
  // As SBOM tools write the release that they found, and as records name it.
  ['alpine-3.21.5', 'alpine-3.21', 'alpine', 'yes'],
  ['3.21.5', 'alpine-3.21', 'alpine', 'yes'],
  ['v3.21', 'alpine-3.21', 'alpine', 'yes'],
  ['3.21.5', 'alpine-3.2', 'alpine', 'no'],
  ['alpine-3.20.8', 'alpine-3.21', 'alpine', 'no'],
  ['edge', 'alpine-3.21', 'alpine', 'unknown'],
  ['jessie', 'debian-8', 'debian', 'yes'],
  ['debian-bookworm', 'debian-12', 'debian', 'yes'],
  ['bookworm', 'debian-11', 'debian', 'no'],
  ['debian-12.5', 'debian-12', 'debian', 'yes'],
  ['sid', 'debian-12', 'debian', 'unknown'],
  ['trixie/sid', 'debian-12', 'debian', 'unknown'],
  ['raspbian-11', 'debian-11', 'debian', 'unknown'],
  ['ubuntu-22.04', 'ubuntu-22.04', 'ubuntu', 'yes'],
  ['22.04.3', 'ubuntu-22.04', 'ubuntu', 'yes'],
  ['jammy', 'ubuntu-20.04', 'ubuntu', 'no'],
  ['rhel-8.6', 'redhat-8', 'redhat', 'yes'],
  ['redhat-8', 'redhat-8.6', 'redhat', 'unknown'],
  ['rhel-9.4', 'redhat-8.6', 'redhat', 'no'],
  ['redhat-8.6', 'redhat-rhel_eus-8.6', 'redhat', 'yes'],
  ['redhat-8.6', 'redhat-rhel_eus:8.6::appstream', 'redhat', 'yes'],
  ['rhel-9.2', 'redhat-rhel_eus:8.6::appstream', 'redhat', 'no'],
  ['sles-15.5', 'suse-Linux Enterprise Server 15 SP5', 'suse', 'yes'],
  ['sles-15.4', 'suse-Linux Enterprise Server 15 SP5', 'suse', 'no'],
  ['rocky-9.3', 'rocky-linux-9', 'rocky-linux', 'yes'],
  ['opensuse-leap-15.5', 'opensuse-Leap 15.5', 'opensuse', 'yes'],
  ['opensuse-tumbleweed-20250101', 'opensuse-Leap 15.5', 'opensuse', 'unknown'],
  ['', 'debian-12', 'debian', 'unknown'],
])('a component of %j before a record of %j: %s → %s', (ours, theirs, namespace, fits) => {
  expect(distributionFits(ours, theirs, namespace)).toBe(fits);
});
