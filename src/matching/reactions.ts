import { every, on, type Reaction } from '#access';
import { listKeys, listKeysOfChange } from '#inventory';
import { catchUp } from './catch-up.ts';
import { expireVerdicts } from './expire-verdicts.ts';
import { matchIdentified } from './match-identified.ts';
import { matchReleases } from './match-releases.ts';
import { matchVulnerabilities } from './match-vulnerabilities.ts';

export const reactions: Reaction[] = [
  on('components.changed', 'matching.match-releases', async (tools, { releaseIds }) =>
    matchReleases(tools, await listKeys(tools.db, { releaseIds })),
  ),
  on('evidence.changed', 'matching.match-evidence', async (tools, { releaseIds }) =>
    matchReleases(tools, await listKeys(tools.db, { releaseIds }), 'release'),
  ),
  on('releases.changed', 'matching.match-changed-releases', async (tools, { changeId }) =>
    matchReleases(tools, await listKeysOfChange(tools.db, changeId), 'release'),
  ),
  on('models.changed', 'matching.match-changed-models', async (tools, { changeId }) =>
    matchReleases(tools, await listKeysOfChange(tools.db, changeId), 'release'),
  ),
  on('vulnerabilities.changed', 'matching.match-vulnerabilities', (tools, { vulnerabilityIds }) =>
    matchVulnerabilities(tools, vulnerabilityIds),
  ),
  on('identities.changed', 'matching.match-identified', (tools, { changeId }) => matchIdentified(tools, changeId)),
  every('*/5 * * * *', 'matching.catch-up', catchUp),
  every('*/5 * * * *', 'matching.expire-verdicts', expireVerdicts),
];
