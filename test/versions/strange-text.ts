import type { Random } from '../random.ts';

const pieces = '0 1 2 9 10 01 007 20230101 12345678901234567890 . - _ ~ + ^ : ! a rc beta dev p post sp r1 v'.split(
  ' ',
);

/** A text that may be no version at all: pieces of versions in any order, or any signs. */
export function aStrangeText(random: Random): string {
  const isLikeVersion = random.int(3) > 0;
  let text = '';
  for (let left = random.int(isLikeVersion ? 8 : 24); left > 0; left--)
    text += isLikeVersion ? random.pick(pieces) : aSign(random);
  return text;
}

function aSign(random: Random): string {
  const below = random.pick([0x80, 0x80, 0x300, 0x3100, 0x11_0000]);
  return String.fromCodePoint(random.int(below));
}
