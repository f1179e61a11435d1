import { FormatProblem } from '../problem.ts';
import { type Read, readShape } from '../read-shape.ts';
import { obstaclesOfOpenVex } from './obstacles.ts';
import { OpenVex } from './shape.ts';

export { type OpenVexRule, obstaclesOfOpenVex } from './obstacles.ts';
export type { OpenVex, OpenVexProduct, OpenVexStatement } from './shape.ts';
export { openVexJustifications, openVexStatuses } from './shape.ts';

/**
 * One OpenVEX document, of 0.0 to 0.2.
 * @returns the document, also when it leaves out what `obstaclesOfOpenVex` names; or every place that is wrong, as JSON pointers
 * @source OpenVEX Specification v0.2.0, "The VEX Document"
 */
export const readOpenVex = (bytes: Uint8Array): Read<OpenVex> => readShape(bytes, OpenVex);

/**
 * A document as JSON, one statement a line.
 * @throws FormatProblem with what it leaves out
 * @source OpenVEX Specification v0.2.0, openvex_json_schema.json
 */
export function writeOpenVex(document: OpenVex): string {
  const obstacles = obstaclesOfOpenVex(document);
  if (obstacles.length > 0) throw new FormatProblem(obstacles);
  const { statements, ...head } = document;
  const lines = statements.map((statement) => JSON.stringify(statement));
  return `${JSON.stringify(head).slice(0, -1)},\n"statements":[\n${lines.join(',\n')}\n]}\n`;
}
