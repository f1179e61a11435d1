export { JsonFault, type JsonRule } from './fault.ts';
export { readJson } from './read-json.ts';
export { type JsonLimits, type JsonRoute, type JsonYield, jsonLimits } from './route.ts';
