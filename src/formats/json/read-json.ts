import { JsonParser } from './parser.ts';
import { type JsonLimits, type JsonRoute, type JsonYield, jsonLimits } from './route.ts';

/**
 * Reads a JSON text of any size within the limits, handing out what the route asks for as soon as it is read;
 * the rest of the document comes last under the name "document".
 * Stricter than JSON.parse: a key that stands twice in one object is refused.
 * @throws JsonFault with JSON path and line
 * @source RFC 8259
 */
export async function* readJson(
  source: AsyncIterable<Uint8Array>,
  route: JsonRoute = {},
  limits: JsonLimits = jsonLimits,
): AsyncGenerator<JsonYield> {
  const parser = new JsonParser(route, limits);
  for await (const chunk of source) {
    // Small bites: what is handed out of one bite waits in memory until it is taken.
    for (let at = 0; at < chunk.length; at += 65_536) {
      parser.push(chunk.subarray(at, at + 65_536));
      yield* parser.ready.splice(0);
    }
  }
  parser.end();
  yield* parser.ready.splice(0);
}
