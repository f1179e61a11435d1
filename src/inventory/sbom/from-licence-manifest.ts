import { readLicenceManifest, type YoctoPackage } from '#formats/yocto';
import { bareHead, barePart, problemItems } from './bare-part.ts';
import { problem } from './part-graph.ts';
import type { SbomItem, SbomLimits, SbomPart } from './parts.ts';
import { type SbomReader, textOfHead } from './reader.ts';
import { wholeText } from './whole-source.ts';

/**
 * Yocto's license.manifest: packages are what is in the image. A recipe of another name is what it was built from, a
 * source: "libcrypto3" is only known to be OpenSSL by it.
 */
export const yoctoLicenceManifest: SbomReader = {
  id: 'yocto-licence-manifest',
  detects: (head) => /^(?:PACKAGE|RECIPE) NAME:/.test(textOfHead(head)),
  read: fromLicenceManifest,
};

async function* fromLicenceManifest(source: AsyncIterable<Uint8Array>, limits: SbomLimits): AsyncGenerator<SbomItem> {
  const read = await wholeText(source, limits.unpackedBytes);
  if ('problem' in read) return yield { is: 'problem', problem: read.problem };
  const { packages, problems } = readLicenceManifest(read.text);
  yield* problemItems(problems, 'error');
  if (problems.length > 0) return;
  yield { is: 'head', head: bareHead('yocto-licence-manifest') };
  const seen = new Set<string>();
  for (const entry of packages) {
    const part = partOf(entry);
    if (seen.has(part.ref)) {
      yield { is: 'problem', problem: problem('warning', part.place, 'duplicate-ref', `${part.ref} stands again`) };
      continue;
    }
    seen.add(part.ref);
    yield { is: 'part', part };
    const recipe = recipeOf(entry);
    if (!recipe) continue;
    if (!seen.has(recipe.ref)) yield { is: 'part', part: recipe };
    seen.add(recipe.ref);
    yield { is: 'edge', edge: { from: part.ref, to: recipe.ref, kind: 'depends-on' } };
  }
}

function partOf({ line, packageName, recipeName, version, license }: YoctoPackage): SbomPart {
  const name = packageName ?? recipeName ?? '';
  const ref = packageName === null ? `recipe:${name}` : name;
  return { ...barePart(ref, name, `line ${line}`), version, licences: license === null ? [] : [license] };
}

function recipeOf({ line, packageName, recipeName, version, license }: YoctoPackage): SbomPart | null {
  if (packageName === null || recipeName === null || recipeName === packageName) return null;
  const bare = barePart(`recipe:${recipeName}@${version ?? ''}`, recipeName, `line ${line}`);
  return { ...bare, version, licences: license === null ? [] : [license], purpose: 'source' };
}
