import { expect, test } from 'vitest';
import { openableIds, type TreeNode, treeKey, visibleLines } from './tree.ts';

const leaf = (id: string): TreeNode<string> => ({ id, row: id, children: [] });
const tree: TreeNode<string>[] = [
  {
    id: 'cameras',
    row: '',
    children: [{ id: 'mc-220', row: '', children: [leaf('2.4.1'), leaf('2.3.0')] }, leaf('mc-230')],
  },
  { id: 'routers', row: '', children: [leaf('mr-1167')] },
];
const open = new Set(['cameras', 'mc-220']);
const lines = visibleLines(tree, open);
const at = (id: string) => lines.findIndex((line) => line.node.id === id);

test('what is below a closed node is not shown', () => {
  expect(lines.map((line) => line.node.id)).toEqual(['cameras', 'mc-220', '2.4.1', '2.3.0', 'mc-230', 'routers']);
});

test('each line says how deep it is and which of how many', () => {
  expect(lines[at('2.3.0')]).toMatchObject({ level: 3, position: 2, siblings: 2, expanded: undefined });
  expect(lines[at('routers')]).toMatchObject({ level: 1, position: 2, siblings: 2, expanded: false });
});

test.each([
  ['ArrowDown', 'cameras', 'mc-220'],
  ['ArrowDown', 'routers', 'routers'],
  ['ArrowUp', 'mc-220', 'cameras'],
  ['ArrowUp', 'cameras', 'cameras'],
  ['ArrowRight', 'cameras', 'mc-220'],
  ['ArrowRight', '2.4.1', '2.4.1'],
  ['ArrowLeft', '2.3.0', 'mc-220'],
  ['Home', 'mc-230', 'cameras'],
  ['End', 'cameras', 'routers'],
])('%s on %s goes to %s', (key, from, to) => {
  expect(treeKey(lines, at(from), key)).toEqual({ to: at(to) });
});

test('right opens what is closed, left closes what is open', () => {
  expect(treeKey(lines, at('routers'), 'ArrowRight')).toEqual({ toggle: 'routers' });
  expect(treeKey(lines, at('mc-220'), 'ArrowLeft')).toEqual({ toggle: 'mc-220' });
});

test('other keys are left alone', () => {
  expect(treeKey(lines, 0, 'a')).toBeNull();
});

test('everything that can be opened can be opened at once', () => {
  expect(openableIds(tree)).toEqual(['cameras', 'mc-220', 'routers']);
});
