import { SaxesParser } from 'saxes';
import { CdxFault } from './fault.ts';
import type { CdxLimits } from './item.ts';

/** An element of the specification's namespace; foreign ones are left out with what they hold. */
export type XmlNode = {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
  text: string;
  line: number;
};

/** A closed element that was asked for. `path` is the way from the root with indexes, as a JSON path would be. */
export type XmlYield = { node: XmlNode; path: string };

type Open = { name: string; node: XmlNode | null; path: string; counts: Map<string, number>; isForeign: boolean };

const NAMESPACE = /^http:\/\/cyclonedx\.org\/schema\/bom\/(.+)$/;

/**
 * Hands out the elements whose names from the root are asked for ("metadata", "components/component"), at any depth below one another;
 * a handed-out element is not kept in the one around it. The root comes first, without children.
 * @throws CdxFault for what is no well-formed XML without DOCTYPE, or beyond the limits
 */
export async function* readXmlElements(
  source: AsyncIterable<Uint8Array>,
  isAsked: (names: readonly string[]) => boolean,
  limits: CdxLimits,
): AsyncGenerator<XmlYield> {
  const ready: XmlYield[] = [];
  const parser = new SaxesParser({ xmlns: true });
  const place = () => `line ${parser.line}`;
  const open: Open[] = [];
  let values = 0;

  parser.on('error', (error) => {
    throw new CdxFault('malformed', error.message.replace(/^\d+:\d+: /, ''), place());
  });
  parser.on('doctype', () => {
    throw new CdxFault('doctype', 'A document type declaration is not allowed here', place());
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding && !/^utf-?(?:8|16)$/i.test(encoding))
      throw new CdxFault('encoding', `The encoding ${encoding} is not read`, place());
  });
  parser.on('opentag', (tag) => {
    if (open.length >= limits.depth) throw new CdxFault('too-deep', `Nested deeper than ${limits.depth}`, place());
    if (++values > limits.values)
      throw new CdxFault('too-many-values', `More than ${limits.values} elements in one part`, place());
    const parent = open.at(-1);
    const isForeign = parent?.isForeign === true || !NAMESPACE.test(tag.uri);
    if (!parent && (isForeign || tag.local !== 'bom'))
      throw new CdxFault('not-cyclonedx', 'The root is no CycloneDX bom', place());
    const asked = !isForeign && isAsked([...open.slice(1).map(({ name }) => name), tag.local]);
    const isKept = !isForeign && (asked || !parent || parent.node !== null);
    const attributes = Object.fromEntries(
      Object.values(tag.attributes).flatMap(({ local, prefix, value }) => (prefix === '' ? [[local, value]] : [])),
    );
    const node = isKept ? { name: tag.local, attributes, children: [], text: '', line: parser.line } : null;
    open.push({
      name: tag.local,
      node,
      path: parent ? pathBelow(parent, tag.local) : '',
      counts: new Map(),
      isForeign,
    });
    if (!parent && node) {
      ready.push({ node: { ...node, attributes: { ...attributes, xmlns: tag.uri } }, path: '' });
      (open[0] as Open).node = null;
    }
  });
  const hear = (text: string) => {
    const node = open.at(-1)?.node;
    if (node) node.text += text;
  };
  parser.on('text', hear);
  parser.on('cdata', hear);
  parser.on('closetag', () => {
    const { node, path } = open.pop() as Open;
    if (!node) return;
    const names = open.slice(1).map(({ name }) => name);
    if (isAsked([...names, node.name])) {
      ready.push({ node, path });
      values = 0;
    } else open.at(-1)?.node?.children.push(node);
  });

  for await (const text of decoded(source, limits, place)) {
    parser.write(text);
    yield* ready.splice(0);
  }
  parser.close();
  yield* ready.splice(0);
}

function pathBelow(parent: Open, name: string): string {
  const index = parent.counts.get(name) ?? 0;
  parent.counts.set(name, index + 1);
  return `${parent.path}/${name}[${index + 1}]`;
}

async function* decoded(
  source: AsyncIterable<Uint8Array>,
  limits: CdxLimits,
  place: () => string,
): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let taken = 0;
  for await (const whole of source) {
    taken += whole.length;
    if (taken > limits.bytes) throw new CdxFault('too-large', `Larger than ${limits.bytes} bytes`, place());
    // Small bites: what one bite hands out waits in memory until it is taken.
    for (let at = 0; at < whole.length; at += 65_536) {
      const chunk = whole.subarray(at, at + 65_536);
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
      yield decode(decoder, chunk, place);
    }
  }
  if (decoder) yield decode(decoder, undefined, place);
}

function decode(decoder: TextDecoder, chunk: Uint8Array | undefined, place: () => string): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new CdxFault('not-utf8', `The bytes are not valid ${decoder.encoding.toUpperCase()}`, place());
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
