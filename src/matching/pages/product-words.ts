/** A product as it is looked up, in words: "name:openssl:openssl" is openssl / openssl; a purl and a technology stay as they are. */
export function productWords(key: string): string {
  const [, names] = /^(?:name|cpe:[aho*]):(.+)$/.exec(key) ?? [];
  return names === undefined ? key : names.split(':').filter(Boolean).join(' / ');
}
