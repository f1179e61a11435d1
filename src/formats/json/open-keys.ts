/** From so many keys of one object on they are looked up, not compared one by one. */
const fewKeys = 64;

/** The keys of all objects of a text that are open, by where they stand between their quotes; the innermost object's last. */
export class OpenKeys {
  count = 0;
  readonly #bytes: Uint8Array;
  /** Start, end and hash of each. */
  #places: number[] = [];
  /** By the count of keys before it, the texts of an object whose keys are looked up. */
  #texts: Map<number, Set<string>> | null = null;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  add(start: number, end: number, hash: number): void {
    const at = 3 * this.count++;
    this.#places[at] = start;
    this.#places[at + 1] = end;
    this.#places[at + 2] = hash;
  }

  /** Leaves out those of an object that has closed, before which there were so many. */
  forget(first: number): void {
    this.count = first;
    this.#texts?.delete(first);
  }

  /** Whether the last one stands before already, in the object whose keys begin at `first`. */
  isRepeated(first: number, hasEscape: boolean): boolean {
    if (hasEscape || this.count - first > fewKeys || this.#texts?.has(first)) return this.#isLookedUp(first);
    const places = this.#places;
    const last = 3 * (this.count - 1);
    const hash = places[last + 2];
    for (let at = 3 * first; at < last; at += 3) if (places[at + 2] === hash && this.#isSame(at, last)) return true;
    return false;
  }

  #isSame(at: number, last: number): boolean {
    const [start, end] = [this.#places[at] as number, this.#places[at + 1] as number];
    const other = this.#places[last] as number;
    if (end - start !== (this.#places[last + 1] as number) - other) return false;
    for (let step = 0; step < end - start; step++)
      if (this.#bytes[start + step] !== this.#bytes[other + step]) return false;
    return true;
  }

  #isLookedUp(first: number): boolean {
    this.#texts ??= new Map();
    let texts = this.#texts.get(first);
    if (!texts) {
      texts = new Set();
      for (let number = first; number < this.count - 1; number++) texts.add(this.#textOf(number));
      this.#texts.set(first, texts);
    }
    const before = texts.size;
    texts.add(this.#textOf(this.count - 1));
    return texts.size === before;
  }

  /** As JSON means it, or as it stands where it is no string of JSON. */
  #textOf(number: number): string {
    const [start, end] = [this.#places[3 * number] as number, this.#places[3 * number + 1] as number];
    const written = new TextDecoder().decode(this.#bytes.subarray(start - 1, end + 1));
    try {
      return JSON.parse(written) as string;
    } catch {
      return written;
    }
  }
}
