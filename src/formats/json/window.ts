/**
 * The bytes that are not read yet, with those of a token that the end of a chunk cut in two.
 * Grows by doubling, so a string over many chunks is copied a bounded number of times.
 */
export class Window {
  bytes = new Uint8Array(128 * 1024);
  position = 0;
  end = 0;

  append(chunk: Uint8Array): void {
    if (this.end + chunk.length > this.bytes.length) this.#makeRoom(chunk.length);
    this.bytes.set(chunk, this.end);
    this.end += chunk.length;
  }

  #makeRoom(wanted: number): void {
    const kept = this.end - this.position;
    let size = this.bytes.length;
    while (kept + wanted > size) size *= 2;
    // Half full before growing: else a long token would be moved with every chunk.
    if (kept > size / 2) size *= 2;
    const target = size === this.bytes.length ? this.bytes : new Uint8Array(size);
    target.set(this.bytes.subarray(this.position, this.end));
    this.bytes = target;
    this.position = 0;
    this.end = kept;
  }
}
