/** A piece of a line. */
export type Inline =
  | { is: 'text' | 'code' | 'strong'; text: string }
  | { is: 'link' | 'picture'; text: string; to: string };

/** A block of a guide; only what our guides use. */
export type Block =
  | { is: 'heading'; level: 1 | 2 | 3; inline: Inline[] }
  | { is: 'paragraph'; inline: Inline[] }
  | { is: 'list'; ordered: boolean; items: Inline[][] }
  | { is: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { is: 'code'; text: string };

const pieces = /`([^`]+)`|\*\*([^*]+)\*\*|(?<!\w)_([^_]+)_(?!\w)|(!?)\[([^\]]*)\]\(([^)\s]+)\)/g;

/** A line with its code, its strong words, links and pictures. */
export function inlineOf(line: string): Inline[] {
  const found: Inline[] = [];
  let at = 0;
  for (const match of line.matchAll(pieces)) {
    if (match.index > at) found.push({ is: 'text', text: line.slice(at, match.index) });
    const [all, code, strong, named, bang, text = '', to = ''] = match;
    if (code !== undefined) found.push({ is: 'code', text: code });
    else if ((strong ?? named) !== undefined) found.push({ is: 'strong', text: strong ?? named ?? '' });
    else found.push({ is: bang ? 'picture' : 'link', text, to });
    at = match.index + all.length;
  }
  if (at < line.length) found.push({ is: 'text', text: line.slice(at) });
  return found;
}

const cellsOf = (line: string): Inline[][] =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => inlineOf(cell.trim()));

const itemMark = /^(?:-|\d+\.) /;

/** The blocks of a guide; blocks are parted by empty lines. */
export function blocksOf(markdown: string): Block[] {
  return chunksOf(markdown).map(blockOf);
}

/** Parts the text at empty lines, but not inside code. */
function chunksOf(markdown: string): string[][] {
  const chunks: string[][] = [[]];
  let isCode = false;
  for (const line of markdown.split('\n')) {
    if (line.startsWith('```')) isCode = !isCode;
    if (line.trim() === '' && !isCode) chunks.push([]);
    else chunks.at(-1)?.push(line);
  }
  return chunks.filter((lines) => lines.length > 0);
}

function blockOf(lines: string[]): Block {
  const [first = ''] = lines;
  if (first.startsWith('```')) return { is: 'code', text: lines.slice(1, -1).join('\n') };
  const heading = /^(#{1,3}) (.*)$/.exec(first);
  if (heading) return { is: 'heading', level: heading[1]?.length as 1 | 2 | 3, inline: inlineOf(heading[2] ?? '') };
  if (first.startsWith('|')) {
    const [head = '', , ...rows] = lines;
    return { is: 'table', head: cellsOf(head), rows: rows.map(cellsOf) };
  }
  if (itemMark.test(first))
    return {
      is: 'list',
      ordered: !first.startsWith('-'),
      items: lines.map((line) => inlineOf(line.replace(itemMark, ''))),
    };
  return { is: 'paragraph', inline: inlineOf(lines.join(' ')) };
}
