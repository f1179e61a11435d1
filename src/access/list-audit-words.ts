import * as store from './store/audit.ts';
import type { Tools } from './tools.ts';

/** The people, actions and kinds of subjects by which the trail can be narrowed, as far as the viewer may see it. */
export async function listAuditWords({ db, viewer }: Pick<Tools, 'db' | 'viewer'>) {
  const [actors, actions, subjectKinds] = await Promise.all([
    store.listActors(db, viewer),
    store.listActions(db, viewer),
    store.listSubjectKinds(db, viewer),
  ]);
  return { actors, actions, subjectKinds };
}
