import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { Unreadable } from './problems.ts';

export type Attributes = (name: string) => string | undefined;

/** What a reader wants to hear of a part; elements of foreign namespaces are passed over with their text. */
export type Listener = {
  open?: (name: string, attributes: Attributes) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
};

/** Transitional (what Excel writes) and strict; ISO 29500-1 and -4. */
export const SPREADSHEET = [
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
];
export const RELATIONSHIPS = ['http://schemas.openxmlformats.org/package/2006/relationships'];

/**
 * Reads one XML part. A DOCTYPE ends the reading, so no entity can be declared, let alone expand.
 * Attributes are asked by their local name (`r:id` is "id").
 * @throws Unreadable when the part is no well-formed XML in UTF-8 or UTF-16
 */
export async function readXml(
  chunks: AsyncIterable<Uint8Array>,
  part: string,
  namespaces: readonly string[],
  listener: Listener,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: true, position: false });
  let isOurs = false;
  const hear = (text: string) => isOurs && listener.text?.(text);
  parser.on('error', (error) => {
    throw new Unreadable('malformed', error.message, part);
  });
  parser.on('doctype', () => {
    throw new Unreadable('doctype-refused', 'A document type declaration is not allowed here', part);
  });
  parser.on('opentag', (tag) => {
    isOurs = namespaces.includes(tag.uri);
    if (isOurs) listener.open?.(tag.local, (name) => attributeOf(tag.attributes, name));
  });
  parser.on('text', hear);
  parser.on('cdata', hear);
  parser.on('closetag', (tag) => {
    if (namespaces.includes(tag.uri)) listener.close?.(tag.local);
  });
  for await (const text of decoded(chunks, part)) parser.write(text);
  parser.close();
}

function attributeOf(attributes: Record<string, SaxesAttributeNS>, name: string): string | undefined {
  const direct = attributes[name];
  if (direct) return direct.value;
  return Object.values(attributes).find(({ local, prefix }) => local === name && prefix !== 'xmlns')?.value;
}

async function* decoded(chunks: AsyncIterable<Uint8Array>, part: string): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    yield decode(decoder, chunk, part);
  }
  if (decoder) yield decode(decoder, undefined, part);
}

function decode(decoder: TextDecoder, chunk: Uint8Array | undefined, part: string): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new Unreadable('malformed', `The bytes are not valid ${decoder.encoding.toUpperCase()}`, part);
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
