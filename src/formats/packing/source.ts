/** Bytes that can be read more than once. */
export type ByteSource = {
  name: string;
  /** Of what `read` gives; null where only reading tells. */
  sizeBytes: number | null;
  read: () => AsyncIterable<Uint8Array>;
};

/** The first bytes, at most `wanted` of them. */
export async function headOf(source: ByteSource, wanted: number): Promise<Uint8Array> {
  const head = new Uint8Array(wanted);
  let length = 0;
  for await (const chunk of source.read()) {
    const part = chunk.subarray(0, wanted - length);
    head.set(part, length);
    length += part.length;
    if (length === wanted) break;
  }
  return head.subarray(0, length);
}
