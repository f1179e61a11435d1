import { expect, test } from 'vitest';
import { distributionOf, isSameRelease, namespaceOfDistribution } from './distribution.ts';

test.each([
  ['debian', '12', 'debian-12'],
  ['debian', 'sid', 'debian-sid'],
  ['alpine', 'v3.20', 'alpine-3.20'],
  ['ubuntu', '23.10', 'ubuntu-23.10'],
  ['ubuntu', '22.04:LTS', 'ubuntu-22.04'],
  ['ubuntu', 'Pro:22.04:LTS', 'ubuntu-22.04'],
  ['ubuntu', 'Pro:FIPS-updates:20.04:LTS', 'ubuntu-20.04'],
  ['rocky', '9', 'rocky-9'],
  ['redhat', 'enterprise_linux:9::baseos', 'redhat-9'],
  ['redhat', 'rhel_aus:8.4::appstream', 'redhat-8.4'],
  ['redhat', 'openshift:4.12::el8', 'redhat-8'],
  ['redhat', 'jboss_enterprise_application_platform:7.4', 'redhat: jboss_enterprise_application_platform:7.4'],
  ['suse', 'Linux Enterprise Server 15 SP4-LTSS', 'suse-15.4'],
  ['suse', 'Linux Enterprise Module for Basesystem 15 SP5', 'suse-15.5'],
  ['suse', 'Linux Enterprise Server for SAP Applications 12 SP5', 'suse-12.5'],
  ['suse', 'Linux Enterprise Micro 5.3', 'suse-5.3'],
  ['suse', 'OpenStack Cloud 9', 'suse: OpenStack Cloud 9'],
  ['opensuse', 'Leap 15.5', 'opensuse-15.5'],
  ['opensuse', 'Tumbleweed', 'opensuse-tumbleweed'],
  ['openeuler', '22.03-LTS-SP1', 'openeuler-22.03'],
  ['azurelinux', '3', 'azurelinux-3'],
])('the release of %s behind %j is %s', (namespace, suffix, distribution) => {
  expect(distributionOf(namespace, suffix)).toBe(distribution);
});

// What components carry: Syft, Trivy and purls of the specification's own examples.
test.each([
  ['debian-12', 'debian-12', 'yes'],
  ['debian-12.5', 'debian-12', 'yes'],
  ['debian-11', 'debian-12', 'no'],
  ['jessie', 'debian-8', 'yes'],
  ['debian-bookworm', 'debian-12', 'yes'],
  ['debian-sid', 'debian-12', 'no'],
  ['3.20.1', 'alpine-3.20', 'yes'],
  ['alpine-3.2', 'alpine-3.20', 'no'],
  ['rhel-9.2', 'redhat-9', 'yes'],
  ['redhat-8.10', 'redhat-8.1', 'no'],
  ['sles-15.4', 'suse-15.4', 'yes'],
  ['sle-micro-5.3', 'suse-5.3', 'yes'],
  ['opensuse-leap-15.5', 'opensuse-15.5', 'yes'],
  ['opensuse-tumbleweed-20260101', 'opensuse-tumbleweed', 'yes'],
  ['opensuse-leap-15.5', 'opensuse-tumbleweed', 'no'],
  ['openEuler-22.03', 'openeuler-22.03', 'yes'],
  ['sles-15.4', 'suse: OpenStack Cloud 9', 'unknown'],
  ['our own build', 'debian-12', 'unknown'],
])('%s and %s are one release: %s', (component, record, expected) => {
  expect(isSameRelease(component, record)).toBe(expected);
});

test.each([
  ['rhel', 'redhat'],
  ['Rocky-Linux', 'rocky'],
  ['sles', 'suse'],
  ['opensuse-leap', 'opensuse'],
  ['debian', 'debian'],
  ['__proto__', '__proto__'],
])('the packages of %s stand under %s', (written, namespace) => {
  expect(namespaceOfDistribution(written)).toBe(namespace);
});
