/** A name without case, width and punctuation: "Wi-Fi" is "wifi", "mbed_tls" is "mbedtls". A plus stays: C++. */
export function foldName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}+]/gu, '');
}
