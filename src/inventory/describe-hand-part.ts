import type { HandPart } from './contract/release-components.ts';
import { describeIdentity } from './list-release-components.ts';
import type { KeptComponent } from './store/components.ts';
import type { HandPartRow } from './store/hand-parts.ts';

/** A part that a person has entered, as callers see it. */
export function describeHandPart(row: HandPartRow, component: KeptComponent): HandPart {
  const { id, releaseId, revision, licence, note } = row;
  const said = { licence, note, addedAt: row.addedAt.toString(), by: row.personName };
  return { id, releaseId, revision, component: describeIdentity(component), ...said };
}
