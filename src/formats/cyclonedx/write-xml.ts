import type { WritableBom, WritableComponent, WritableLicence, WritableVulnerability } from './writable.ts';

/**
 * A CycloneDX document as XML, in pieces: one component, dependency or vulnerability a line.
 * Characters that XML 1.0 forbids are replaced by U+FFFD.
 * @source CycloneDX 1.6 and 1.7, bom-1.6.xsd and bom-1.7.xsd
 */
export function* writeCycloneDxXml(bom: WritableBom): Generator<string> {
  const { specVersion, serialNumber, version = 1, timestamp, supplier } = bom;
  const attributes = {
    xmlns: `http://cyclonedx.org/schema/bom/${specVersion}`,
    serialNumber,
    version: String(version),
  };
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<bom${attributesText(attributes)}>\n<metadata>`;
  yield `${textElement('timestamp', timestamp)}<tools><components>${bom.tools.map(wholeComponent).join('')}</components></tools>`;
  yield wholeComponent(bom.subject);
  yield entity('manufacturer', supplier) + entity('supplier', supplier);
  yield '</metadata>\n<components>\n';
  for (const component of bom.components) {
    yield* componentText(component);
    yield '\n';
  }
  yield '</components>\n<dependencies>\n';
  for (const { ref, dependsOn } of bom.dependencies) {
    yield `<dependency${attributesText({ ref })}>`;
    for (const to of dependsOn) yield `<dependency${attributesText({ ref: to })}/>`;
    yield '</dependency>\n';
  }
  yield '</dependencies>\n<vulnerabilities>\n';
  for (const vulnerability of bom.vulnerabilities) yield `${vulnerabilityText(vulnerability)}\n`;
  yield '</vulnerabilities>\n</bom>\n';
}

const wholeComponent = (component: WritableComponent): string => [...componentText(component)].join('');

// The schema asks for this order.
function* componentText(component: WritableComponent): Generator<string> {
  const { type, bomRef, supplier, hashes = [], licences = [], properties = [], identities = [] } = component;
  yield `<component${attributesText({ type, 'bom-ref': bomRef })}>`;
  yield entity('supplier', supplier);
  for (const name of ['group', 'name', 'version', 'scope'] as const) yield textElement(name, component[name]);
  yield list('hashes', hashes, ({ algorithm, content }) => textElement('hash', content, { alg: algorithm }));
  yield list('licenses', licences, licenceText);
  yield textElement('cpe', component.cpe);
  yield textElement('purl', component.purl);
  yield list('properties', properties, ({ name, value }) => textElement('property', value, { name }));
  if (component.components) {
    yield '<components>\n';
    for (const inner of component.components()) {
      yield* componentText(inner);
      yield '\n';
    }
    yield '</components>';
  }
  yield list('evidence', identities, ({ field, value }) =>
    element('identity', textElement('field', field) + textElement('concludedValue', value)),
  );
  yield '</component>';
}

function licenceText(licence: WritableLicence): string {
  if ('expression' in licence) return textElement('expression', licence.expression);
  return element('license', 'id' in licence ? textElement('id', licence.id) : textElement('name', licence.name));
}

function vulnerabilityText(vulnerability: WritableVulnerability): string {
  const { id, aliases = [], recommendation, refs, versions = [], properties = [] } = vulnerability;
  return element(
    'vulnerability',
    [
      textElement('id', id),
      list('references', aliases, (alias) => element('reference', `${textElement('id', alias)}<source/>`)),
      textElement('recommendation', recommendation),
      element('analysis', analysisText(vulnerability)),
      list('affects', refs, (ref) =>
        element('target', textElement('ref', ref) + list('versions', versions, versionText)),
      ),
      list('properties', properties, ({ name, value }) => textElement('property', value, { name })),
    ].join(''),
  );
}

const versionText = ({ range, status }: { range: string; status: string }): string =>
  element('version', textElement('range', range) + textElement('status', status));

function analysisText({ state, justification, responses = [], ...rest }: WritableVulnerability): string {
  return [
    ...[textElement('state', state), textElement('justification', justification)],
    list('responses', responses, (response) => textElement('response', response)),
    textElement('detail', rest.detail),
    ...[textElement('firstIssued', rest.firstIssued), textElement('lastUpdated', rest.lastUpdated)],
  ].join('');
}

const element = (name: string, content: string): string => `<${name}>${content}</${name}>`;

const entity = (role: string, name: string | undefined): string =>
  name === undefined ? '' : element(role, textElement('name', name));

const textElement = (name: string, text: string | undefined, attributes: Record<string, string> = {}): string =>
  text === undefined ? '' : `<${name}${attributesText(attributes)}>${escaped(text)}</${name}>`;

const list = <T>(name: string, items: readonly T[], textOf: (item: T) => string): string =>
  items.length === 0 ? '' : element(name, items.map(textOf).join(''));

const attributesText = (attributes: Record<string, string | undefined>): string =>
  Object.entries(attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : ` ${name}="${escaped(value)}"`))
    .join('');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For text and attributes: white space other than the blank would be changed by every reader. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"\t\n\r]/g, (character) => entities[character] ?? `&#${character.charCodeAt(0)};`);
