import type { OpenVex, OpenVexProduct, OpenVexStatement } from '#formats/openvex';
import type { VerdictStatus } from '../model.ts';
import type { VexPart, VexProduct, VexReading, VexStatement } from './model.ts';
import { namedBy } from './name-parts.ts';
import { instantOf, justificationOf, openVexStatus, saidIn } from './words.ts';

/**
 * The statements of an OpenVEX document, one for each product and part.
 * Not said there: names of products beside their purl or CPE, and which kind of action is meant.
 * @source OpenVEX Specification v0.2.0, "Statement Struct", "Data Structures"
 */
export function fromOpenVex(document: OpenVex): VexReading {
  const { '@id': id, author, version, statements } = document;
  const at = instantOf(document.last_updated ?? document.timestamp);
  return {
    head: { id, author, at, version },
    statements: statements.flatMap((statement) => statementsOf(statement, at)),
    unread: [],
  };
}

const statusByWord = new Map(Object.entries(openVexStatus).map(([status, word]) => [word, status as VerdictStatus]));

function statementsOf(statement: OpenVexStatement, issuedAt: string | null): VexStatement[] {
  const { vulnerability, status, products = [] } = statement;
  const said = {
    ...{ vulnerability: vulnerability.name, aliases: vulnerability.aliases ?? [] },
    ...{ status: statusByWord.get(status) as VerdictStatus, justification: justificationOf(statement.justification) },
    ...{ impact: saidIn(statement.impact_statement), note: statement.status_notes ?? '' },
    ...{ action: saidIn(statement.action_statement), response: null },
    at: instantOf(statement.last_updated ?? statement.timestamp) ?? issuedAt,
  };
  const wholes: [VexProduct | null, VexPart[]][] = products.map((product) => [
    productOf(product),
    (product.subcomponents ?? statement.subcomponents ?? []).map(partOf),
  ]);
  // A statement without products is about what its document is filed with.
  if (wholes.length === 0) wholes.push([null, (statement.subcomponents ?? []).map(partOf)]);
  return wholes.flatMap(([product, parts]) =>
    (parts.length === 0 ? [null] : parts).map((part) => ({ ...said, product, part })),
  );
}

const productOf = (product: OpenVexProduct): VexProduct => {
  const part = partOf(product);
  return { ...part, id: product['@id'] ?? part.purl ?? part.cpe ?? '', range: null };
};

function partOf({ '@id': id, identifiers = {} }: Omit<OpenVexProduct, 'subcomponents'>): VexPart {
  const cpe = identifiers.cpe23 ?? identifiers.cpe22;
  return namedBy({ id: id ?? identifiers.purl ?? cpe ?? '', purl: identifiers.purl, cpe });
}
