import { exactly, type VersionScheme } from './key.ts';

/**
 * Texts, by the bytes of their UTF-8.
 * @source VERS, Special VERS types: lexicographic; RFC 3629
 */
export const lexicographic: VersionScheme = {
  readsWords: true,
  read: (version) => exactly([...new TextEncoder().encode(version)]),
};
