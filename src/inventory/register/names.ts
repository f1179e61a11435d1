import type { References } from './store/references.ts';

type Release = { modelId: string; hardwareId: string | null; version: string };

/** A release as people call it: model, version, hardware. */
export function releaseName({ modelId, hardwareId, version }: Release, { models, hardware }: References): string {
  return [models.get(modelId)?.name, version, hardware.get(hardwareId ?? '')?.name].filter(Boolean).join(' ');
}

/** The same by id. */
export function nameOfRelease(id: string, references: References): string {
  const release = references.releases.get(id);
  return release ? releaseName(release, references) : '';
}

/** The model of a release. */
export const modelOfRelease = (id: string, { releases, models }: References) =>
  models.get(releases.get(id)?.modelId ?? '');

/** Whether a release and its model stand. */
export const releaseStands = (id: string, references: References): boolean =>
  references.releases.get(id)?.removed === false && modelOfRelease(id, references)?.removed === false;
