import { formatPurl, type Purl, PurlFault, parsePurl } from '#formats/purl';
import { namespaceOfDistribution } from '#intelligence/pure';
import type { Component } from '../evidence.ts';

/** What a component's purl says. */
export type Package = {
  type: string;
  namespace: string | null;
  name: string;
  /** With the epoch in front where a qualifier says it. */
  version: string | null;
  /** Without version and qualifiers: of the package itself, and of the source that it was built from. */
  purls: string[];
  source: { name: string; version: string | null } | null;
};

const packages = new WeakMap<Component, { package: Package | null }>();

/** null when the component has no purl that can be read. */
export function packageOf(component: Component): Package | null {
  const known = packages.get(component);
  if (known) return known.package;
  const read = component.purl === null ? null : readPackage(component.purl);
  packages.set(component, { package: read });
  return read;
}

const packaged = new Set(['deb', 'rpm', 'apk', 'opkg']);

function readPackage(text: string): Package | null {
  const purl = parsed(text);
  if (!purl) return null;
  const { type, namespace, name, qualifiers } = purl;
  const source = packaged.has(type) ? sourceOf(qualifiers.upstream ?? qualifiers.source ?? null, name) : null;
  const bare = (called: string) => barePurl({ type, namespace, name: called });
  return {
    type,
    namespace,
    name,
    version: withEpoch(purl.version, qualifiers.epoch),
    purls: source ? [bare(source.name), bare(name)] : [bare(name)],
    source,
  };
}

/** A package whatever its version, with its distribution under one name. */
export function barePurl({ type, namespace, name }: Pick<Purl, 'type' | 'namespace' | 'name'>): string {
  const isOfDistribution = packaged.has(type) && namespace !== null;
  return formatPurl({ type, namespace: isOfDistribution ? namespaceOfDistribution(namespace) : namespace, name });
}

function parsed(text: string): Purl | null {
  try {
    return parsePurl(text);
  } catch (fault) {
    if (fault instanceof PurlFault) return null;
    throw fault;
  }
}

/** Written as name, name@version, or for RPM the name of the source's file: "openssl-1.1.1k-12.el8_9.src.rpm". */
function sourceOf(text: string | null, name: string): Package['source'] {
  if (text === null) return null;
  const [, file, version, release] = /^(.+)-([^-]+)-([^-]+)\.src\.rpm$/.exec(text) ?? [];
  if (file !== undefined) return file === name ? null : { name: file, version: `${version}-${release}` };
  const at = text.indexOf('@', 1);
  const called = at < 0 ? text : text.slice(0, at);
  return called === name ? null : { name: called, version: at < 0 ? null : text.slice(at + 1) };
}

export function withEpoch(version: string | null, epoch: string | undefined): string | null {
  if (version === null || epoch === undefined || epoch === '0' || version.includes(':')) return version;
  return `${epoch}:${version}`;
}
