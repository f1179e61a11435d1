import type { Problem } from '../problem.ts';
import type { OpenVex, OpenVexStatement } from './shape.ts';

/** Rules of OpenVEX that a document can break and still be understood. */
export type OpenVexRule = 'no-statements' | 'no-product' | 'not-justified' | 'no-action' | 'unnamed-product';

const sentences: Record<OpenVexRule, string> = {
  'no-statements': 'A document has at least one statement',
  'no-product': 'A statement names at least one product',
  'not-justified': 'A product that is not affected needs a justification or an impact statement',
  'no-action': 'A product that is affected needs an action statement',
  'unnamed-product': 'A product needs an @id or an identifier',
};

/**
 * What a document leaves out although OpenVEX asks for it, as JSON pointers; none when it is complete.
 * @source OpenVEX Specification v0.2.0, "Statement Struct" and "Status Labels"
 */
export function obstaclesOfOpenVex({ statements }: OpenVex): Problem<OpenVexRule>[] {
  if (statements.length === 0) return [problem('/statements', 'no-statements')];
  return statements.flatMap((statement, at) =>
    broken(statement).map(([path, rule]) => problem(`/statements/${at}${path}`, rule)),
  );
}

function broken(statement: OpenVexStatement): [string, OpenVexRule][] {
  const { status, products = [], justification, impact_statement: impact, action_statement: action } = statement;
  const found: [string, OpenVexRule][] = [];
  if (products.length === 0) found.push(['', 'no-product']);
  products.forEach(({ '@id': id, identifiers }, at) => {
    if (id === undefined && identifiers === undefined) found.push([`/products/${at}`, 'unnamed-product']);
  });
  if (status === 'not_affected' && justification === undefined && impact === undefined)
    found.push(['', 'not-justified']);
  if (status === 'affected' && action === undefined) found.push(['', 'no-action']);
  return found;
}

const problem = (path: string, rule: OpenVexRule): Problem<OpenVexRule> => ({
  ...{ path, rule, message: sentences[rule], details: {} },
});
