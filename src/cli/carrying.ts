import path from 'node:path';
import { type Command, Option } from 'commander';
import { makeBackup } from '#platform/backup/make-backup';
import { restoreBackup } from '#platform/backup/restore-backup';
import { readConfig } from '#platform/config';
import { startPostgres } from '#platform/postgres';
import { claimState, defaultStateFolder } from '#platform/state';
import { answer, answerJson, progress } from './print.ts';
import { version } from './version.ts';

type Options = { data?: string; postgres?: 'embedded' | 'system'; json?: boolean };

const carry = (command: Command): Command =>
  command
    .option('--data <folder>', 'the state (default: by the platform)')
    .addOption(new Option('--postgres <kind>', 'the database that the state has').choices(['embedded', 'system']))
    .option('--json', 'what was done, as data');

/** The commands that carry the data of a state. */
export function addCarrying(program: Command): void {
  carry(program.command('backup'))
    .description('write database and files into one archive, while the server runs')
    .argument('<file>', 'the archive to write; must not exist')
    .addHelpText(
      'after',
      '\nKeys stay in the state folder (secrets/): keep them apart.\n\nExample:\n  ./mamori backup /backup/mamori-20261124.tar.zst',
    )
    .action(async (file: string, options: Options) => {
      const report = await withOwner(options, (ownerUrl, stateFolder) =>
        makeBackup({ ownerUrl, stateFolder, file: path.resolve(file), version, progress }),
      );
      if (options.json) answerJson(report);
      else {
        answer(
          `${report.file}: ${report.rows} rows of ${report.tables} tables, ${report.files} files, ${report.sizeBytes} bytes.`,
        );
        for (const name of report.damagedFiles) answer(`Not in it, because its bytes are not what they were: ${name}`);
      }
      if (report.damagedFiles.length > 0) process.exitCode = 1;
    });

  carry(program.command('restore'))
    .description('bring an archive back into an empty state')
    .argument('<file>', 'the archive')
    .addHelpText(
      'after',
      '\nNothing is changed when the archive is damaged or the state holds data.\n\nExample:\n  ./mamori restore /backup/mamori-20261124.tar.zst --data /srv/mamori',
    )
    .action(async (file: string, options: Options) => {
      const claim = claimState(stateOf(options));
      try {
        const report = await withOwner(options, (ownerUrl, stateFolder) =>
          restoreBackup({ ownerUrl, stateFolder, file: path.resolve(file), progress }),
        );
        if (options.json) answerJson(report);
        else
          answer(
            `Restored what ${report.mamori} backed up at ${report.madeAt}: ${report.rows} rows, ${report.files} files.`,
          );
      } finally {
        claim.release();
      }
    });
}

const stateOf = ({ data }: Options) => path.resolve(data ?? defaultStateFolder());

/** The owner's URL of the state's database, which is joined when it runs and started for the while when it does not. */
async function withOwner<T>(options: Options, work: (ownerUrl: string, stateFolder: string) => Promise<T>): Promise<T> {
  const { databaseUrl } = readConfig(process.env);
  const stateFolder = stateOf(options);
  if (databaseUrl) return work(databaseUrl, stateFolder);
  const postgres = await startPostgres({ stateFolder, kind: options.postgres ?? 'embedded', progress });
  try {
    return await work(postgres.url, stateFolder);
  } finally {
    await postgres.stop();
  }
}
