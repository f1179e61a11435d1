import { licenceIdByFolded, licenceIds } from './licence-ids.ts';
import { type Also, isObject, type Shape } from './shape.ts';
import { words } from './words.ts';

const anything: Shape = { is: 'anything' };
const text: Shape = { is: 'text' };
const reference: Shape = { is: 'text', notEmpty: true };
const word = (name: keyof typeof words): Shape => ({ is: 'word', since: words[name] });
const list = (of: Shape, also?: Also): Shape => ({ is: 'list', of, ...(also && { also }) });

// By a function, because components hold components; made once, because a document has many.
function object(fields: () => Record<string, Shape>, required: readonly string[] = [], also?: Also): Shape {
  let made: [string, Shape][] | undefined;
  const entries = () => {
    made ??= Object.entries(fields());
    return made;
  };
  return { is: 'object', fields: entries, required, ...(also && { also }) };
}

type Tell = Parameters<Also>[1];

const DAY_TIME =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/i;
const dateTime: Shape = { is: 'text', like: DAY_TIME, rule: 'date-time' };

const hash = object(
  () => ({
    alg: word('hashAlgorithm'),
    content: {
      is: 'text',
      like: /^(?:[a-f\d]{32}|[a-f\d]{40}|[a-f\d]{64}|[a-f\d]{96}|[a-f\d]{128})$/i,
      rule: 'hash-content',
    },
  }),
  ['alg', 'content'],
);

const attachment = object(() => ({ content: text, contentType: text, encoding: word('encoding') }), ['content']);

const exactlyOne =
  (one: string, other: string): Also =>
  (value: Record<string, unknown>, tell: Tell) => {
    const count = [one, other].filter((name) => value[name] !== undefined).length;
    if (count !== 1) tell('', 'one-of', `exactly one of "${one}" and "${other}" must stand here`);
  };

const licence = object(
  () => ({ id: text, name: text, text: attachment, url: text }),
  [],
  (value: Record<string, unknown>, tell, minor) => {
    exactlyOne('id', 'name')(value as never, tell, minor);
    if (typeof value.id === 'string' && !licenceIds.has(value.id)) tellLicence(value.id, tell);
  },
);

function tellLicence(id: string, tell: Tell): void {
  const meant = licenceIdByFolded.get(id.toLowerCase());
  if (meant) tell('.id', 'licence-spelling', `"${id}" is written "${meant}"`);
  else tell('.id', 'licence-id', `"${id.slice(0, 80)}" is no SPDX licence; what is none has a "name", not an "id"`);
}

const licences = list(
  object(() => ({ license: licence, expression: text }), [], exactlyOne('license', 'expression')),
  (items: unknown[], tell, minor) => {
    const expressions = items.filter((item) => isObject(item) && item.expression !== undefined).length;
    // Until 1.4 the JSON schema let them stand side by side; its XML never did (from-xml.ts).
    if ((minor === 5 || minor === 6) && expressions > 0 && items.length > 1) {
      tell('', 'licence-choice', 'an expression stands alone, or there are licences');
    }
  },
);

const entity = object(() => ({
  name: text,
  url: list(text),
  contact: list(object(() => ({ name: text, email: text, phone: text }))),
}));
const references = list(object(() => ({ type: word('reference'), url: text, hashes: list(hash) }), ['type', 'url']));
const issue = object(() => ({ type: word('issue'), id: text, name: text }), ['type']);
const patch = object(() => ({ type: word('patch'), resolves: list(issue) }), ['type']);

const pedigree = object(() => ({
  ancestors: list(component),
  descendants: list(component),
  variants: list(component),
  patches: list(patch),
}));
const swid = object(() => ({ tagId: text, name: text, version: text, text: attachment, url: text }), ['tagId', 'name']);

/** @source CycloneDX specification, component; version is required until 1.3 */
export const component: Shape = object(
  () => ({
    type: word('componentType'),
    'bom-ref': reference,
    'mime-type': { is: 'text', like: /^[-+a-z0-9.]+\/[-+a-z0-9.]+/, rule: 'mime-type' },
    supplier: entity,
    manufacturer: entity,
    author: text,
    publisher: text,
    group: text,
    name: text,
    version: text,
    description: text,
    scope: word('scope'),
    hashes: list(hash),
    licenses: licences,
    cpe: text,
    purl: text,
    swid,
    pedigree,
    externalReferences: references,
    components: list(component),
  }),
  ['type', 'name'],
  (value: Record<string, unknown>, tell, minor) => {
    if (minor <= 3 && value.version === undefined) tell('', 'required', '"version" is missing');
  },
);

const dataFlow = object(() => ({ flow: word('dataFlow'), classification: text }), ['flow', 'classification']);

export const service: Shape = object(
  () => ({
    'bom-ref': reference,
    name: text,
    provider: entity,
    data: list(dataFlow),
    licenses: licences,
    externalReferences: references,
    services: list(service),
  }),
  ['name'],
);

export const dependency: Shape = object(
  () => ({ ref: reference, dependsOn: list(reference), provides: list(reference) }),
  ['ref'],
);

export const metadata: Shape = object(() => ({
  timestamp: dateTime,
  authors: list(object(() => ({ name: text, email: text }))),
  manufacture: entity,
  manufacturer: entity,
  supplier: entity,
  licenses: licences,
  tools: anything,
}));

const affectedVersion = object(
  () => ({ version: text, range: text, status: word('affected') }),
  [],
  exactlyOne('version', 'range'),
);

export const vulnerability: Shape = object(() => ({
  'bom-ref': reference,
  id: text,
  created: dateTime,
  published: dateTime,
  updated: dateTime,
  analysis: object(() => ({
    state: word('state'),
    justification: word('justification'),
    response: list(word('response')),
    detail: text,
    firstIssued: dateTime,
    lastUpdated: dateTime,
  })),
  affects: list(object(() => ({ ref: reference, versions: list(affectedVersion) }), ['ref'])),
}));

/** The members of the document itself, in the order in which they are usually written. */
export const root: Record<string, Shape> = {
  bomFormat: { is: 'text', like: /^CycloneDX$/, rule: 'not-cyclonedx' },
  serialNumber: {
    is: 'text',
    like: /^(?:urn:uuid:[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|\{[\da-fA-F]{8}-[\da-fA-F]{4}-[\da-fA-F]{4}-[\da-fA-F]{4}-[\da-fA-F]{12}\})$/,
    rule: 'serial-number',
  },
  version: { is: 'integer', from: 1 },
};
