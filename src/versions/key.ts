/** Bytes under construction. Two keys of one scheme compare bytewise as their versions do. */
export type Key = number[];

/**
 * A version read by its scheme: its key, and the half-open interval of keys that a person means by it.
 * The two differ where a distribution adds a revision: 1.1.1k stands for 1.1.1k-1 and 1.1.1k-7 as well.
 */
export type Reading = { key: Key; from: Key; before: Key };

/** One way to order versions. */
export type VersionScheme = {
  /** null: this text has no place in the order of the scheme. */
  read: (version: string) => Reading | null;
  /** Where the order begins with an epoch that most people leave out: the epochs that a version without one may mean. */
  epochs?: readonly number[];
  /** Texts without a digit have a place as well. */
  readsWords?: true;
};

const numberBase = 0x40;
/** Digits whose count still fits into the first byte; it stays below 0xff, which ends every order. */
const countable = 0xfe - numberBase;

/** A whole number of any length: the count of its digits, then the digits. Its first byte is 0x40 or more, never 0xff. */
export function number(digits: string): Key {
  const significant = digits.replace(/^0+/, '');
  // Versions are at most 300 characters long, so two bytes always hold the rest of the count.
  const count =
    significant.length < countable
      ? [numberBase + significant.length]
      : [numberBase + countable, significant.length >> 8, significant.length & 0xff];
  return [...count, ...ascii(significant)];
}

/** ASCII text after its class, closed by 0 so that a prefix stands before what continues it. */
export function word(rank: number, text: string): Key {
  return [rank, ...ascii(text), 0];
}

export function ascii(text: string): Key {
  // A loop: keys are made by the million.
  const key: Key = [];
  for (let place = 0; place < text.length; place++) key.push(text.charCodeAt(place));
  return key;
}

/** The reading of a version that means nothing but itself. */
export function exactly(key: Key): Reading {
  return { key, from: key, before: [...key, 0] };
}

/** The reading of a version whose revision is left out: every key that begins as it does. */
export function anyRevision(key: Key, prefix: Key): Reading {
  return { key, from: prefix, before: [...prefix, 0xff] };
}
