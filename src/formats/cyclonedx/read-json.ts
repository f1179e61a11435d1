import { type JsonRoute, type JsonYield, readJson } from '../json/index.ts';
import type { CdxRule } from './fault.ts';
import type { CdxItem, CdxLimits, CdxProblem } from './item.ts';
import { type Element, Judge } from './judge.ts';
import { checkShape, isObject, type Minor, minors } from './shape.ts';
import { root } from './shapes.ts';

const skip: JsonRoute = { skip: true };

// Nothing of these is judged or kept, and they can be large.
const bulky = {
  signature: skip,
  properties: skip,
  modelCard: skip,
  data: skip,
  cryptoProperties: skip,
  releaseNotes: skip,
};

const component: JsonRoute = { yields: 'component', members: { ...bulky } };
component.members = { ...bulky, components: { elements: component } };
const service: JsonRoute = { yields: 'service', members: {} };
service.members = { services: { elements: service } };

const route: JsonRoute = {
  others: skip,
  members: {
    bomFormat: {},
    version: {},
    serialNumber: {},
    $schema: {},
    specVersion: { yields: 'specVersion' },
    metadata: { yields: 'metadata', members: { component: { ...component, yields: 'subject' } } },
    components: { elements: component },
    services: { elements: service },
    dependencies: { elements: { yields: 'dependency' } },
    vulnerabilities: { elements: { yields: 'vulnerability' } },
  },
};

/**
 * Reads a CycloneDX document in JSON, one element in memory at a time. Nested components come before the one they stand in.
 * @throws JsonFault for what is no JSON or beyond the limits
 */
export async function* readCycloneDxJson(
  source: AsyncIterable<Uint8Array>,
  limits: CdxLimits,
): AsyncGenerator<CdxItem> {
  const judge = new Judge();
  let minor: Minor | null = null;
  for await (const read of readJson(source, route, limits)) {
    if (read.name === 'specVersion') {
      minor = minorOf(read.value);
      if (minor !== null) yield* judge.settle(minor);
    } else if (read.name === 'document') yield* judgeRoot(read, minor);
    else yield* judge.take(elementOf(read));
  }
}

/** "1.6" → 6; null for what is no version that we read. */
export function minorOf(version: unknown): Minor | null {
  return minors.find((minor) => `1.${minor}` === version) ?? null;
}

function elementOf({ name, value, path, line }: JsonYield): Element {
  return {
    name: name as Element['name'],
    value,
    at: path,
    within: /^(\$.+)\.components\[\d+\]$/.exec(path)?.[1] ?? null,
    placeOf: (broken) => `${path}${broken?.path ?? ''} (line ${line})`,
  };
}

function* judgeRoot({ value, line }: JsonYield, minor: Minor | null): Generator<CdxItem> {
  const tell = (path: string, rule: CdxRule, message: string, level: CdxProblem['level'] = 'error'): CdxItem => ({
    is: 'problem',
    problem: { level, place: `$${path} (line ${line})`, rule, message },
  });
  if (!isObject(value)) return yield tell('', 'type', 'must be an object');
  if (value.bomFormat === undefined) yield tell('', 'required', '"bomFormat" is missing');
  if (minor === null) yield tell('.specVersion', 'version', 'the version must be one of 1.2 to 1.7');
  if (minor !== null && minor <= 4 && value.version === undefined)
    yield tell('', 'required', '"version" is missing', 'warning');
  for (const [name, shape] of Object.entries(root)) {
    if (value[name] === undefined) continue;
    for (const broken of checkShape(value[name], shape, 7))
      yield tell(`.${name}${broken.path}`, broken.rule, broken.message);
  }
  const { serialNumber } = value;
  yield {
    is: 'document',
    specVersion: minor === null ? '' : `1.${minor}`,
    serialNumber: typeof serialNumber === 'string' ? serialNumber : null,
  };
}
