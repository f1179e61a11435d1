import { expect, test } from 'vitest';
import { leafHash, merkleRoot, sha256 } from './merkle.ts';

// The tree of seven leaves that RFC 6962, 2.1.3 draws: ((d0 d1)(d2 d3))((d4 d5) d6).
const data = ['d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6'];
const leaves = data.map(leafHash);
const node = (left: Uint8Array, right: Uint8Array) => sha256(Buffer.from([1]), left, right);
const leaf = (index: number) => leaves[index] ?? Buffer.alloc(0);

test('seven leaves make the tree that the RFC draws', () => {
  const left = node(node(leaf(0), leaf(1)), node(leaf(2), leaf(3)));
  const right = node(node(leaf(4), leaf(5)), leaf(6));

  expect(merkleRoot(leaves)).toEqual(node(left, right));
});

test('no leaf gives the hash of nothing, one leaf is its own root', () => {
  expect(merkleRoot([]).toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(merkleRoot([leaf(0)])).toEqual(leaf(0));
  expect(leafHash('').toString('hex')).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
});

test('order, absence and addition of a leaf change the root', () => {
  const root = merkleRoot(leaves);

  expect(merkleRoot(leaves.toReversed())).not.toEqual(root);
  expect(merkleRoot(leaves.slice(0, 6))).not.toEqual(root);
  expect(merkleRoot([...leaves, leaf(6)])).not.toEqual(root);
});
