import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { guides } from '#platform/browser/help';
import { type Block, blocksOf, type Inline } from '../src/web/guides/markdown.ts';
import { guidePictures } from './journey/screen-list.ts';

const folder = path.join(import.meta.dirname, '../docs/guides');
const commands = new Set(
  globSync('src/cli/*.ts', { cwd: path.join(import.meta.dirname, '..') }).flatMap((file) =>
    [...readFileSync(path.join(import.meta.dirname, '..', file), 'utf8').matchAll(/\.command\('([a-z-]+)/g)].map(
      ([, name = '']) => name,
    ),
  ),
);

describe.each(guides.flatMap((guide) => [`${guide}.md`, `${guide}.ja.md`]))('%s', (file) => {
  const text = readFileSync(path.join(folder, file), 'utf8');
  const blocks = blocksOf(text);
  const pieces = blocks.flatMap(piecesOf);
  const language = file.endsWith('.ja.md') ? 'ja' : 'en';

  test('begins with its name and the way to the other language', () => {
    expect(blocks[0]).toMatchObject({ is: 'heading', level: 1 });
    expect(blocks[1]).toMatchObject({ is: 'paragraph', inline: [{ is: 'text' }, { is: 'link' }] });
  });

  test('leads to files that are there, and shows pictures of its own language', () => {
    const links = pieces.flatMap((piece) => (piece.is === 'link' || piece.is === 'picture' ? piece : []));
    const pictures = links.filter(({ is }) => is === 'picture').map(({ to }) => to);

    expect(links.filter(({ to }) => !to.startsWith('http') && !existsSync(path.join(folder, to)))).toEqual([]);
    expect(pictures.filter((to) => !to.endsWith(`.${language}.png`))).toEqual([]);
  });

  test('names commands that there are', () => {
    const named = [...text.matchAll(/\.\/mamori ([a-z-]+)/g)].map(([, name = '']) => name);

    expect(named.filter((name) => !commands.has(name))).toEqual([]);
  });
});

test('the pictures are those that ./mamori screenshots --docs makes, few and small', () => {
  const files = readdirSync(path.join(folder, 'pictures')).sort();

  expect(files).toEqual(guidePictures.flatMap(({ name }) => [`${name}.en.png`, `${name}.ja.png`]).sort());
  expect(files.length).toBeLessThanOrEqual(10);
  expect(files.filter((file) => statSync(path.join(folder, 'pictures', file)).size > 150_000)).toEqual([]);
});

function piecesOf(block: Block): Inline[] {
  switch (block.is) {
    case 'list':
      return block.items.flat();
    case 'table':
      return [...block.head, ...block.rows.flat()].flat();
    case 'code':
      return [];
    default:
      return block.inline;
  }
}
