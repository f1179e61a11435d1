import { readEspIdfManifests } from '#formats/esp-idf';
import { yamlBytes } from '#formats/spdx';
import { bareHead, barePart, problemItems } from './bare-part.ts';
import { problem } from './part-graph.ts';
import type { SbomItem, SbomLimits } from './parts.ts';
import { type SbomReader, textOfHead } from './reader.ts';
import { nameOfAgent } from './spdx-words.ts';
import { wholeText } from './whole-source.ts';

/** Manifests of ESP-IDF: one sbom.yml, an idf_component.yml, or the manifests of a whole release gathered in one file. */
export const espIdfManifests: SbomReader = {
  id: 'esp-idf',
  detects: (head, name) => {
    if (/(?:^|[/\\])(?:sbom|idf_component)\.ya?ml$/i.test(name)) return true;
    const text = textOfHead(head);
    return (
      /^manifests:\s*$/m.test(text) || (/^version:/m.test(text) && /^(?:cpe|originator|cve-exclude-list):/m.test(text))
    );
  },
  read: fromEspIdf,
};

async function* fromEspIdf(source: AsyncIterable<Uint8Array>, limits: SbomLimits): AsyncGenerator<SbomItem> {
  const read = await wholeText(source, Math.min(yamlBytes, limits.unpackedBytes));
  if ('problem' in read) return yield { is: 'problem', problem: read.problem };
  const { manifests, problems } = readEspIdfManifests(read.text);
  const faults = problems.filter(({ rule }) => rule !== 'file-elsewhere');
  yield* problemItems(faults, 'error');
  if (faults.length > 0) return;
  yield* problemItems(problems, 'warning');
  yield {
    is: 'head',
    head: { ...bareHead('esp-idf'), subject: manifests.find(({ path }) => path === '$')?.path ?? null },
  };
  for (const manifest of manifests) {
    const { path, name, version, purl, license, cpe: cpes } = manifest;
    if (name === null) {
      yield { is: 'problem', problem: problem('warning', path, 'name-missing', 'A manifest without a name') };
    }
    const licences = license === null ? [] : [license];
    const supplier = nameOfAgent(manifest.supplier);
    yield { is: 'part', part: { ...barePart(path, name ?? '', path), version, purl, cpes, licences, supplier } };
    if (manifest.parent !== null) {
      yield { is: 'edge', edge: { from: manifest.parent, to: path, kind: 'contains' } };
    }
    for (const { cve, reason } of manifest.cveExcludeList) {
      const statement = {
        vulnerability: cve,
        refs: [path],
        status: 'not_affected',
        justification: null,
        detail: reason,
      };
      yield { is: 'statement', statement };
    }
  }
}
