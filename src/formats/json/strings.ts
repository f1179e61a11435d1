import type { JsonRule } from './fault.ts';
import type { Window } from './window.ts';

export const numberShape = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

const BACKSLASH = 92;
const QUOTE = 34;

/** Takes strings from a window, going on where the last chunk ended; the same short key is one string in memory. */
export class StringScan {
  #scanned = 1;
  #isEscaped = false;
  #isAscii = true;
  #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #keys = new Map<number, string>();
  #fail: (rule: JsonRule, message: string) => never;

  constructor(fail: (rule: JsonRule, message: string) => never) {
    this.#fail = fail;
  }

  /** @returns the text of the string that starts at the window's position, or null while its end has not arrived */
  take(window: Window, isKey: boolean): string | null {
    const { bytes, position, end } = window;
    let at = position + this.#scanned;
    for (; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte === QUOTE) break;
      if (byte === BACKSLASH) {
        if (at + 1 >= end) break;
        this.#isEscaped = true;
        at++;
      } else if (byte < 32) this.#fail('malformed', 'A control character stands in a string');
      else if (byte > 127) this.#isAscii = false;
    }
    if (at >= end || bytes[at] === BACKSLASH) {
      this.#scanned = at - position;
      return null;
    }
    const text = this.#text(bytes.subarray(position + 1, at), isKey);
    window.position = at + 1;
    this.#scanned = 1;
    this.#isEscaped = false;
    this.#isAscii = true;
    return text;
  }

  #text(bytes: Uint8Array, isKey: boolean): string {
    if (this.#isEscaped) return this.#unescaped(bytes);
    if (!this.#isAscii || bytes.length > 64) return this.#decoded(bytes);
    return isKey ? this.#interned(bytes) : String.fromCharCode.apply(null, bytes as unknown as number[]);
  }

  #interned(bytes: Uint8Array): string {
    let hash = bytes.length;
    for (const byte of bytes) hash = (hash * 31 + byte) | 0;
    const known = this.#keys.get(hash);
    if (known !== undefined && isSame(known, bytes)) return known;
    const text = String.fromCharCode.apply(null, bytes as unknown as number[]);
    // A document with endless new keys must not fill the memory.
    if (this.#keys.size < 1_000) this.#keys.set(hash, text);
    return text;
  }

  #unescaped(bytes: Uint8Array): string {
    const text = this.#decoded(bytes);
    try {
      return JSON.parse(`"${text}"`);
    } catch {
      return this.#fail('malformed', 'An escape in a string is not one of JSON');
    }
  }

  #decoded(bytes: Uint8Array): string {
    try {
      return this.#decoder.decode(bytes);
    } catch {
      return this.#fail('not-utf8', 'The bytes of a string are not UTF-8');
    }
  }
}

function isSame(text: string, bytes: Uint8Array): boolean {
  if (text.length !== bytes.length) return false;
  for (let at = 0; at < bytes.length; at++) if (text.charCodeAt(at) !== bytes[at]) return false;
  return true;
}
