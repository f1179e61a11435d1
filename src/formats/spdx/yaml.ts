import { parseDocument, type YAMLParseError } from 'yaml';
import { wholeItems } from './json.ts';
import { refusal, type SpdxItem } from './model.ts';
import { isFields, itemsOfMember, spdxLists } from './value.ts';

/** YAML is read as a whole and takes some thirty times its size in memory while it is. */
export const yamlBytes = 8 * 1024 * 1024;

/** A YAML text as plain values: every scalar is text, or null where nothing stands. */
export type YamlReading = { value: unknown } | { place: string; rule: 'not-yaml' | 'yaml-alias'; message: string };

/**
 * Reads YAML 1.2 without types, tags or code: 1.10 stays "1.10". Aliases that multiply are refused.
 * @returns the value, or the first fault with its line
 */
export function readYaml(text: string): YamlReading {
  const deep = deepLine(text);
  if (deep !== null) return { place: `line ${deep}`, rule: 'not-yaml', message: `Nested deeper than ${depth}` };
  const document = parseDocument(text, { schema: 'failsafe', customTags: ['null'], logLevel: 'silent' });
  const [error] = document.errors;
  if (error) return { place: `line ${lineOf(error)}`, rule: 'not-yaml', message: error.message.split('\n')[0] ?? '' };
  try {
    return { value: document.toJS({ maxAliasCount: 100 }) };
  } catch (error) {
    // Aliases that multiply are a ReferenceError; anything else is what the parser took and cannot say again, e.g. an
    // anchor of a control character inside a key that is a list.
    const rule = error instanceof ReferenceError ? 'yaml-alias' : 'not-yaml';
    return { place: 'file', rule, message: (error as Error).message };
  }
}

/**
 * Reads an SPDX 2 document in YAML; places are JSON paths of the same document in JSON.
 * @source SPDX 2.3, spdx-schema.json; YAML 1.2
 */
export function* readSpdxYaml(text: string): Generator<SpdxItem> {
  const reading = readYaml(text);
  if ('rule' in reading) return yield refusal(reading.place, reading.rule, reading.message);
  const document = reading.value;
  for (const list of spdxLists) {
    const members = isFields(document) ? document[list] : null;
    for (const [index, member] of (Array.isArray(members) ? members : []).entries()) {
      for (const item of itemsOfMember(list, member, `$.${list}[${index}]`)) {
        yield item;
        if (item.is === 'problem' && item.problem.refuses) return;
      }
    }
  }
  yield* wholeItems(document, {});
}

const depth = 200;

// The parser calls itself for every level; brackets and indents far beyond any document would exhaust its stack.
function deepLine(text: string): number | null {
  let brackets = 0;
  let line = 1;
  let column = 0;
  let isIndent = true;
  let dashes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    column++;
    if (code === 10) {
      line++;
      column = 0;
      dashes = 0;
      isIndent = true;
    } else if (code === 91 || code === 123) brackets++;
    else if (code === 93 || code === 125) brackets = Math.max(0, brackets - 1);
    else if (isIndent && (code === 45 || code === 63)) dashes++;
    if (code !== 32 && code !== 10 && code !== 45 && code !== 63) isIndent = false;
    if (brackets > depth || dashes > depth || (isIndent && column > 10 * depth)) return line;
  }
  return null;
}

const lineOf = (error: YAMLParseError) => error.linePos?.[0].line ?? 1;
