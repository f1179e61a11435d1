/** What a key press tells, without the browser's event around it. */
export interface Press {
  key: string;
  ctrl: boolean;
  meta: boolean;
  alt: boolean;
  /** The press happened while somebody writes in a field. */
  inField: boolean;
}

/** How long a first letter waits for its second: "g", then "p". */
export const SEQUENCE_MS = 1000;

/** A key held together with Ctrl or ⌘; it works inside fields too, letters do not. */
export function isChord(keys: string): boolean {
  return keys.startsWith('mod+');
}

/** The letters pressed so far, as a shortcut is written: "g p", "?", "Escape". */
function typed(before: string, press: Press): string {
  return before ? `${before} ${press.key}` : press.key;
}

/**
 * Decides what a press means.
 * @param shortcuts  all that are listened to now: "j", "g p", "mod+k", "?"
 * @param before     the letter that waits for its second, or ''
 * @returns the shortcut that is complete now, or the letters that wait, or neither
 */
export function readPress(
  press: Press,
  shortcuts: string[],
  before: string,
  letters: 'on' | 'off',
): { shortcut?: string; waiting: string } {
  if (press.ctrl || press.meta) {
    const chord = `mod+${press.key.toLowerCase()}`;
    return shortcuts.includes(chord) ? { shortcut: chord, waiting: '' } : { waiting: '' };
  }
  if (press.alt || press.inField || letters === 'off') return { waiting: '' };

  const plain = shortcuts.filter((shortcut) => !isChord(shortcut));
  for (const attempt of [typed(before, press), press.key]) {
    if (plain.includes(attempt)) return { shortcut: attempt, waiting: '' };
    if (plain.some((shortcut) => shortcut.startsWith(`${attempt} `))) return { waiting: attempt };
  }
  return { waiting: '' };
}

/** Whether the element takes text, so that a letter typed there is a letter. */
export function takesText(element: { tagName: string; type?: string; isContentEditable?: boolean } | null): boolean {
  if (!element) return false;
  if (element.isContentEditable) return true;
  if (element.tagName === 'TEXTAREA' || element.tagName === 'SELECT') return true;
  return element.tagName === 'INPUT' && !['checkbox', 'radio', 'button', 'submit', 'file'].includes(element.type ?? '');
}

/** A shortcut as it is printed on the keyboard in front of the reader. */
export function keyCaps(keys: string, platform: string): string[] {
  const mod = /mac|iphone|ipad/i.test(platform) ? '⌘' : 'Ctrl';
  return keys.split(/[ +]/).map((part) => {
    if (part === 'mod') return mod;
    if (part === 'Escape') return 'Esc';
    return isChord(keys) ? part.toUpperCase() : part;
  });
}
