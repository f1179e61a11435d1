import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Command, Option } from 'commander';
import { makeBackup, removeOldData, restoreBackup, restoreKeys, saveKeys, upgradePostgres } from '#platform/backup';
import { readConfig } from '#platform/config';
import { openOwner } from '#platform/database';
import { startPostgres } from '#platform/postgres';
import { StartProblem } from '#platform/start-problem';
import { claimState, defaultStateFolder } from '#platform/state';
import { answer, answerJson, progress } from './print.ts';
import { version } from './version.ts';

type Options = { data?: string; postgres?: 'embedded' | 'system'; json?: boolean };
type KeyOptions = { passphraseFile?: string };

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
      '\nKeys are not in the archive: keep them apart, by copying secrets/ or by --with-keys.\n\nExample:\n  ./mamori backup /backup/mamori-20261124.tar.zst\n  ./mamori backup /backup/mamori-20261124.tar.zst --with-keys /safe/keys.json --passphrase-file /safe/passphrase',
    )
    .option('--with-keys <file>', 'write the keys, encrypted, into a file of their own')
    .addOption(passphrase())
    .action(async (file: string, options: Options & KeyOptions & { withKeys?: string }) => {
      if (options.withKeys !== undefined)
        await saveKeys({
          stateFolder: stateOf(options),
          secretFile: readConfig(process.env).secretFile,
          file: path.resolve(options.withKeys),
          passphrase: readPassphrase(options),
        });
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
    .option('--keys <file>', 'the file that backup --with-keys wrote')
    .addOption(passphrase())
    .action(async (file: string, options: Options & KeyOptions & { keys?: string }) => {
      const claim = claimState(stateOf(options));
      try {
        if (options.keys !== undefined)
          await restoreKeys({
            stateFolder: stateOf(options),
            file: path.resolve(options.keys),
            passphrase: readPassphrase(options),
          });
        const report = await withOwner(options, async (ownerUrl, stateFolder) => {
          const restored = await restoreBackup({ ownerUrl, stateFolder, file: path.resolve(file), progress });
          await trustSeals(ownerUrl, stateFolder);
          return restored;
        });
        if (options.json) answerJson(report);
        else
          answer(
            `Restored what ${report.mamori} backed up at ${report.madeAt}: ${report.rows} rows, ${report.files} files.`,
          );
      } finally {
        claim.release();
      }
    });

  carry(program.command('upgrade'))
    .description('carry the data over to the PostgreSQL that this release runs')
    .option('--remove-old', 'remove the data of older majors that upgrades have kept')
    .addHelpText(
      'after',
      '\nMamori must not run on the state. The old data are kept beside the new ones until --remove-old.\n\nExample:\n  ./mamori upgrade --data /srv/mamori\n  ./mamori upgrade --data /srv/mamori --remove-old',
    )
    .action(async (options: Options & { removeOld?: boolean }) => {
      const stateFolder = stateOf(options);
      const claim = claimState(stateFolder);
      try {
        const report = await upgradePostgres({ stateFolder, kind: options.postgres ?? 'embedded', version, progress });
        const removed = options.removeOld ? removeOldData(stateFolder) : [];
        if (options.json) return answerJson({ ...report, removed });
        answer(
          report.upgraded
            ? `The data are now those of PostgreSQL ${report.to}; before: ${report.from}.`
            : `The data are those of PostgreSQL ${report.to} already.`,
        );
        for (const folder of removed) answer(`Removed: ${folder}`);
        if (!options.removeOld) for (const folder of report.kept) answer(`Kept until --remove-old: ${folder}`);
      } finally {
        claim.release();
      }
    });
}

const passphrase = () => new Option('--passphrase-file <file>', 'its first line opens the keys');

function readPassphrase({ passphraseFile }: KeyOptions): string {
  if (passphraseFile === undefined)
    throw new StartProblem(
      'configuration',
      'Keys are written and read with a passphrase, and none was given.',
      'Put it into the first line of a file and name that with --passphrase-file.',
    );
  return readFileSync(passphraseFile, 'utf8').split(/\r?\n/)[0] ?? '';
}

async function trustSeals(ownerUrl: string, stateFolder: string): Promise<void> {
  const db = openOwner(ownerUrl);
  try {
    const { trustRestoredSeals } = await import('#access');
    await trustRestoredSeals(db, stateFolder);
  } finally {
    await db.destroy();
  }
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
