import { type Cpe, CpeFault, checkedCpe, fromLiteral } from './cpe.ts';

/**
 * Reads a CPE name, the 2.2 URI ("cpe:/a:…") or the 2.3 formatted string ("cpe:2.3:a:…"). Missing attributes are '*'.
 * @throws CpeFault naming the rule
 * @source NISTIR 7695, 6.1.3.2 and 6.2.3.2
 */
export function parseCpe(text: string): Cpe {
  if (/^cpe:2\.3:/i.test(text)) return parseFormatted(text);
  if (/^cpe:\//i.test(text)) return parseUri(text);
  throw new CpeFault('no-cpe', 'A CPE begins with "cpe:2.3:" or "cpe:/"');
}

function parseFormatted(text: string): Cpe {
  const values = splitUnescaped(text.slice('cpe:2.3:'.length));
  if (values.length > 11) throw new CpeFault('too-many-parts', `${values.length} parts, at most 11`);
  if (values.length < 3 || !values[1] || !values[2]) throw new CpeFault('no-cpe', 'Vendor and product are missing');
  return checkedCpe(values);
}

// A colon after a backslash belongs to the value.
function splitUnescaped(text: string): string[] {
  const values: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === ':') {
      values.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...values, text.slice(start)];
}

function parseUri(text: string): Cpe {
  const values = text.slice('cpe:/'.length).split(':');
  if (values.length > 7) throw new CpeFault('too-many-parts', `${values.length} parts, at most 7`);
  const [part = '', vendor = '', product = '', version = '', update = '', edition = '', language = ''] = values;
  if (part === '') throw new CpeFault('bad-part', 'The part is missing');
  const packed = edition.startsWith('~') ? edition.split('~') : null;
  if (packed && packed.length !== 6) throw new CpeFault('bad-value', 'A packed edition has five values');
  const [, plain = edition, software = '', system = '', hardware = '', other = ''] = packed ?? [];
  return checkedCpe(
    [part, vendor, product, version, update, plain, language, software, system, hardware, other].map(fromUri),
  );
}

function fromUri(value: string): string {
  if (value === '' || value === '-') return value;
  return value.replaceAll(/%01|%02|%[0-9a-f]{2}|%|[^%]+/gi, (piece) => {
    if (piece === '%01') return '?';
    if (piece === '%02') return '*';
    if (piece === '%') throw new CpeFault('bad-encoding', `"${value}" is not percent-encoded`);
    if (!piece.startsWith('%')) return fromLiteral(piece);
    return fromLiteral(String.fromCharCode(Number.parseInt(piece.slice(1), 16)));
  });
}
