import type { ReactNode } from 'react';
import { Button } from '#kit/Button';
import { Menu } from '#kit/Menu';
import { useLanguage, useText } from '#platform/browser/language';
import type { SbomForm } from '../../contract/exports.ts';
import type { ReleaseSbom } from '../../contract/sbom-shapes.ts';
import { text } from './sbom-text.ts';

// Names of formats are the same in every language; null: it has a name in words.
const forms: [SbomForm, string | null][] = [
  ['cyclonedx-1.6-json', 'CycloneDX 1.6 JSON'],
  ['cyclonedx-1.6-xml', 'CycloneDX 1.6 XML'],
  ['cyclonedx-1.7-json', 'CycloneDX 1.7 JSON'],
  ['cyclonedx-1.7-xml', 'CycloneDX 1.7 XML'],
  ['spdx-2.3-json', 'SPDX 2.3 JSON'],
  ['csv', null],
  ['csv-cp932', null],
  ['xlsx', null],
];

/** What the release consists of as a file, in every form; and the file as it came. */
export function DownloadMenu({ sbom }: { sbom: ReleaseSbom }): ReactNode {
  const { downloads: words } = useText(text);
  const { language } = useLanguage();
  const { release, present } = sbom;
  return (
    <Menu
      label={words.open}
      note={words.note}
      items={[
        ...forms.map(([format, name]) => ({
          label: name ?? words[format as 'csv' | 'csv-cp932' | 'xlsx'],
          icon: 'file' as const,
          file: `/api/releases/${release.id}/sbom/export?${new URLSearchParams({ format, language })}`,
        })),
        ...(present ? [{ label: words.original, icon: 'file' as const, file: `/api/sboms/${present.id}/file` }] : []),
      ]}
      button={(button) => (
        <Button {...button} icon="download">
          {words.open}
        </Button>
      )}
    />
  );
}
