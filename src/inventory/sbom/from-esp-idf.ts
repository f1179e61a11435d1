import { literalOf } from '#formats/cpe';
import { readEspIdfManifests } from '#formats/esp-idf';
import { yamlBytes } from '#formats/spdx';
import { bareHead, barePart, problemItems } from './bare-part.ts';
import { identityOf } from './identity.ts';
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
  // A manifest that holds others describes the thing that they are in; one that stands alone is itself what is shipped.
  const subject = manifests.length > 1 && manifests.some(({ path }) => path === '$') ? '$' : null;
  yield { is: 'head', head: { ...bareHead('esp-idf'), subject } };
  for (const manifest of manifests) {
    const { path, version, purl, license, cpe: cpes } = manifest;
    const name = manifest.name ?? nameIn(manifest);
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

/** Most manifests have no name, as their folder has it; alone, their identifiers tell. */
function nameIn(manifest: { purl: string | null; cpe: string[] }): string | null {
  const { purl, cpes } = identityOf({ purl: manifest.purl, cpes: manifest.cpe });
  return purl?.name ?? cpes.map(({ product }) => literalOf(product)).find((name) => name !== null) ?? null;
}
