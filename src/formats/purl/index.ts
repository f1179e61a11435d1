export type { PurlParts } from './canonical.ts';
export { formatPurl } from './format-purl.ts';
export { parsePurl } from './parse-purl.ts';
export { type Purl, PurlFault, type PurlRule } from './purl.ts';
