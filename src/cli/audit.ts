import type { Command } from 'commander';
import type { AuditVerdict } from '#access';
import { answer, answerJson, complain, progress } from './print.ts';
import type { StateOptions } from './with-state.ts';

/** The commands about the audit trail. */
export function addAudit(program: Command): void {
  const audit = program.command('audit').description('the audit trail');
  audit
    .command('verify')
    .description('read the whole trail against its seals; names the first bad row')
    .option('--data <folder>', 'the state (default: by the platform)')
    .option('--json', 'as data')
    .addHelpText(
      'after',
      '\nWorks beside the running server. Exit codes: 0 whole, 1 a bad row\n\nExample:\n  ./mamori audit verify --json',
    )
    .action(async (options: StateOptions & { json?: boolean }) => {
      const { verifyAudit } = await import('#access');
      const { withState } = await import('./with-state.ts');
      const verdict = await withState(options, 'audit verify', ({ tools }) => verifyAudit(tools, tellEvery(100_000)));
      process.exitCode = verdict.ok ? 0 : 1;
      if (options.json) answerJson(verdict);
      else tell(verdict);
    });
}

function tell({ ok, rows, seals, unsealed, firstBad }: AuditVerdict): void {
  if (ok) answer(`The trail is whole: ${rows} rows under ${seals} seals, ${unsealed} not sealed yet.`);
  else if (firstBad)
    complain(
      `Row ${firstBad.id} is the first that does not hold (${firstBad.why}, seal ${firstBad.seal}).`,
      'Keep this state as it is, restore a backup beside it, and compare. Rows before it hold.',
    );
}

function tellEvery(step: number): (rows: number) => void {
  let next = step;
  return (rows) => {
    if (rows < next) return;
    progress(`${rows} rows`);
    next = rows + step;
  };
}
