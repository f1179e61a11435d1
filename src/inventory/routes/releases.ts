import type { Tools } from '#access';
import { exportInLine } from '#platform/export-line';
import type { Handlers } from '#platform/http/api';
import { changeStates, previewStates, undoStates } from '../change-release-states.ts';
import type { releaseEndpoints } from '../contract/releases.ts';
import { findRelease, getRelease } from '../get-release.ts';
import { listReleases, listReleasesOfModel } from '../list-releases.ts';
import { exportReleases } from '../register/export-lists.ts';
import { releases } from '../register/releases.ts';
import { removeEntry, restoreEntry } from '../register/write-entry.ts';
import { listReleaseHistory } from '../release-history.ts';
import { createRelease, updateRelease } from '../write-release.ts';

export const releaseRoutes: Handlers<typeof releaseEndpoints, Tools> = {
  listReleases: (tools, input) => listReleases(tools, input),
  exportReleases: (tools, input) => exportInLine(() => exportReleases(tools, input)),
  listReleasesOfModel: (tools, input) => listReleasesOfModel(tools, input),
  createRelease: (tools, input) => createRelease(tools, input),
  getRelease: (tools, input) => getRelease(tools, input),
  findRelease: (tools, input) => findRelease(tools, input),
  updateRelease: (tools, input) => updateRelease(tools, input),
  removeRelease: (tools, input) => removeEntry(tools, releases, input),
  restoreRelease: (tools, input) => restoreEntry(tools, releases, input),
  previewStates: (tools, input) => previewStates(tools, input),
  changeStates: (tools, input) => changeStates(tools, input),
  undoStates: (tools, input) => undoStates(tools, input),
  listReleaseHistory: (tools, input) => listReleaseHistory(tools, input),
};
