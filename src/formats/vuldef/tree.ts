import { SaxesParser, type SaxesTagNS } from 'saxes';

/** An element with its own text and its children, by local names. */
export type Element = { name: string; attributes: Record<string, string>; text: string; children: Element[] };

export const childrenOf = (element: Element | undefined, name: string): Element[] =>
  element?.children.filter((child) => child.name === name) ?? [];
export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  childrenOf(element, name)[0];
export const textOf = (element: Element | undefined, name: string): string => childOf(element, name)?.text.trim() ?? '';

/** Why XML is not read on, and where: "line 12, column 3". */
export class XmlFault extends Error {
  readonly rule: 'malformed' | 'doctype-refused' | 'too-deep' | 'too-large';
  readonly place: string;

  constructor(rule: XmlFault['rule'], message: string, place: string) {
    super(message);
    this.name = 'XmlFault';
    this.rule = rule;
    this.place = place;
  }
}

const deepest = 60;
const largest = 8 * 1024 * 1024;

/**
 * The elements of these names as trees, each with its own text as it stands in the document, and (as `whole: null`) every
 * other element's opening. No document type is read, so nothing can expand. What stands before a fault comes out first.
 * @throws XmlFault
 */
export async function* readElements(
  texts: AsyncIterable<string>,
  wanted: ReadonlySet<string>,
): AsyncGenerator<{ element: Element; whole: string | null }> {
  const ready: { element: Element; whole: string | null }[] = [];
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: Element[] = [];
  let kept = '';
  let keptFrom = 0;
  let start = 0;
  const fail = (rule: XmlFault['rule'], message: string): never => {
    throw new XmlFault(rule, message, `line ${parser.line}, column ${parser.column}`);
  };
  parser.on('error', ({ message }) => fail('malformed', message.replace(/^\d+:\d+: /, '')));
  parser.on('doctype', () => fail('doctype-refused', 'A document type declaration is not allowed here'));
  parser.on('opentagstart', () => {
    if (open.length === 0) start = parser.position;
  });
  parser.on('opentag', (tag) => {
    const element = elementOf(tag);
    if (open.length === 0 && !wanted.has(tag.local)) {
      ready.push({ element, whole: null });
      return;
    }
    if (open.length >= deepest) fail('too-deep', `Elements stand more than ${deepest} deep in each other`);
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const hear = (text: string) => {
    const inner = open.at(-1);
    if (inner) inner.text += text;
  };
  parser.on('text', hear);
  parser.on('cdata', hear);
  parser.on('closetag', ({ name, isSelfClosing }) => {
    const element = open.pop();
    if (!element || open.length > 0) return;
    const before = kept.lastIndexOf('<', start - keptFrom - 1);
    const whole = kept.slice(Math.max(0, before), parser.position - keptFrom);
    // The parser closes what another end leaves open, and only then says that it is wrong.
    if (isSelfClosing || /<\/([^\s>]+)\s*>$/.exec(whole)?.[1] === name) ready.push({ element, whole });
  });
  try {
    for await (const text of texts) {
      kept += text;
      parser.write(text);
      yield* ready.splice(0);
      const from = open.length > 0 ? Math.max(0, start - keptFrom - 200) : Math.max(0, kept.length - 200);
      kept = kept.slice(from);
      keptFrom += from;
      if (kept.length > largest) fail('too-large', `One record has more than ${largest} characters`);
    }
    parser.close();
  } catch (fault) {
    if (fault instanceof XmlFault) yield* ready.splice(0);
    throw fault;
  }
  yield* ready.splice(0);
}

const elementOf = ({ local, attributes }: SaxesTagNS): Element => ({
  ...{ name: local, text: '', children: [] },
  attributes: Object.fromEntries(Object.values(attributes).map(({ local: name, value }) => [name, value])),
});
