export { type Cpe, type CpeAttribute, CpeFault, type CpeRule, cpeAttributes, fromLiteral, literalOf } from './cpe.ts';
export { formatCpe22, formatCpe23 } from './format-cpe.ts';
export { parseCpe } from './parse-cpe.ts';
