import { idOf, isFields, type Spdx3Element, type Spdx3Item } from '#formats/spdx';
import type { VerdictStatus } from '../model.ts';
import type { UnreadStatement, VexHead, VexPart, VexReading, VexStatement } from './model.ts';
import { namedBy } from './name-parts.ts';
import { instantOf, justificationOf, saidIn } from './words.ts';

type Element = Extract<Spdx3Item, { is: 'element' }>;

/**
 * The VEX assessments of an SPDX 3 document, one for each element that they are about: the root of the document is the
 * product, everything else a part of it.
 * @source SPDX 3.0.1, Security profile: the four VexVulnAssessmentRelationships
 */
export function fromSpdx3(elements: readonly Element[]): VexReading {
  const byId = new Map(elements.flatMap((one) => (one.id === null ? [] : [[one.id, one.element] as const])));
  const document = elements.find(({ element }) => element.type === 'SpdxDocument');
  const roots = new Set(elements.flatMap(({ element }) => idsOf(element.rootElement)));
  const head: VexHead = { id: document?.id ?? '', author: '', at: createdAt(document?.element, byId), version: 1 };
  const reading: VexReading = { head, statements: [], unread: [] };
  for (const { element, place } of elements) {
    const word = /^security_Vex(\w+)VulnAssessmentRelationship$/.exec(element.type)?.[1];
    if (word === undefined) continue;
    const { statements, unread } = statementsOf({ element, word, place }, { byId, roots, head });
    reading.statements.push(...statements);
    reading.unread.push(...unread);
  }
  return reading;
}

type Context = { byId: ReadonlyMap<string, Spdx3Element>; roots: ReadonlySet<string>; head: VexHead };

const statuses: Readonly<Record<string, VerdictStatus>> = {
  Affected: 'affected',
  NotAffected: 'not-affected',
  Fixed: 'fixed',
  UnderInvestigation: 'under-investigation',
};

function statementsOf(
  { element, word, place }: { element: Spdx3Element; word: string; place: string },
  context: Context,
) {
  const vulnerability = nameOf(idOf(element.from), context.byId);
  const status = statuses[word];
  const subjects = idsOf(element.to);
  const unread = (why: UnreadStatement['why'], product: string | null) => [{ vulnerability, product, place, why }];
  if (vulnerability === null) return { statements: [], unread: unread('no-vulnerability', null) };
  if (status === undefined) return { statements: [], unread: unread('no-status', null) };
  const said = {
    ...{ vulnerability, aliases: [], status, response: null },
    justification: justificationOf(textOf(element.security_justificationType)),
    impact: saidIn(textOf(element.security_impactStatement)),
    note: textOf(element.security_statusNotes) ?? '',
    action: saidIn(textOf(element.security_actionStatement)),
    at: timeOf(element) ?? context.head.at,
  };
  const statements = subjects.map((id): VexStatement => {
    const part = partOf(id, context.byId);
    if (!context.roots.has(id)) return { ...said, product: null, part };
    return { ...said, product: { ...part, id, range: null }, part: null };
  });
  return { statements, unread: [] };
}

const timeOf = (element: Spdx3Element) =>
  instantOf(textOf(element.security_modifiedTime) ?? textOf(element.security_publishedTime));

function nameOf(id: string | null, byId: Context['byId']): string | null {
  const found = id === null ? undefined : byId.get(id);
  const [cve] = identifiersOf(found, 'cve');
  return cve ?? textOf(found?.name) ?? null;
}

function partOf(id: string, byId: Context['byId']): VexPart {
  const found = byId.get(id);
  const purl = textOf(found?.software_packageUrl) ?? identifiersOf(found, 'packageUrl')[0];
  const cpe = identifiersOf(found, 'cpe23')[0] ?? identifiersOf(found, 'cpe22')[0];
  const named = namedBy({ id, purl, cpe });
  const version = textOf(found?.software_packageVersion) ?? named.version;
  return { ...named, name: textOf(found?.name) ?? named.name, version };
}

function identifiersOf(element: Spdx3Element | undefined, kind: string): string[] {
  return [element?.externalIdentifier ?? []].flat().flatMap((one) => {
    if (!isFields(one) || one.externalIdentifierType !== kind) return [];
    const text = textOf(one.identifier);
    return text === undefined ? [] : [text];
  });
}

function createdAt(document: Spdx3Element | undefined, byId: Context['byId']): string | null {
  const info = document?.creationInfo;
  const found = isFields(info) && info.created !== undefined ? info : byId.get(idOf(info) ?? '');
  return instantOf(textOf(found?.created));
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const idsOf = (value: unknown): string[] => [value ?? []].flat().flatMap((one) => idOf(one) ?? []);
