import { expect, test } from 'vitest';
import { blocksOf, inlineOf } from './markdown.ts';

test('a line has its code, strong words, links and pictures', () => {
  expect(
    inlineOf(
      'Run `./mamori start`, **once**, see _Today_ or `a_b_c`, [the other](manager.md)![Today](pictures/today.en.png)',
    ),
  ).toEqual([
    { is: 'text', text: 'Run ' },
    { is: 'code', text: './mamori start' },
    { is: 'text', text: ', ' },
    { is: 'strong', text: 'once' },
    { is: 'text', text: ', see ' },
    { is: 'strong', text: 'Today' },
    { is: 'text', text: ' or ' },
    { is: 'code', text: 'a_b_c' },
    { is: 'text', text: ', ' },
    { is: 'link', text: 'the other', to: 'manager.md' },
    { is: 'picture', text: 'Today', to: 'pictures/today.en.png' },
  ]);
});

test('blocks are parted by empty lines, code keeps its own', () => {
  const text = (words: string) => [{ is: 'text', text: words }];

  expect(
    blocksOf('# A\n\nB\n\n1. C\n2. D\n\n- E\n\n| F | G |\n| --- | --- |\n| H | I |\n\n```sh\nJ\n\nK\n```\n'),
  ).toEqual([
    { is: 'heading', level: 1, inline: text('A') },
    { is: 'paragraph', inline: text('B') },
    { is: 'list', ordered: true, items: [text('C'), text('D')] },
    { is: 'list', ordered: false, items: [text('E')] },
    { is: 'table', head: [text('F'), text('G')], rows: [[text('H'), text('I')]] },
    { is: 'code', text: 'J\n\nK' },
  ]);
});
