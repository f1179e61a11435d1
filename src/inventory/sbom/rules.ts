import type { BuildrootRule } from '#formats/buildroot';
import type { CdxProblem } from '#formats/cyclonedx';
import type { EspIdfRule } from '#formats/esp-idf';
import type { PackingRule } from '#formats/packing';
import type { PartsListRule } from '#formats/parts-list';
import type { SpdxProblem } from '#formats/spdx';
import type { TarRule } from '#formats/tar';

/** Rules that no format's own reader has: they are told where documents become parts. */
export type MappingRule =
  | 'unknown-format'
  | 'too-many-parts'
  | 'duplicate-ref'
  | 'unknown-ref'
  | 'other-document'
  | 'name-missing'
  | 'unreadable-identity'
  | 'not-licence-manifest'
  | 'other-sheet'
  | 'member-left-out'
  | 'several-documents'
  | 'spdx-document-missing'
  | 'spdx-build-too-large';

/** Everything that can be told of a document. Stable words: results keep them, pages translate them (rule-text.ts). */
export type SbomRule =
  | MappingRule
  | CdxProblem['rule']
  | `spdx-${SpdxProblem['rule']}`
  | `tar-${TarRule}`
  | PackingRule
  | BuildrootRule
  | EspIdfRule
  | PartsListRule;
