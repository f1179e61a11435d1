import { canonicalPurl, type PurlParts } from './canonical.ts';

/**
 * The one text of a package URL.
 * @throws PurlFault when the parts cannot make one
 * @source ECMA-427, "How to build"
 */
export function formatPurl(parts: PurlParts): string {
  const { type, namespace, name, version, qualifiers, subpath } = canonicalPurl(parts);
  const query = Object.entries(qualifiers).map(([key, value]) => `${key}=${encode(value)}`);
  return [
    `pkg:${type}/`,
    namespace === null ? '' : `${encodeSegments(namespace)}/`,
    encode(name),
    version === null ? '' : `@${encode(version)}`,
    query.length > 0 ? `?${query.join('&')}` : '',
    subpath === null ? '' : `#${encodeSegments(subpath)}`,
  ].join('');
}

const encodeSegments = (path: string) => path.split('/').map(encode).join('/');

// Letters, digits and . - _ ~ stay, and the colon too; everything else is encoded.
const encode = (text: string) =>
  encodeURIComponent(text.toWellFormed())
    .replaceAll('%3A', ':')
    .replaceAll(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
