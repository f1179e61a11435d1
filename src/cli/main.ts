import { Command, CommanderError } from 'commander';
import { StartProblem } from '#platform/start-problem';
import { addAudit } from './audit.ts';
import { addCarrying } from './carrying.ts';
import { addChecks } from './checks.ts';
import { addDevelopment } from './development.ts';
import { addHealth } from './health.ts';
import { addImport } from './import-dependency-track.ts';
import { addIntel } from './intel.ts';
import { addLetIn } from './let-in.ts';
import { complain } from './print.ts';
import { addSbom } from './sbom.ts';
import { addScan } from './scan.ts';
import { addServing } from './serving.ts';
import { version } from './version.ts';

const program = new Command('mamori')
  .description('Watches over the IoT products a maker has shipped. / 出荷したIoT製品を見守ります。')
  .version(version, '-V, --version')
  .showHelpAfterError('Run with --help for the options and an example.')
  .exitOverride()
  .addHelpText(
    'after',
    `
Example:
  ./mamori demo          a running demonstration at http://127.0.0.1:8420

Exit codes:
  0 done   1 failed (a check found something)   2 wrong usage
  69 something needed is not there   70 a bug   73 a file or folder cannot be written
  75 in use, try again later   78 the configuration or the kept data do not fit`,
  );

addServing(program);
addChecks(program);
addAudit(program);
addCarrying(program);
addHealth(program);
addSbom(program);
addScan(program);
addIntel(program);
addImport(program);
addLetIn(program);
addDevelopment(program);

try {
  await program.parseAsync();
} catch (problem) {
  process.exitCode = exitCodeOf(problem);
}

function exitCodeOf(problem: unknown): number {
  if (problem instanceof CommanderError) return problem.exitCode === 0 ? 0 : 2;
  if (problem instanceof StartProblem) {
    complain(problem.message, problem.way);
    return problem.exitCode;
  }
  complain(
    problem instanceof Error ? (problem.stack ?? problem.message) : String(problem),
    'This is a bug in Mamori; nothing was lost.',
  );
  return 70;
}
