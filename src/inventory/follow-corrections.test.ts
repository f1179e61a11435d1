import { expect, test } from 'vitest';
import { followCorrections } from './follow-corrections.ts';

// Components are letters here; a release is its name, "" the whole house.
type Said = `${string}>${string}@${string}`;
const idOf = (letter: string) => letter.charCodeAt(0);
const read = (said: Said) => {
  const [from = '', to = '', release = ''] = said.split(/[>@]/);
  return { fromId: idOf(from), toId: idOf(to), releaseId: release || null };
};
const write = ({ fromId, toId, releaseId }: ReturnType<typeof read>) =>
  `${String.fromCharCode(fromId)}>${String.fromCharCode(toId)}@${releaseId ?? ''}`;

/** What stands after a correction, each by its text; what is replaced and made again stands. */
function after(standing: Said[], said: Said): string[] {
  const { replaced, made } = followCorrections(
    standing.map((text) => ({ id: text, ...read(text) })),
    read(said),
  );
  expect(write(made[0] as ReturnType<typeof read>).slice(0, 1)).toBe(said.slice(0, 1));
  return [...standing.filter((text) => !replaced.includes(text)), ...made.map(write)].sort();
}

test.each<[string, Said[], Said, Said[]]>([
  ['what was corrected to it follows', ['p>x@'], 'x>y@', ['p>y@', 'x>y@']],
  ['its new name has another name by now', ['y>z@'], 'x>z@', ['x>z@', 'y>z@']],
  ['said as what has been corrected itself', ['y>z@'], 'x>y@', ['x>z@', 'y>z@']],
  ['followers go there too', ['p>x@', 'y>z@'], 'x>y@', ['p>z@', 'x>z@', 'y>z@']],
  ['one release calls it otherwise', ['y>z@', 'y>w@r'], 'x>y@', ['x>w@r', 'x>z@', 'y>w@r', 'y>z@']],
  ['only one release calls it otherwise', ['y>w@r'], 'x>y@', ['x>w@r', 'x>y@', 'y>w@r']],
  ['its own word in that release stays', ['x>v@r', 'y>w@r'], 'x>y@', ['x>v@r', 'x>y@', 'y>w@r']],
  ['in one release by the house', ['y>z@'], 'x>y@r', ['x>z@r', 'y>z@']],
  ['in one release by itself', ['y>z@', 'y>w@r'], 'x>y@r', ['x>w@r', 'y>w@r', 'y>z@']],
  ['a follower of the house follows in one release', ['p>x@'], 'x>y@r', ['p>x@', 'p>y@r', 'x>y@r']],
  ['a follower with its own word there does not', ['p>x@', 'p>q@r'], 'x>y@r', ['p>q@r', 'p>x@', 'x>y@r']],
  ['the word of before is replaced', ['x>v@'], 'x>y@', ['x>y@']],
  ['a follower goes back to its own name', ['a>p@', 'p>x@r', 'a>x@r'], 'x>a@r', ['a>p@', 'x>p@r']],
  ['it is the other way round', ['y>x@'], 'x>y@', ['x>y@']],
])('%s: %j and %s make %j', (_what, standing, said, expected) => {
  expect(after(standing, said)).toEqual(expected);
});

test('what one release says against the house about the same two is a circle', () => {
  expect(() => after(['y>x@'], 'x>y@r')).toThrow(expect.objectContaining({ details: { reason: 'circle' } }));
});
