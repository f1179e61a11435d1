import { expect, test } from 'vitest';
import { readCve5 } from '#formats/cve5';
import { aCveRecord } from '../../test/cve-record.ts';
import { statementOfCve5 } from './from-cve5.ts';
import type { Criterion } from './statement.ts';

function criteriaOf(affected: object, cna = 'redhat'): Criterion[] {
  const record = aCveRecord('CVE-2026-1001', { vendor: cna }) as { containers: { cna: object } };
  const containers = { cna: { ...record.containers.cna, affected: [affected] } };
  const read = readCve5(new TextEncoder().encode(JSON.stringify({ ...record, containers })));
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return statementOfCve5(read.document).criteria;
}

test('hostile lists are as many as they are, and nothing is inherited', () => {
  const changes = Array.from({ length: 150_000 }, (_, n) => ({
    at: `1.${n}`,
    status: n % 2 ? 'affected' : 'unaffected',
  }));
  const options = [...Array.from({ length: 150_000 }, () => ({})), { Exploitation: 'active' }, ['__proto__']];
  const record = aCveRecord('CVE-2026-1001') as { containers: { cna: object } };
  const cna = {
    ...record.containers.cna,
    affected: [{ vendor: 'v', product: 'p', versions: [{ version: '1', status: 'affected', changes }] }],
    metrics: [{ other: { type: 'ssvc', content: { options } } }],
  };
  const read = readCve5(new TextEncoder().encode(JSON.stringify({ ...record, containers: { cna } })));
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));

  const { criteria, ssvc } = statementOfCve5(read.document);

  expect(criteria[0]?.ranges).toHaveLength(150_001);
  expect(ssvc).toMatchObject({ exploitation: 'active', automatable: null });
});

const browser = 'https://access.redhat.com/downloads/content/package-browser/';
const redHat = {
  ...{ vendor: 'Red Hat', product: 'Red Hat Enterprise Linux 9', collectionURL: browser, packageName: 'openssh' },
  cpes: ['cpe:/o:redhat:enterprise_linux:9::baseos', 'cpe:/a:redhat:enterprise_linux:9::appstream'],
  versions: [{ status: 'unaffected', version: '0:8.7p1-38.el9_4.1', lessThan: '*', versionType: 'rpm' }],
  defaultStatus: 'affected',
};
const rpm = (name: string, distribution: string) => ({ space: 'purl', purl: `pkg:rpm/redhat/${name}`, distribution });

test('a package of Red Hat is the package in its release, not the system that its CPE names', () => {
  expect(criteriaOf(redHat)).toMatchObject([
    {
      ...{ product: rpm('openssh', 'redhat-9'), role: 'ecosystem', otherVersions: 'affected' },
      ranges: [
        { status: 'unaffected', from: { version: '0:8.7p1-38.el9_4.1', included: true }, to: null, scheme: 'rpm' },
      ],
    },
  ]);
});

test.each([
  ['of a stream of a module', { packageName: 'container-tools:rhel8/skopeo' }, [rpm('skopeo', 'redhat-9')]],
  ['with extended support', { cpes: ['cpe:/o:redhat:rhel_eus:8.8::baseos'] }, [rpm('openssh', 'redhat-8.8')]],
  [
    'of a product on two releases',
    { cpes: ['cpe:/a:redhat:openshift:4.14::el8', 'cpe:/a:redhat:openshift:4.14::el9'] },
    [rpm('openssh', 'redhat-8'), rpm('openssh', 'redhat-9')],
  ],
  [
    'of a product that tells no release',
    { cpes: ['cpe:/a:redhat:openshift:4'] },
    [rpm('openssh', 'redhat: openshift:4')],
  ],
  ['without a CPE', { cpes: [] }, [rpm('openssh', 'redhat-9')]],
])('a package %s', (_, facts, products) => {
  expect(criteriaOf({ ...redHat, ...facts }).map(({ product }) => product)).toEqual(products);
});

test('what another says of a package of Red Hat is not the word of Red Hat', () => {
  expect(criteriaOf(redHat, 'someone')).toMatchObject([{ product: rpm('openssh', 'redhat-9'), role: 'owner' }]);
});

test('an entry elsewhere is the product that it names', () => {
  expect(
    criteriaOf({ ...redHat, cpes: redHat.cpes.slice(1), collectionURL: 'https://example.com/package-browser/' }),
  ).toMatchObject([{ product: { space: 'cpe', vendor: 'redhat', product: 'enterprise_linux' } }]);
});

test('packages of Fedora are of whatever release, and those that it only shows are none of its own', () => {
  const fedora = { vendor: 'Fedora', packageName: 'libssh', collectionURL: 'https://packages.fedoraproject.org/' };
  const productOf = (product: string) => criteriaOf({ ...fedora, product, defaultStatus: 'affected' })[0]?.product;

  expect([productOf('Fedora'), productOf('Extra Packages for Enterprise Linux')]).toMatchObject([
    { space: 'purl', purl: 'pkg:rpm/fedora/libssh', distribution: null },
    { space: 'name', product: 'Extra Packages for Enterprise Linux' },
  ]);
});

test('words that except versions go with their entry', () => {
  const [criterion] = criteriaOf({
    ...{ vendor: 'Example', product: 'Router', defaultStatus: 'affected' },
    versions: [{ version: '4.6 Patch 519', status: 'unaffected' }],
  });

  expect(criterion).toMatchObject({ otherVersions: 'affected', ranges: [], unread: [], exceptions: ['4.6 Patch 519'] });
});
