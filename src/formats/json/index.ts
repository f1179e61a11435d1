export { JsonFault, type JsonRule } from './fault.ts';
export { faultOfJson } from './fault-of.ts';
export { isSuspectJson } from './is-suspect.ts';
export { readJson } from './read-json.ts';
export { type JsonLimits, type JsonRoute, type JsonYield, jsonLimits } from './route.ts';
