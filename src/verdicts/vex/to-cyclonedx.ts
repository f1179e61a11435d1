import {
  isCpeOfSchema,
  type WritableBom,
  type WritableComponent,
  type WritableVulnerability,
} from '#formats/cyclonedx';
import type { Justification, VerdictStatus } from '../model.ts';
import { cdxProperties } from './from-cyclonedx.ts';
import type { VexDocument, VexPart, VexProduct, VexResponse, VexStatement } from './model.ts';
import { labelOf } from './words.ts';

/**
 * A file of statements as CycloneDX, one vulnerability each. What CycloneDX has no word for stands in properties too.
 * Not said there: CPE names that the schema does not take, and parts as parts of one product where there are several.
 * @source CycloneDX 1.6, vulnerabilities
 */
export function toCycloneDxVex({ head, tool, subject: about, statements }: VexDocument): WritableBom {
  const [subject, ...others] = productsOf(about, statements);
  const refByPart = new Map<string, { ref: string; part: VexPart }>();
  for (const { part } of statements) {
    if (part !== null && !refByPart.has(keyOf(part)))
      refByPart.set(keyOf(part), { ref: `part-${refByPart.size + 1}`, part });
  }
  const parts = [...refByPart.values()].map(({ ref, part }) => componentOf(part, ref, 'library'));
  const refOf = ({ part, product }: VexStatement) =>
    part === null ? (product?.id ?? '') : (refByPart.get(keyOf(part))?.ref ?? '');
  return {
    ...{
      specVersion: '1.6',
      serialNumber: serialOf(head.id),
      version: head.version,
      timestamp: head.at,
      supplier: head.author,
    },
    tools: [{ type: 'application', ...tool }],
    subject: subject ? componentOf(subject, subject.id, 'firmware') : { type: 'firmware', name: '' },
    components: [...others.map((product) => componentOf(product, product.id, 'firmware')), ...parts],
    dependencies: [],
    vulnerabilities: statements.map((one) => vulnerabilityOf(one, refOf(one), subject?.id)),
  };
}

const keyOf = ({ name, version, purl, cpe }: VexPart): string => JSON.stringify([name, version, purl, cpe]);

function productsOf(about: VexProduct | undefined, statements: readonly VexStatement[]): VexProduct[] {
  const byId = new Map(statements.flatMap(({ product }) => (product ? [[product.id, product] as const] : [])));
  if (about === undefined) return [...byId.values()];
  byId.delete(about.id);
  return [about, ...byId.values()];
}

/** Documents of CycloneDX are called by a UUID. */
const serialOf = (id: string): string =>
  /^urn:uuid:[\da-f-]{36}$/.test(id) ? id : 'urn:uuid:00000000-0000-4000-8000-000000000000';

const componentOf = ({ name, version, purl, cpe }: VexPart, bomRef: string, type: string): WritableComponent => ({
  ...{ type, bomRef, name },
  ...(version !== null && { version }),
  ...(cpe !== null && isCpeOfSchema(cpe) && { cpe }),
  ...(purl !== null && { purl }),
});

const states: Record<VerdictStatus, string> = {
  affected: 'exploitable',
  'not-affected': 'not_affected',
  fixed: 'resolved',
  'under-investigation': 'in_triage',
};
const reasons: Record<Justification, string> = {
  'component-not-present': 'code_not_present',
  'vulnerable-code-not-present': 'code_not_present',
  'vulnerable-code-not-in-execute-path': 'code_not_reachable',
  'vulnerable-code-cannot-be-controlled-by-adversary': 'requires_environment',
  'inline-mitigations-already-exist': 'protected_by_mitigating_control',
};
const responses: Record<VexResponse, string[]> = {
  update: ['update'],
  workaround: ['workaround_available'],
  mitigation: [],
  'no-fix': ['will_not_fix'],
  'none-yet': [],
};

function vulnerabilityOf(statement: VexStatement, ref: string, subjectId: string | undefined): WritableVulnerability {
  const { vulnerability, aliases, status, justification, impact, note, action, response, product, part, at } =
    statement;
  const isSubject = product === null || product.id === subjectId;
  const detail = [impact, note].filter(Boolean).join('\n\n');
  const closes = status === 'fixed' || status === 'not-affected';
  return {
    ...{ id: vulnerability, aliases, state: states[status], refs: [ref] },
    ...(justification && { justification: reasons[justification] }),
    ...(response && { responses: responses[response] }),
    ...(detail !== '' && { detail }),
    ...(action !== '' && { recommendation: action }),
    ...(at !== null && { lastUpdated: at }),
    ...(part === null &&
      product?.range && { versions: [{ range: product.range, status: closes ? 'unaffected' : 'affected' }] }),
    properties: [
      ...(justification ? [{ name: cdxProperties.justification, value: labelOf(justification) }] : []),
      ...(response ? [{ name: cdxProperties.response, value: response }] : []),
      ...(isSubject ? [] : [{ name: cdxProperties.product, value: product.id }]),
      ...ownTexts(status, impact, note),
    ],
  };
}

/** Only one text is said of an analysis: which it is goes without saying for each status; else both stand apart too. */
function ownTexts(status: VerdictStatus, impact: string, note: string): { name: string; value: string }[] {
  if (status === 'not-affected' ? note === '' : impact === '') return [];
  return [
    { name: cdxProperties.impact, value: impact },
    { name: cdxProperties.note, value: note },
  ];
}
