import { formatPurl, PurlFault, parsePurl } from '#formats/purl';

const registries: [RegExp, string][] = [
  [/npmjs\.(?:com|org)/, 'npm'],
  [/pypi\.(?:org|python\.org)|pypi\.io/, 'pypi'],
  [/repo\.maven\.apache\.org|repo1\.maven\.org|maven\.google|search\.maven\.org|central\.sonatype/, 'maven'],
  [/crates\.io/, 'cargo'],
  [/rubygems\.org/, 'gem'],
  [/nuget\.org/, 'nuget'],
  [/packagist\.org/, 'composer'],
  [/pkg\.go\.dev|proxy\.golang\.org/, 'golang'],
  [/hex\.pm/, 'hex'],
  [/pub\.dev/, 'pub'],
];

/** The package of an entry as a purl without version, where its registry is known; null else. */
export function purlOfPackage({
  collectionURL,
  packageName,
  packageURL,
}: {
  collectionURL?: string | undefined;
  packageName?: string | undefined;
  packageURL?: string | undefined;
}): string | null {
  try {
    if (packageURL) return formatPurl({ ...parsePurl(packageURL), version: null, qualifiers: {}, subpath: null });
    const type = registries.find(([address]) => address.test(collectionURL ?? ''))?.[1];
    if (!type || !packageName) return null;
    const name = type === 'maven' ? packageName.replace(':', '/') : packageName;
    const path = name
      .split('/')
      .map((part) => encodeURIComponent(part))
      .join('/');
    return formatPurl({ ...parsePurl(`pkg:${type}/${path}`), version: null, qualifiers: {}, subpath: null });
  } catch (fault) {
    if (fault instanceof PurlFault) return null;
    throw fault;
  }
}
