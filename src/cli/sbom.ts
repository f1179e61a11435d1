import { createReadStream, statSync } from 'node:fs';
import path from 'node:path';
import { type Command, Option } from 'commander';
import { type ByteSource, PackingFault, unpack } from '#formats/packing';
import { refusedSbom, type SbomCheck, sbomLimits } from '#inventory/pure';
import type { Language } from '#platform/browser/texts';
import { languageOfShell } from './language-of-shell.ts';
import { answer, answerJson, complain } from './print.ts';
import { sayCheck } from './say-check.ts';
import { addSbomImport } from './sbom-import.ts';

type CheckOptions = { json?: boolean; language: Language };

/** The commands about software bills of materials. */
export function addSbom(program: Command): void {
  const sbom = program.command('sbom').description('software bills of materials (SBOM)');
  addSbomImport(sbom, languageOfShell());
  sbom
    .command('check <files...>')
    .description('read a bill of materials and judge it; needs no server')
    .addOption(
      new Option('--language <language>', 'of the result').choices(['ja', 'en']).default(languageOfShell(), 'by LANG'),
    )
    .option('--json', 'as data')
    .addHelpText(
      'after',
      '\nFiles may be packed (gzip, zstd, zip). Exit codes: 0 all can be read, 2 one is refused, with its place\n\nExample:\n  ./mamori sbom check camera-1.2.cdx.json router.xml.gz',
    )
    .action(async (files: string[], { json, language }: CheckOptions) => {
      const checks: SbomCheck[] = [];
      for (const file of files) {
        const check = await checkFile(file);
        checks.push(check);
        if (!json) for (const line of sayCheck(check, language)) answer(line);
      }
      if (json) answerJson(checks);
      if (checks.some(({ isAccepted }) => !isAccepted)) process.exitCode = 2;
    });
}

async function checkFile(file: string): Promise<SbomCheck> {
  const { size, isFile } = statusOf(file) ?? { size: 0, isFile: false };
  if (!isFile) {
    complain(`${file} is no file that can be read.`);
    return refusedSbom(file, { rule: 'no-file', message: 'The file is not there' });
  }
  const packed: ByteSource = {
    name: path.basename(file),
    sizeBytes: size,
    read: () => createReadStream(file, { highWaterMark: 1024 * 1024 }),
  };
  const { checkSbom } = await import('#inventory');
  try {
    return { ...(await checkSbom(await unpack(packed, sbomLimits.unpackedBytes))), name: file };
  } catch (fault) {
    if (!(fault instanceof PackingFault)) throw fault;
    return refusedSbom(file, { rule: fault.rule, message: fault.message });
  }
}

function statusOf(file: string): { size: number; isFile: boolean } | null {
  const status = statSync(file, { throwIfNoEntry: false });
  return status ? { size: status.size, isFile: status.isFile() } : null;
}
