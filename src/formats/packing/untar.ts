import { readTar, TarFault } from '../tar/index.ts';
import { isLeftOver } from './left-over.ts';
import type { ByteSource } from './source.ts';

/** The one file of a tar archive; an archive of several, or one that cannot be read, as it is. */
export async function untarOne(source: ByteSource, mostBytes: number): Promise<ByteSource> {
  const files: { name: string; sizeBytes: number }[] = [];
  try {
    for await (const { name, sizeBytes } of membersOf(source, mostBytes)) {
      files.push({ name, sizeBytes });
      if (files.length > 1) return source;
    }
  } catch (fault) {
    // Who reads the archive says what is wrong with it, and where.
    if (fault instanceof TarFault) return source;
    throw fault;
  }
  const [only] = files;
  if (!only) return source;
  return { ...only, read: () => readOne(source, mostBytes) };
}

async function* readOne(source: ByteSource, mostBytes: number): AsyncGenerator<Uint8Array> {
  for await (const { content } of membersOf(source, mostBytes)) yield* content;
}

async function* membersOf(source: ByteSource, mostBytes: number) {
  for await (const member of readTar(source.read(), { members: 50_000, bytes: mostBytes })) {
    if (!isLeftOver(member.name)) yield member;
  }
}
