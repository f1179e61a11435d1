import { isEpss } from '#formats/epss';
import { type ByteSource, headOf, PackingFault } from '#formats/packing';
import { isJvn } from '#formats/vuldef';
import type { Incoming } from '../import-records.ts';
import { membersOf } from './members-of.ts';
import {
  type RecordFile,
  readEpssFile,
  readJsonFile,
  readJvnFile,
  readKevFile,
  readKevTable,
  readNvdPage,
} from './readers.ts';

/**
 * What stands in a file or an archive, whatever kind of records it holds; what is none of them is told, not passed over, and
 * so is one that ends broken, after what could be read of it.
 */
export async function* readSource(source: ByteSource): AsyncGenerator<Incoming> {
  for await (const member of membersOf(source)) {
    if ('fault' in member) yield { kind: 'refused', file: member.name, place: '', ...member.fault };
    else yield* readMember({ ...member, sizeBytes: null });
  }
}

async function* readMember(file: RecordFile): AsyncGenerator<Incoming> {
  try {
    yield* readRecords(file);
  } catch (fault) {
    if (!(fault instanceof PackingFault)) throw fault;
    yield { kind: 'refused', file: file.name, place: '', rule: fault.rule, message: fault.message };
  }
}

type Reader = (file: RecordFile) => AsyncIterable<Incoming>;

// By how they begin. JSON is told apart by the keys that stand first, else by what is in it.
const kinds: [kind: (head: string, name: string) => boolean, read: Reader][] = [
  [(head) => /^\s*</.test(head) && isJvn(head), readJvnFile],
  [isEpss, readEpssFile],
  [(head) => /^"?cveID"?,/i.test(head), readKevTable],
  [(head) => /^\s*\{/.test(head) && /"format"\s*:\s*"NVD_CVE"/.test(head), readNvdPage],
  [(head) => /^\s*\{/.test(head) && /"(?:catalogVersion|dateReleased)"/.test(head), readKevFile],
  [(head) => /^\s*[[{]/.test(head), readJsonFile],
];

async function* readRecords(file: RecordFile): AsyncGenerator<Incoming> {
  const head = new TextDecoder('utf-8').decode(await headOf(file, 4_096)).replace(/^\uFEFF/, '');
  const reader = kinds.find(([isKind]) => isKind(head, file.name))?.[1];
  if (!reader) {
    const message = 'This holds no records that are read here: CVE, NVD, OSV, JVN, KEV or EPSS';
    yield { kind: 'refused', file: file.name, place: '', rule: 'unknown-format', message };
  } else yield* reader(file);
}
