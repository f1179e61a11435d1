import { PurlFault, parsePurl } from '#formats/purl';
import type { ComponentIdentity, HandPart } from '../../contract/release-components.ts';

/** What a person says that a part is; '' is nothing. */
export interface IdentityDraft {
  name: string;
  version: string;
  purl: string;
  cpe: string;
  supplier: string;
}

export const noIdentity: IdentityDraft = { name: '', version: '', purl: '', cpe: '', supplier: '' };

/** The fields of a part that is known. */
export function draftOf(component: ComponentIdentity): IdentityDraft {
  const { name, version, purl, cpes, supplier } = component;
  return { name, version: version ?? '', purl: purl ?? '', cpe: cpes[0] ?? '', supplier: supplier ?? '' };
}

/** A purl as it is typed: as soon as it can be read, it says the name and the version too. */
export function saidByPurl(purl: string): Partial<IdentityDraft> {
  try {
    const { name, version } = parsePurl(purl.trim());
    return { purl, name, version: version ?? '' };
  } catch (fault) {
    if (fault instanceof PurlFault) return { purl };
    throw fault;
  }
}

/** In the shape of the API: what is empty is null. */
export function identityOf(draft: IdentityDraft) {
  const said = (value: string) => value.trim() || null;
  return {
    name: said(draft.name),
    version: said(draft.version),
    purl: said(draft.purl),
    cpe: said(draft.cpe),
    supplier: said(draft.supplier),
  };
}

/** Whether it says at least what the part is. */
export function saysWhat({ name, purl, cpe }: IdentityDraft): boolean {
  return [name, purl, cpe].some((value) => value.trim() !== '');
}

/** What a part entered by hand says, to be shown again or to be written back. */
export function handDraftOf(part: HandPart | null) {
  return { ...(part ? draftOf(part.component) : noIdentity), licence: part?.licence ?? '', note: part?.note ?? '' };
}
export type HandDraft = ReturnType<typeof handDraftOf>;

/** The same in the shape of the API. */
export const handInputOf = (draft: HandDraft) => ({ ...identityOf(draft), licence: draft.licence, note: draft.note });
