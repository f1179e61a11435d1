import type { Like } from '#platform/browser/texts';
import type { ReleasePage } from '../../contract/releases.ts';
import type { ReleaseFacts, ReleaseState } from '../../model/registers.ts';
import { betweenTags } from '../../model.ts';
import type { text } from './form-text.ts';

/** The choice of a hardware revision that does not exist yet. */
export const newHardware = 'new';

/** What stands in the form of a release; '' is nothing. */
export interface ReleaseDraft {
  version: string;
  hardwareId: string;
  hardwareName: string;
  soc: string;
  board: string;
  state: ReleaseState;
  releasedOn: string;
  endedOn: string;
  firmwareName: string;
  firmwareSha256: string;
  tags: string;
  note: string;
}
export type ReleaseFaults = Partial<Record<'version' | 'hardware-name' | 'sha256' | 'ended-on', string>>;

/** The form as it opens: with what stands, or empty for a new release. */
export function draftOf(release: ReleasePage | null, proposed: ReleaseState = 'in-development'): ReleaseDraft {
  return {
    version: release?.version ?? '',
    hardwareId: release?.hardware?.id ?? '',
    hardwareName: '',
    soc: '',
    board: '',
    state: release?.state ?? proposed,
    releasedOn: release?.releasedOn ?? '',
    endedOn: release?.endedOn ?? '',
    firmwareName: release?.firmwareName ?? '',
    firmwareSha256: release?.firmwareSha256 ?? '',
    tags: release?.tags.join('、') ?? '',
    note: release?.note ?? '',
  };
}

/** What the form says about the release, in the shape of the API. */
export function inputOf(draft: ReleaseDraft, hardwareId: string): Omit<ReleaseFacts, 'modelId'> {
  return {
    version: draft.version,
    hardwareId: hardwareId || null,
    state: draft.state,
    releasedOn: draft.releasedOn || null,
    endedOn: draft.endedOn || null,
    firmwareName: draft.firmwareName,
    firmwareSha256: draft.firmwareSha256.trim() || null,
    tags: draft.tags.split(betweenTags).flatMap((tag) => tag.trim() || []),
    note: draft.note,
  };
}

/** What is missing or cannot be read, in words that say how to write it. */
export function faultsOf(draft: ReleaseDraft, words: Like<(typeof text)['en']>): ReleaseFaults {
  const { releasedOn, endedOn } = draft;
  return {
    ...(draft.version.trim() ? {} : { version: words.needed.version }),
    ...(draft.hardwareId === newHardware && !draft.hardwareName.trim()
      ? { 'hardware-name': words.needed.hardware }
      : {}),
    ...(/^([0-9a-f]{64})?$/i.test(draft.firmwareSha256.trim()) ? {} : { sha256: words.notSha256 }),
    ...(releasedOn && endedOn && endedOn < releasedOn ? { 'ended-on': words.endBefore } : {}),
  };
}

/** SHA-256 of a file as 64 hexadecimal digits, computed on this machine; nothing leaves it. */
export async function sha256Of(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
