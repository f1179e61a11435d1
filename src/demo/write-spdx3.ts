import { type FirmwarePart, listFirmwareParts } from './firmware-parts.ts';
import type { DemoRelease } from './release-facts.ts';

/** The bill of materials of an image as Yocto writes it: SPDX 3.0.1, the packages that the image contains. */
export function writeSpdx3(model: string, { version, hardware, firmware, instead, releasedOn }: DemoRelease): File {
  const parts = listFirmwareParts(firmware ?? 'gateway', instead);
  const space = `https://sbom.mihari.example.jp/${model}/${version}${hardware ? `-${hardware}` : ''}`;
  const id = (name: string) => `${space}#${name}`;
  const creationInfo = '_:creation';
  const image = {
    ...{ type: 'software_Package', spdxId: id('image'), creationInfo, name: `${model.toLowerCase()}-image` },
    ...{ software_packageVersion: version, software_primaryPurpose: 'firmware' },
  };
  const graph = [
    {
      ...{ type: 'CreationInfo', '@id': creationInfo, specVersion: '3.0.1', createdBy: [id('maker')] },
      ...{ createdUsing: [id('tool')] },
      created: `${typeof releasedOn === 'string' ? releasedOn : '2026-11-02'}T01:00:00Z`,
    },
    { type: 'Organization', spdxId: id('maker'), creationInfo, name: 'みはり電機 開発' },
    { type: 'Tool', spdxId: id('tool'), creationInfo, name: 'OpenEmbedded bitbake' },
    { type: 'SpdxDocument', spdxId: id('document'), creationInfo, rootElement: [id('image')] },
    image,
    ...parts.map((part) => packageOf(part, { id, creationInfo })),
    ...parts.flatMap((part) => licenceOf(part, { id, creationInfo })),
    {
      ...{ type: 'Relationship', spdxId: id('contains'), creationInfo, relationshipType: 'contains' },
      ...{ from: id('image'), to: parts.map(({ name }) => id(name)) },
    },
  ];
  const document = { '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld', '@graph': graph };
  return new File([JSON.stringify(document, null, 1)], `${model}_${version}.spdx.json`);
}

type Within = { id: (name: string) => string; creationInfo: string };

function packageOf({ name, version, cpe, purl }: FirmwarePart, { id, creationInfo }: Within): object {
  return {
    ...{ type: 'software_Package', spdxId: id(name), creationInfo, name },
    ...(version === null ? {} : { software_packageVersion: version }),
    software_primaryPurpose: name === 'linux' ? 'operatingSystem' : 'library',
    ...(purl === null ? {} : { software_packageUrl: purl }),
    ...(cpe === null
      ? {}
      : { externalIdentifier: [{ type: 'ExternalIdentifier', externalIdentifierType: 'cpe23', identifier: cpe }] }),
  };
}

function licenceOf({ name, licence }: FirmwarePart, { id, creationInfo }: Within): object[] {
  if (licence === null) return [];
  const expression = id(`${name}-licence`);
  return [
    {
      ...{ type: 'simplelicensing_LicenseExpression', spdxId: expression, creationInfo },
      simplelicensing_licenseExpression: licence,
    },
    {
      ...{ type: 'Relationship', spdxId: id(`${name}-declared`), creationInfo },
      ...{ relationshipType: 'hasDeclaredLicense', from: id(name), to: [expression] },
    },
  ];
}
