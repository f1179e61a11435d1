import { upgradePostgres } from '#platform/backup';
import { StartProblem } from '#platform/start-problem';

// A process of its own that upgrades a state, for tests that kill it. It says each line of progress, then the report.
const [stateFolder = ''] = process.argv.slice(2);
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

try {
  const progress = (line: string) => say({ progress: line });
  say(await upgradePostgres({ stateFolder, kind: 'embedded', version: '0.1.0', progress }));
} catch (problem) {
  if (!(problem instanceof StartProblem)) throw problem;
  say({ message: problem.message, way: problem.way });
  process.exitCode = problem.exitCode;
}
