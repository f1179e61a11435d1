import { writeCsafVex } from '#formats/csaf';
import { writeCycloneDxJson } from '#formats/cyclonedx';
import { writeOpenVex } from '#formats/openvex';
import type { VexDocument } from './model.ts';
import { toCsaf } from './to-csaf.ts';
import { toCycloneDxVex } from './to-cyclonedx.ts';
import { toOpenVex } from './to-openvex.ts';

const writers = {
  openvex: (document: VexDocument) => writeOpenVex(toOpenVex(document)),
  csaf: (document: VexDocument) => writeCsafVex(toCsaf(document)),
  cyclonedx: (document: VexDocument) => [...writeCycloneDxJson(toCycloneDxVex(document))].join(''),
};
export type VexForm = keyof typeof writers;

/**
 * A file of statements in one of the three formats.
 * @throws FormatProblem where the format asks for more: OpenVEX and CSAF have no document without a statement
 */
export const writeVex = (document: VexDocument, form: VexForm): string => writers[form](document);
