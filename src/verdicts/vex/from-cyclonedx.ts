import type { CdxComponent, CdxItem, CdxTarget, CdxVulnerability } from '#formats/cyclonedx';
import type { Justification, VerdictStatus } from '../model.ts';
import type { UnreadStatement, VexHead, VexPart, VexProduct, VexReading, VexResponse, VexStatement } from './model.ts';
import { namedBy } from './name-parts.ts';
import { instantOf, justificationOf, saidIn } from './words.ts';

/** What CycloneDX has no word for stands in properties of ours. */
export const cdxProperties = {
  ...{ justification: 'mamori:justification', response: 'mamori:response', product: 'mamori:product' },
  ...{ impact: 'mamori:impact', note: 'mamori:note' },
} as const;

/**
 * The statements of a CycloneDX document, one for each vulnerability and what it affects. Of its nine justifications
 * those of one meaning come together in the five of VEX; a BOM-Link is the name within its document.
 * @source CycloneDX 1.6, vulnerabilities, analysis, affects; BOM-Link
 */
export function fromCycloneDx(items: readonly CdxItem[]): VexReading {
  const context = contextOf(items);
  const vulnerabilities = items.flatMap((item) => (item.is === 'vulnerability' ? [item] : []));
  const read = vulnerabilities.map(({ vulnerability, place }) => statementsOf(vulnerability, place, context));
  return {
    head: context.head,
    statements: read.flatMap(({ statements }) => statements),
    unread: read.flatMap(({ unread }) => unread),
  };
}

type Context = { head: VexHead; subject: VexProduct | null; parts: ReadonlyMap<string, CdxComponent> };

function contextOf(items: readonly CdxItem[]): Context {
  const head: VexHead = { id: '', author: '', at: null, version: 1 };
  const parts = new Map<string, CdxComponent>();
  let subject: VexProduct | null = null;
  for (const item of items) {
    if (item.is === 'document') head.id = item.serialNumber ?? '';
    if (item.is === 'metadata') {
      head.at = instantOf(item.metadata.timestamp);
      head.author = item.metadata.authors.join(', ') || (item.metadata.supplier ?? '');
    }
    if (item.is !== 'component') continue;
    if (item.role === 'subject') subject = productOf(item.component);
    else if (item.component.bomRef !== undefined) parts.set(item.component.bomRef, item.component);
  }
  return { head, subject, parts };
}

/** By the words of an analysis. */
export const states: Readonly<Record<string, VerdictStatus>> = {
  resolved: 'fixed',
  resolved_with_pedigree: 'fixed',
  exploitable: 'affected',
  in_triage: 'under-investigation',
  not_affected: 'not-affected',
  false_positive: 'not-affected',
};
export const reasons: Readonly<Record<string, Justification>> = {
  code_not_present: 'vulnerable-code-not-present',
  code_not_reachable: 'vulnerable-code-not-in-execute-path',
  requires_configuration: 'vulnerable-code-not-in-execute-path',
  requires_dependency: 'vulnerable-code-not-in-execute-path',
  requires_environment: 'vulnerable-code-cannot-be-controlled-by-adversary',
  protected_by_compiler: 'inline-mitigations-already-exist',
  protected_at_runtime: 'inline-mitigations-already-exist',
  protected_at_perimeter: 'inline-mitigations-already-exist',
  protected_by_mitigating_control: 'inline-mitigations-already-exist',
};
const responses: Readonly<Record<string, VexResponse>> = {
  update: 'update',
  rollback: 'workaround',
  workaround_available: 'workaround',
  can_not_fix: 'no-fix',
  will_not_fix: 'no-fix',
};

