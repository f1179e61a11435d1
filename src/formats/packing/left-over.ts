/** What macOS lays beside the files of an archive. */
export const isLeftOver = (name: string): boolean => /(?:^|\/)(?:__MACOSX\/|\._[^/]*$|\.DS_Store$)/.test(name);
