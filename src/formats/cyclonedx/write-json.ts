import type { WritableBom, WritableComponent, WritableLicence, WritableVulnerability } from './writable.ts';

/**
 * A CycloneDX document as JSON, in pieces: one component, dependency or vulnerability a line.
 * @source CycloneDX 1.6 and 1.7, bom-1.6.schema.json and bom-1.7.schema.json
 */
export function* writeCycloneDxJson(bom: WritableBom): Generator<string> {
  const { specVersion, serialNumber, version = 1, timestamp, supplier } = bom;
  const head = { bomFormat: 'CycloneDX', specVersion, serialNumber, version };
  const metadata = {
    timestamp,
    tools: { components: bom.tools.map(fieldsOf) },
    component: fieldsOf(bom.subject),
    manufacturer: namedEntity(supplier),
    supplier: namedEntity(supplier),
  };
  yield `${JSON.stringify(head).slice(0, -1)},\n"metadata":${JSON.stringify(metadata)},\n"components":[`;
  yield* separated(bom.components, componentText);
  yield '],\n"dependencies":[';
  yield* separated(bom.dependencies, single);
  yield '],\n"vulnerabilities":[';
  yield* separated(bom.vulnerabilities, (vulnerability) => single(vulnerabilityOf(vulnerability)));
  yield ']}\n';
}

function* separated<T>(items: Iterable<T>, textOf: (item: T) => Iterable<string>): Generator<string> {
  let before = '\n';
  for (const item of items) {
    yield before;
    yield* textOf(item);
    before = ',\n';
  }
}

const single = (value: object): string[] => [JSON.stringify(value)];

function* componentText(component: WritableComponent): Generator<string> {
  const own = JSON.stringify(fieldsOf(component));
  if (!component.components) return yield own;
  yield `${own.slice(0, -1)},"components":[`;
  yield* separated(component.components(), componentText);
  yield ']}';
}

function fieldsOf(component: WritableComponent): object {
  const { hashes = [], licences = [], properties = [], identities = [] } = component;
  return {
    type: component.type,
    'bom-ref': component.bomRef,
    supplier: namedEntity(component.supplier),
    group: component.group,
    name: component.name,
    version: component.version,
    scope: component.scope,
    hashes: filled(hashes.map(({ algorithm, content }) => ({ alg: algorithm, content }))),
    licenses: filled(licences.map(licenceOf)),
    cpe: component.cpe,
    purl: component.purl,
    properties: filled(properties),
    evidence: filled(identities) && {
      identity: identities.map(({ field, value }) => ({ field, concludedValue: value })),
    },
  };
}

const namedEntity = (name: string | undefined) => (name === undefined ? undefined : { name });

const filled = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);

const licenceOf = (licence: WritableLicence): object => ('expression' in licence ? licence : { license: licence });

function vulnerabilityOf(vulnerability: WritableVulnerability): object {
  const { id, aliases = [], recommendation, refs, versions = [], properties = [], ...analysis } = vulnerability;
  const { state, justification, responses = [], detail, firstIssued, lastUpdated } = analysis;
  return {
    id,
    references: filled(aliases.map((alias) => ({ id: alias, source: {} }))),
    recommendation,
    analysis: { state, justification, response: filled(responses), detail, firstIssued, lastUpdated },
    affects: refs.map((ref) => ({ ref, versions: filled(versions) })),
    properties: filled(properties),
  };
}
