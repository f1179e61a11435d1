import { FormatProblem } from '../problem.ts';
import { type Read, readShape } from '../read-shape.ts';
import { obstaclesOfCsafVex } from './obstacles.ts';
import { Csaf } from './shape.ts';

export { type CsafVexRule, isCsafVex, obstaclesOfCsafVex } from './obstacles.ts';
export { type CsafProduct, productIdsOf, productsOfTree } from './products.ts';
export type { Csaf, CsafFullProductName, CsafProductTree, CsafVulnerability } from './shape.ts';
export { csafFlags, csafStatuses } from './shape.ts';

/**
 * One CSAF document of 2.0 or 2.1 of any profile, with what VEX uses of it.
 * @returns the document, also when it breaks what `obstaclesOfCsafVex` names; or every place that is wrong, as JSON pointers
 * @source CSAF 2.0 (OASIS Standard, 2022-11-18), 3; CSAF 2.1 (Committee Specification Draft 03)
 */
export const readCsaf = (bytes: Uint8Array): Read<Csaf> => readShape(bytes, Csaf);

/**
 * A document of the profile VEX as JSON.
 * @throws FormatProblem with what the profile asks for and it does not have
 * @source CSAF 2.0, 4.5 Profile VEX; csaf_json_schema.json
 */
export function writeCsafVex(csaf: Csaf): string {
  const obstacles = obstaclesOfCsafVex(csaf);
  if (obstacles.length > 0) throw new FormatProblem(obstacles);
  return `${JSON.stringify(csaf, null, 1)}\n`;
}
