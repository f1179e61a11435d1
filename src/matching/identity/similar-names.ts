import { aliasRows } from './aliases.ts';
import { foldName } from './fold.ts';
import type { ProductPair } from './product-pair.ts';

/** What packagers put around the name of a project. */
const before = /^(?:lib|python3?-|perl-|lua-|node-|golang-|nodejs-|gst-|mod[-_]|xlib[-_])/;
const after =
  /[-_.]?(?:dev|devel|libs?|utils?|tools?|bin|common|core|server|client|daemon|plugins?|static|shared|embedded|lite|git|ng|project|src|\d+(?:\.\d+)*)$/;

/** Other names under which a product may be known, folded, the nearest first: "libfoo2-dev" gives "libfoo2", "foo2", "libfoo", "foo". */
export function variantsOf(name: string): string[] {
  const found = new Set<string>();
  const walk = (text: string, depth: number) => {
    if (foldName(text).length < 3 || found.has(text)) return;
    found.add(text);
    if (depth === 0) return;
    walk(text.replace(after, ''), depth - 1);
    walk(text.replace(before, ''), depth - 1);
  };
  const plain = name.normalize('NFKC').toLowerCase().trim();
  walk(plain, 3);
  walk(`lib${plain}`, 0);
  for (const part of plain.split(/[-_./\s]+/)) if (part.length > 4) walk(part, 1);
  const folded = [...found].map(foldName).filter((one) => one !== foldName(name));
  return [...new Set(folded)].slice(0, mostVariants);
}

const mostVariants = 12;
/** Of three-letter pieces, how many two names must share to be looked at together. */
const alikeFrom = 0.5;

/** Products of the table of names whose names look like this one, the most alike first. */
export function similarProducts(name: string, most: number): ProductPair[] {
  const pieces = piecesOf(foldName(name));
  const alike = aliasRows
    .map(({ names, products }) => ({ products, score: Math.max(...names.map((one) => likeness(pieces, one))) }))
    .filter(({ score }) => score >= alikeFrom)
    .sort((one, other) => other.score - one.score);
  return alike.flatMap(({ products }) => products.slice(0, 1).map(pairOf)).slice(0, most);
}

function pairOf(pair: string): ProductPair {
  const colon = pair.indexOf(':');
  return { vendor: pair.slice(0, colon), product: pair.slice(colon + 1) };
}

const known = new Map<string, Set<string>>();

function likeness(pieces: ReadonlySet<string>, name: string): number {
  const others = known.get(name) ?? piecesOf(foldName(name));
  known.set(name, others);
  const shared = pieces.intersection(others).size;
  return (2 * shared) / (pieces.size + others.size);
}

function piecesOf(folded: string): Set<string> {
  const padded = `  ${folded} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}
