import { startPostgres } from '#platform/postgres';
import { StartProblem } from '#platform/start-problem';
import { claimState } from '#platform/state';

// A process of its own that keeps a database, for tests that kill it. One line of JSON says what came of the start.
const [stateFolder = '', kind = 'embedded', claim] = process.argv.slice(2);
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
const progress: string[] = [];

try {
  if (claim) claimState(stateFolder).tellUrl(claim);
  const postgres = await startPostgres({
    stateFolder,
    kind: kind === 'system' ? 'system' : 'embedded',
    progress: (line) => progress.push(line),
  });
  const { url, pid, started, version } = postgres;
  say({ url, pid, started, version, progress });
  const alive = setInterval(() => {}, 1000);
  process.once('SIGTERM', async () => {
    await postgres.stop();
    clearInterval(alive);
  });
} catch (error) {
  if (!(error instanceof StartProblem)) throw error;
  say({ message: error.message, way: error.way, exitCode: error.exitCode });
  process.exitCode = error.exitCode;
}
