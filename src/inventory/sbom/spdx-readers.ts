import { readSpdx3, readSpdxJson, readSpdxTagValue, readSpdxYaml, spdxFormNotRead, yamlBytes } from '#formats/spdx';
import { fromSpdx, problemOf } from './from-spdx.ts';
import { fromSpdx3 } from './from-spdx3.ts';
import type { SbomItem, SbomLimits } from './parts.ts';
import { type SbomReader, textOfHead } from './reader.ts';
import { wholeText } from './whole-source.ts';

export const spdx3Json: SbomReader = {
  id: 'spdx-3-json',
  detects: (head) => {
    const text = textOfHead(head);
    return text.startsWith('{') && /spdx\.org\/rdf\/3\.|spdx\.github\.io\/spdx-3|"spdxId"\s*:/.test(text);
  },
  read: (source, limits) => fromSpdx3(readSpdx3(source, jsonLimitsOf(limits)), limits),
};

export const spdxJson: SbomReader = {
  id: 'spdx-json',
  detects: (head) => {
    const text = textOfHead(head);
    return text.startsWith('{') && /"(?:spdxVersion|SPDXID)"\s*:/.test(text);
  },
  read: (source, limits) => fromSpdx(readSpdxJson(source, jsonLimitsOf(limits)), limits),
};

export const spdxTagValue: SbomReader = {
  id: 'spdx-tag-value',
  detects: (head) => /^SPDXVersion\s*:/m.test(textOfHead(head)),
  read: (source, limits) => fromSpdx(readSpdxTagValue(source), limits),
};

export const spdxYaml: SbomReader = {
  id: 'spdx-yaml',
  detects: (head) => /^\s*["']?(?:spdxVersion|SPDXID)["']?\s*:/m.test(textOfHead(head)),
  read: fromYaml,
};

/** RDF/XML and XML are known, so that their refusal can say what to do. */
export const spdxXml: SbomReader = {
  id: 'spdx-xml',
  detects: (head) => spdxFormNotRead(textOfHead(head)) !== null,
  read: refuse,
};

const jsonLimitsOf = ({ unpackedBytes, depth }: SbomLimits) => ({ bytes: unpackedBytes, depth });

async function* fromYaml(source: AsyncIterable<Uint8Array>, limits: SbomLimits): AsyncGenerator<SbomItem> {
  const read = await wholeText(source, Math.min(yamlBytes, limits.unpackedBytes));
  if ('problem' in read) yield { is: 'problem', problem: read.problem };
  else yield* fromSpdx(readSpdxYaml(read.text), limits);
}

async function* refuse(source: AsyncIterable<Uint8Array>): AsyncGenerator<SbomItem> {
  for await (const chunk of source) {
    const refused = spdxFormNotRead(textOfHead(chunk));
    if (refused) yield { is: 'problem', problem: problemOf(refused.problem) };
    return;
  }
}
