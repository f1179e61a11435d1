/** Names for the refs of one document in the letters that a format allows; the same order gives the same names. */
export class UniqueNames {
  readonly #names = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #counts = new Map<string, number>();
  readonly #clean: (ref: string) => string;

  /** @param clean  what the format makes of a ref; two refs may become one, never an empty name */
  constructor(clean: (ref: string) => string) {
    this.#clean = clean;
  }

  nameOf(ref: string): string {
    const known = this.#names.get(ref);
    if (known !== undefined) return known;
    const name = this.#free(this.#clean(ref));
    this.#names.set(ref, name);
    this.#taken.add(name);
    return name;
  }

  #free(name: string): string {
    if (!this.#taken.has(name)) return name;
    let count = this.#counts.get(name) ?? 1;
    while (this.#taken.has(`${name}-${++count}`));
    this.#counts.set(name, count);
    return `${name}-${count}`;
  }
}
