import type { OpenVex, OpenVexProduct, OpenVexStatement } from '#formats/openvex';
import type { VexDocument, VexPart, VexStatement } from './model.ts';
import { purlOf } from './name-parts.ts';
import { labelOf, noActionYet, noReasonGiven, openVexStatus } from './words.ts';

/**
 * A file of statements as OpenVEX, one statement each.
 * Not said there: names of products and parts beside their purl or CPE, ranges, and which kind of action is meant; a part
 * without purl and CPE is called pkg:generic/<name>.
 * @source OpenVEX Specification v0.2.0
 */
export function toOpenVex({ head, tool, statements }: VexDocument): OpenVex {
  return {
    '@context': 'https://openvex.dev/ns/v0.2.0',
    ...{ '@id': head.id, author: head.author, timestamp: head.at, version: head.version },
    tooling: `${tool.name} ${tool.version}`,
    statements: statements.map(statementOf),
  };
}

function statementOf(statement: VexStatement): OpenVexStatement {
  const { vulnerability: name, aliases, status, justification, impact, note, action, product, part, at } = statement;
  const needsImpact = status === 'not-affected' && justification === null;
  return {
    vulnerability: { name, ...(aliases.length > 0 && { aliases }) },
    ...(at !== null && { timestamp: at }),
    ...(product && { products: [productOf(product, part)] }),
    status: openVexStatus[status],
    ...(note !== '' && { status_notes: note }),
    ...(justification && { justification: labelOf(justification) }),
    ...((impact !== '' || needsImpact) && { impact_statement: impact || noReasonGiven }),
    ...(status === 'affected'
      ? { action_statement: action || noActionYet }
      : action !== '' && { action_statement: action }),
  };
}

const productOf = (product: VexPart & { id: string }, part: VexPart | null): OpenVexProduct => ({
  '@id': product.id,
  ...identifiersOf(product),
  ...(part && { subcomponents: [partOf(part)] }),
});

const partOf = (part: VexPart): Omit<OpenVexProduct, 'subcomponents'> => ({
  ...(part.purl === null && part.cpe !== null ? {} : { '@id': purlOf(part) }),
  ...identifiersOf(part),
});

function identifiersOf({ purl, cpe }: VexPart): Pick<OpenVexProduct, 'identifiers'> {
  if (purl === null && cpe === null) return {};
  const written = cpe === null ? {} : cpe.startsWith('cpe:/') ? { cpe22: cpe } : { cpe23: cpe };
  return { identifiers: { ...(purl !== null && { purl }), ...written } };
}
