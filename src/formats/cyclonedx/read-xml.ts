import type { CdxRule } from './fault.ts';
import { FromXml } from './from-xml.ts';
import type { CdxItem, CdxLimits, CdxProblem } from './item.ts';
import { type Element, Judge } from './judge.ts';
import { minorOf } from './read-json.ts';
import { checkShape, type Minor } from './shape.ts';
import { root } from './shapes.ts';
import { readXmlElements, type XmlNode, type XmlYield } from './xml-tree.ts';

const asked =
  /^(?:metadata|(?:metadata\/component|components\/component)(?:\/components\/component)*|services\/service(?:\/services\/service)*|dependencies\/dependency|vulnerabilities\/vulnerability)$/;

/**
 * Reads a CycloneDX document in XML, one element in memory at a time; the same items as from JSON.
 * @throws CdxFault for what is no XML of CycloneDX, has a DOCTYPE, or is beyond the limits
 */
export async function* readCycloneDxXml(source: AsyncIterable<Uint8Array>, limits: CdxLimits): AsyncGenerator<CdxItem> {
  const judge = new Judge();
  const broken: CdxProblem[] = [];
  const turn = new FromXml(({ line }, rule, message) =>
    broken.push({ level: 'error', place: `line ${line}`, rule, message }),
  );
  for await (const { node, path } of readXmlElements(source, (names) => asked.test(names.join('/')), limits)) {
    if (path === '') {
      turn.mayMixLicences = node.attributes.xmlns?.endsWith('/1.7') === true;
      yield* judgeRoot(judge, node);
    } else {
      yield* judge.take(elementOf(turn, { node, path }));
      for (const problem of broken.splice(0)) yield { is: 'problem', problem };
    }
  }
}

function* judgeRoot(judge: Judge, { attributes, line }: XmlNode): Generator<CdxItem> {
  const tell = (rule: CdxRule, message: string): CdxItem => ({
    is: 'problem',
    problem: { level: 'error', place: `line ${line}, /bom`, rule, message },
  });
  const minor: Minor | null = minorOf(attributes.xmlns?.split('/').at(-1));
  if (minor === null) yield tell('version', 'the version must be one of 1.2 to 1.7');
  else yield* judge.settle(minor);
  const { serialNumber, version } = attributes;
  const written = { serialNumber, version: version === undefined ? undefined : Number(version) };
  for (const [name, value] of Object.entries(written)) {
    if (value === undefined) continue;
    for (const { rule, message } of checkShape(value, root[name] ?? { is: 'anything' }, 7))
      yield tell(rule, `${name} ${message}`);
  }
  yield { is: 'document', specVersion: minor === null ? '' : `1.${minor}`, serialNumber: serialNumber ?? null };
}

function elementOf(turn: FromXml, { node, path }: XmlYield): Element {
  const isSubject = /^\/metadata\[1\]\/component\[1\]$/.test(path);
  const name = (isSubject ? 'subject' : node.name) as Element['name'];
  return {
    name,
    value: turn[name === 'subject' ? 'component' : name](node),
    at: path,
    within: /^(.+)\/components\[\d+\]\/component\[\d+\]$/.exec(path)?.[1] || null,
    placeOf: (broken) => {
      const line = (broken && turn.lineOf.get(broken.owner)) ?? node.line;
      return `line ${line}, /bom${path}${broken?.path ?? ''}`;
    },
  };
}
