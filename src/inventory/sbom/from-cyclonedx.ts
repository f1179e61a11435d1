import { CdxFault, type CdxItem, type CdxLimits, readCycloneDxJson, readCycloneDxXml } from '#formats/cyclonedx';
import { JsonFault } from '#formats/json';
import { CdxMapping } from './cyclonedx-parts.ts';
import type { SbomItem, SbomLimits, SbomProblem } from './parts.ts';
import { type SbomReader, textOfHead } from './reader.ts';

/** What one element of a document may consist of; a component with its evidence needs some hundreds. */
const valuesOfOneElement = 1_000_000;

export const cyclonedxJson: SbomReader = {
  id: 'cyclonedx-json',
  detects: (head) => {
    const text = textOfHead(head);
    if (!text.startsWith('{')) return false;
    return (
      /"bomFormat"\s*:|cyclonedx\.org\/schema/.test(text) ||
      (/"specVersion"|"components"/.test(text) && !/spdx/i.test(text))
    );
  },
  read: (source, limits) => mapped(readCycloneDxJson(source, limitsOf(limits)), limits),
};

export const cyclonedxXml: SbomReader = {
  id: 'cyclonedx-xml',
  detects: (head) => {
    // UTF-16 shows as letters with zeros between.
    const text = textOfHead(head).replaceAll(/[\0\ufffd]/g, '');
    return text.startsWith('<') && /cyclonedx\.org\/schema\/bom/.test(text);
  },
  read: (source, limits) => mapped(readCycloneDxXml(source, limitsOf(limits)), limits),
};

const limitsOf = ({ unpackedBytes, depth }: SbomLimits): CdxLimits => ({
  bytes: unpackedBytes,
  depth,
  values: valuesOfOneElement,
});

async function* mapped(items: AsyncIterable<CdxItem>, limits: SbomLimits): AsyncGenerator<SbomItem> {
  const mapping = new CdxMapping();
  let parts = 0;
  try {
    for await (const item of items) {
      if (item.is === 'component' && ++parts > limits.parts) {
        const message = `At most ${limits.parts} parts are read`;
        yield { is: 'problem', problem: { level: 'error', place: item.place, rule: 'too-many-parts', message } };
        return;
      }
      yield* mapping.take(item);
    }
  } catch (fault) {
    yield { is: 'problem', problem: problemOf(fault) };
  }
  yield mapping.head();
}

function problemOf(fault: unknown): SbomProblem {
  if (fault instanceof JsonFault) {
    const { rule, path, line, message } = fault;
    return { level: 'error', place: `${path} (line ${line})`, rule, message };
  }
  if (fault instanceof CdxFault)
    return { level: 'error', place: fault.place, rule: fault.rule, message: fault.message };
  throw fault;
}
