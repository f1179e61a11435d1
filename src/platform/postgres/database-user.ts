import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartProblem } from '../start-problem.ts';

/** The user that PostgreSQL runs as: this one, or an unprivileged one when this one is root. */
export type DatabaseUser = { name: string; ids: { uid: number; gid: number } | undefined };

/**
 * PostgreSQL refuses to run as root. Data that exist decide whom they belong to; otherwise it is the first of
 * mamori, postgres and nobody that this machine knows.
 * @throws StartProblem (78) when there is none
 */
export function findDatabaseUser(data: string): DatabaseUser {
  if (process.getuid?.() !== 0) return { name: String(process.getuid?.()), ids: undefined };
  const owner = statSync(data, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { name: String(owner.uid), ids: { uid: owner.uid, gid: owner.gid } };
  for (const name of ['mamori', 'postgres', 'nobody']) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid && gid) return { name, ids: { uid, gid } };
  }
  throw new StartProblem(
    'configuration',
    'PostgreSQL does not run as root, and this machine has none of the users mamori, postgres and nobody.',
    'Create one (useradd --system --no-create-home mamori), or run Mamori as a normal user.',
  );
}

function idOf(kind: '-u' | '-g', name: string): number | undefined {
  const { status, stdout } = spawnSync('id', [kind, name], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
}

/**
 * Makes sure that the database's user can pass through all folders above the state.
 * @throws StartProblem (78) naming the folder that is closed
 */
export function checkReach(folder: string, user: DatabaseUser): void {
  if (!user.ids || canEnter(folder, user)) return;
  if (!canEnter('/', user)) {
    throw new StartProblem(
      'configuration',
      `PostgreSQL does not run as root, and this root may not become the user ${user.name} (a container without the capabilities SETUID and SETGID).`,
      'Run Mamori as a normal user, or with these two capabilities.',
    );
  }
  let closed = folder;
  while (dirname(closed) !== closed && !canEnter(dirname(closed), user)) closed = dirname(closed);
  const mode = (statSync(closed).mode & 0o777).toString(8).padStart(4, '0');
  throw new StartProblem(
    'configuration',
    `PostgreSQL does not run as root, and the user ${user.name} cannot enter ${closed} (mode ${mode}), through which the way to ${folder} leads.`,
    `Choose a state elsewhere (--data /var/lib/mamori), or open that folder for passing (chmod o+x ${closed}).`,
  );
}

// Trying it is the only check that knows about access lists and mount options too.
function canEnter(folder: string, user: DatabaseUser): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...user.ids, cwd: '/', stdio: 'ignore' }).status === 0
  );
}
