import { diskFull, StartProblem } from '../start-problem.ts';

/** Turns what PostgreSQL's programs wrote before they gave up into a start problem with its way out. */
export function explainFailure(what: string, output: string, data: string): StartProblem {
  if (/No space left on device|Disk quota exceeded|ENOSPC/.test(output)) return diskFull(data, output);
  const lines = lastLines(output);
  if (/could not look up effective user ID/.test(output)) {
    return new StartProblem(
      'configuration',
      `${what}: the user that runs Mamori has no entry in this machine's list of users (/etc/passwd).`,
      'Add the entry (in a container image: useradd mamori), or run Mamori as a user who has one.',
      lines,
    );
  }
  if (/Permission denied|Operation not permitted|EACCES|EPERM/.test(output)) {
    return new StartProblem(
      'cannotCreate',
      `${what}: permission denied.\n${lines}`,
      'Run Mamori as the user to whom the state belongs, or choose another state with --data FOLDER.',
    );
  }
  return new StartProblem(
    'unavailable',
    `${what}:\n${lines}`,
    'The lines above are PostgreSQL’s own; nothing was removed. When they do not help, restore a backup into a new state (./mamori restore).',
  );
}

function lastLines(output: string): string {
  return output.trimEnd().split('\n').slice(-8).join('\n');
}
