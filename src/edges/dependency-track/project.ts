import type { NamedRelease } from '#inventory';

/**
 * A release as a project. The line is its group, because a parent would be a project of its own.
 * What we do not know is left out.
 */
export function projectOf({ id, model, line, version, state, note, tags, sbom }: NamedRelease) {
  return {
    uuid: id,
    name: model.name,
    version,
    group: line.name,
    ...(note === '' ? {} : { description: note }),
    tags: tags.map((name) => ({ name })),
    active: state !== 'ended',
    ...(sbom
      ? {
          lastBomImport: sbom.acceptedAt.epochMilliseconds,
          lastBomImportFormat: [formatNames[sbom.format] ?? sbom.format, sbom.formatVersion].filter(Boolean).join(' '),
        }
      : {}),
  };
}

const formatNames: Record<string, string> = { cyclonedx: 'CycloneDX', spdx: 'SPDX' };
