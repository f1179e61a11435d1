import { JsonFault } from './fault.ts';
import { JsonParser } from './parser.ts';
import type { JsonLimits } from './route.ts';

/** Why the strict reader refuses a text; null when it does not. */
export function faultOfJson(bytes: Uint8Array, limits: JsonLimits): JsonFault | null {
  const parser = new JsonParser({ skip: true }, limits);
  try {
    parser.push(bytes);
    parser.end();
    return null;
  } catch (fault) {
    if (fault instanceof JsonFault) return fault;
    throw fault;
  }
}
