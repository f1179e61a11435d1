import { type Purl, PurlFault } from './purl.ts';
import { typeRules } from './types.ts';

/** Parts as somebody names them, before the rules of their type. */
export type PurlParts = {
  type: string | null;
  name: string | null;
  namespace?: string | null;
  version?: string | null;
  qualifiers?: Record<string, string> | null;
  subpath?: string | null;
};

/**
 * The parts as their type writes them.
 * @throws PurlFault when they cannot make a package URL
 */
export function canonicalPurl(parts: PurlParts): Purl {
  const type = parts.type?.toLowerCase() ?? '';
  if (!/^[a-z][a-z0-9.-]*$/.test(type)) throw new PurlFault('bad-type', 'The type is missing or has other letters');
  const rule = typeRules[type] ?? {};
  const cased = (part: 'namespace' | 'name' | 'version', text: string) =>
    rule.lower?.includes(part) ? text.toLowerCase() : text;

  const name = cased('name', trimSlashes(parts.name ?? ''));
  if (name === '') throw new PurlFault('no-name', 'The name is missing');
  const segments = (parts.namespace ?? '').split('/').filter((segment) => segment !== '');
  const namespace = segments.length > 0 ? cased('namespace', segments.join('/')) : null;
  if (rule.namespace === 'required' && !namespace)
    throw new PurlFault('namespace-missing', `${type} asks for a namespace`);
  if (rule.namespace === 'none' && namespace) throw new PurlFault('namespace-not-allowed', `${type} has no namespaces`);

  return {
    type,
    namespace,
    name: rule.dashedName ? name.replaceAll(/[_.]+/g, '-') : name,
    version: parts.version ? cased('version', parts.version) : null,
    qualifiers: canonicalQualifiers(parts.qualifiers ?? {}),
    subpath: canonicalSubpath(parts.subpath ?? ''),
  };
}

const trimSlashes = (text: string) => text.replaceAll(/^\/+|\/+$/g, '');

function canonicalQualifiers(qualifiers: Record<string, string>): Record<string, string> {
  const valueByKey = new Map<string, string>();
  for (const [written, value] of Object.entries(qualifiers)) {
    const key = written.toLowerCase();
    if (!/^[a-z][a-z0-9._-]*$/.test(key)) throw new PurlFault('bad-qualifier', `"${written}" is no key of a qualifier`);
    if (valueByKey.has(key)) throw new PurlFault('duplicate-qualifier', `The qualifier "${key}" stands twice`);
    if (value !== '') valueByKey.set(key, value);
  }
  return Object.fromEntries([...valueByKey].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function canonicalSubpath(subpath: string): string | null {
  const segments = subpath.split('/').filter((segment) => segment !== '' && segment !== '.' && segment !== '..');
  return segments.length > 0 ? segments.join('/') : null;
}
