import { canonicalPurl } from './canonical.ts';
import { type Purl, PurlFault } from './purl.ts';

/**
 * Reads a package URL: percent-encoding undone, case as its type asks.
 * @throws PurlFault naming the rule
 * @source ECMA-427, "How to parse"
 */
export function parsePurl(text: string): Purl {
  const scheme = /^pkg:\/*/i.exec(text);
  if (!scheme) throw new PurlFault('no-scheme', 'A package URL begins with "pkg:"');
  const [beforeSubpath, subpath] = splitLast(text.slice(scheme[0].length), '#');
  const [path, query] = splitLast(beforeSubpath, '?');
  const [type, rest] = splitFirst(path, '/');
  const [names, version] = splitVersion(trimSlashes(rest ?? ''));
  const [namespace, name] = splitName(names);
  return canonicalPurl({
    type,
    namespace: namespace === null ? null : decodeSegments(namespace),
    name: decode(name),
    version: version === null ? null : decode(version),
    qualifiers: readQualifiers(query ?? ''),
    subpath: subpath === null ? null : decodeSegments(subpath),
  });
}

const trimSlashes = (text: string) => text.replaceAll(/^\/+|\/+$/g, '');

function splitLast(text: string, mark: string): [string, string | null] {
  const at = text.lastIndexOf(mark);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}

function splitFirst(text: string, mark: string): [string, string | null] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}

// "@angular/core" written without encoding: an @ that begins a segment belongs to the namespace.
function splitVersion(path: string): [string, string | null] {
  const at = path.lastIndexOf('@');
  const isScope = at >= 0 && (at === 0 || path[at - 1] === '/') && path.includes('/', at);
  return at < 0 || isScope ? [path, null] : [path.slice(0, at), path.slice(at + 1)];
}

function splitName(path: string): [string | null, string] {
  const at = path.lastIndexOf('/');
  return at < 0 ? [null, path] : [path.slice(0, at), path.slice(at + 1)];
}

function readQualifiers(query: string): Record<string, string> {
  const pairs = query.split('&').filter((pair) => pair !== '');
  const read = pairs.map((pair): [string, string] => {
    const [key, value] = splitFirst(pair, '=');
    if (value === null) throw new PurlFault('bad-qualifier', `"${pair}" has no value`);
    return [key.toLowerCase(), decode(value)];
  });
  if (new Set(read.map(([key]) => key)).size < read.length) {
    throw new PurlFault('duplicate-qualifier', 'A qualifier stands twice');
  }
  return Object.fromEntries(read);
}

// A slash that was encoded within a segment would come out as one that separates.
function decodeSegments(path: string): string {
  return path
    .split('/')
    .map((segment) => {
      const decoded = decode(segment);
      if (decoded.includes('/')) throw new PurlFault('bad-subpath', 'A segment holds a slash');
      return decoded;
    })
    .join('/');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new PurlFault('bad-encoding', `"${text}" is not percent-encoded UTF-8`);
  }
}
