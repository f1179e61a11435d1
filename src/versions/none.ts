import type { VersionScheme } from './key.ts';

/**
 * The order of no versions: nothing has a place in it.
 * @source VERS, Special VERS types: none
 */
export const none: VersionScheme = { read: () => null };
