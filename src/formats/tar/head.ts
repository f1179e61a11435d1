export type TarHead = {
  name: string;
  sizeBytes: number;
  type: 'file' | 'folder' | 'link' | 'pax' | 'pax-global' | 'long-name' | 'other';
};

const types: Record<string, TarHead['type']> = {
  '\0': 'file',
  '0': 'file',
  '7': 'file',
  '1': 'link',
  '2': 'link',
  '5': 'folder',
  x: 'pax',
  g: 'pax-global',
  L: 'long-name',
  K: 'link',
};

/**
 * What a header block of 512 bytes says, or null when its sum is wrong.
 * @source POSIX.1-1988 ustar: name 0–99, size 124–135 octal, checksum 148–155, type 156, prefix 345–499
 */
export function headOf(raw: Uint8Array): TarHead | null {
  if (octal(raw, 148, 8) !== checksumOf(raw)) return null;
  const sizeBytes = octal(raw, 124, 12);
  if (sizeBytes === null) return null;
  const prefix = text(raw, 257, 5) === 'ustar' && raw[262] === 0 ? text(raw, 345, 155) : '';
  const name = text(raw, 0, 100);
  const type = types[String.fromCharCode(raw[156] ?? 0)] ?? 'other';
  const isFolder = type === 'file' && name.endsWith('/');
  return { name: prefix === '' ? name : `${prefix}/${name}`, sizeBytes, type: isFolder ? 'folder' : type };
}

// The sum is made with blanks in its own place.
function checksumOf(raw: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < raw.length; at++) sum += at >= 148 && at < 156 ? 32 : (raw[at] ?? 0);
  return sum;
}

// Sizes of eight gibibytes and more are written in base 256; nothing here may be so large.
function octal(raw: Uint8Array, at: number, length: number): number | null {
  const digits = text(raw, at, length).trim();
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : null;
}

function text(raw: Uint8Array, at: number, length: number): string {
  const field = raw.subarray(at, at + length);
  const end = field.indexOf(0);
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end));
}