function statementsOf(vulnerability: CdxVulnerability, place: string, context: Context) {
  const { id, aliases, state = '', affects } = vulnerability;
  const unread = (why: UnreadStatement['why'], product: string | null) => ({
    statements: [],
    unread: [{ vulnerability: id ?? null, product, place, why }],
  });
  const status = states[state];
  if (id === undefined) return unread('no-vulnerability', null);
  if (status === undefined) return unread('no-status', null);
  const said = { vulnerability: id, aliases, status, ...saidOf(vulnerability, status, context.head) };
  const about = affects.map((target) => ({ target, subjects: subjectsOf(target, vulnerability, context) }));
  if (about.length === 0) return { statements: [{ ...said, product: context.subject, part: null }], unread: [] };
  return {
    statements: about.flatMap(({ subjects }) => subjects.map((subject): VexStatement => ({ ...said, ...subject }))),
    unread: about.flatMap(({ target, subjects }) =>
      subjects.length === 0 ? unread('other-versions', target.ref).unread : [],
    ),
  };
}

const propertyOf = ({ properties }: CdxVulnerability, name: string): string | undefined =>
  properties.find((property) => property.name === name)?.value;

function saidOf(vulnerability: CdxVulnerability, status: VerdictStatus, head: VexHead) {
  const { justification = '', responses: words, detail = '', recommendation, workaround } = vulnerability;
  const { firstIssued, lastUpdated } = vulnerability;
  const isImpact = status === 'not-affected';
  const own = justificationOf(propertyOf(vulnerability, cdxProperties.justification));
  const response = propertyOf(vulnerability, cdxProperties.response) as VexResponse | undefined;
  return {
    justification: isImpact ? (own ?? reasons[justification] ?? null) : null,
    impact: propertyOf(vulnerability, cdxProperties.impact) ?? (isImpact ? detail : ''),
    note: propertyOf(vulnerability, cdxProperties.note) ?? (isImpact ? '' : detail),
    action: saidIn(recommendation ?? workaround),
    response: response ?? words.map((word) => responses[word]).find((one) => one !== undefined) ?? null,
    at: instantOf(lastUpdated ?? firstIssued) ?? head.at,
  };
}

/** What a target means: the subject, a product of its own, or a part; once for each version that has this status. */
function subjectsOf({ ref, versions }: CdxTarget, vulnerability: CdxVulnerability, { subject, parts }: Context) {
  const bare = withoutLink(ref);
  const named = propertyOf(vulnerability, cdxProperties.product);
  const known = named === undefined ? undefined : parts.get(named);
  const whole = known ? productOf(known) : subject;
  if (bare !== whole?.id) {
    const found = parts.get(bare);
    return [{ product: whole, part: found ? partOf(found) : namedBy({ id: bare }) }];
  }
  if (versions.length === 0) return [{ product: whole, part: null }];
  // Each version of a product is a product of its own everywhere else, and one that stands twice is one.
  const byId = new Map<string, VexProduct>();
  for (const { version = null, range = null, status } of versions) {
    const id = `${whole.id}#${range ?? version}`;
    if (fits(status, vulnerability)) byId.set(id, { ...whole, id, version: version ?? whole.version, range });
  }
  return [...byId.values()].map((product) => ({ product, part: null }));
}

/** A version that is marked otherwise than the analysis says is not what the statement is about. */
function fits(status: string | undefined, { state = '' }: CdxVulnerability): boolean {
  if (status === 'affected') return state === 'exploitable' || state === 'in_triage';
  if (status === 'unaffected') return state !== 'exploitable' && state !== 'in_triage';
  return true;
}

/** urn:cdx:<serial number>/<version>#<ref> names a part of another document. @source CycloneDX, BOM-Link */
export function withoutLink(ref: string): string {
  const inner = /^urn:cdx:[^#]*#(.*)$/s.exec(ref)?.[1];
  if (inner === undefined) return ref;
  try {
    return decodeURIComponent(inner);
  } catch {
    return inner;
  }
}

const partOf = ({ name, version, purl, cpe }: CdxComponent): VexPart => ({
  ...{ name, version: version ?? null, purl: purl ?? null, cpe: cpe ?? null },
});

const productOf = (component: CdxComponent): VexProduct => ({
  ...partOf(component),
  ...{ id: component.bomRef ?? '', range: null },
});
