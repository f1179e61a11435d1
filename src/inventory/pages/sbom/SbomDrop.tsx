import type { ReactNode } from 'react';
import { FilesDrop } from '#kit/FileDrop';
import { useText } from '#platform/browser/language';
import { text } from './sbom-text.ts';

/** What may come in at most, packed or not; unpacked the server measures itself. */
const limitBytes = 64 * 1024 * 1024;

/** Where bills of materials are dropped or chosen, several at once. */
export function SbomDrop(props: { onFiles: (files: File[]) => void }): ReactNode {
  const words = useText(text).drop;
  return (
    <FilesDrop
      label={words.label}
      hint={words.hint}
      name="sbom"
      kinds={[]}
      limitBytes={limitBytes}
      onFiles={props.onFiles}
    />
  );
}
