import { buildrootManifest } from './from-buildroot.ts';
import { cyclonedxJson, cyclonedxXml } from './from-cyclonedx.ts';
import { espIdfManifests } from './from-esp-idf.ts';
import { yoctoLicenceManifest } from './from-licence-manifest.ts';
import { partsList } from './from-parts-list.ts';
import { spdxArchive } from './from-spdx-archive.ts';
import type { SbomReader } from './reader.ts';
import { spdx3Json, spdxJson, spdxTagValue, spdxXml, spdxYaml } from './spdx-readers.ts';

/** Every format that is read, in the order in which they are asked: what is sure by its own mark first. */
export const readers: readonly SbomReader[] = [
  // Its mark stands in a fixed place, while a document within may begin anywhere.
  spdxArchive,
  cyclonedxJson,
  cyclonedxXml,
  spdx3Json,
  spdxJson,
  spdxTagValue,
  spdxYaml,
  spdxXml,
  buildrootManifest,
  yoctoLicenceManifest,
  espIdfManifests,
  partsList,
];
