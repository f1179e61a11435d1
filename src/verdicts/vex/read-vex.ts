import { obstaclesOfCsafVex, readCsaf } from '#formats/csaf';
import { CdxFault, type CdxItem, type CdxLimits, readCycloneDxJson, readCycloneDxXml } from '#formats/cyclonedx';
import { JsonFault, jsonLimits } from '#formats/json';
import { obstaclesOfOpenVex, readOpenVex } from '#formats/openvex';
import { officialContext, readSpdx3, type Spdx3Item } from '#formats/spdx';
import { readCveCheck } from '#formats/yocto';
import { fromCsaf } from './from-csaf.ts';
import { fromCycloneDx } from './from-cyclonedx.ts';
import { fromOpenVex } from './from-openvex.ts';
import { fromSpdx3 } from './from-spdx.ts';
import { fromYocto } from './from-yocto.ts';
import type { VexReading } from './model.ts';

export const vexFormats = ['openvex', 'csaf', 'cyclonedx', 'spdx', 'yocto'] as const;
export type VexFormat = (typeof vexFormats)[number];

/** What is wrong with a document: a place as its format counts, and a stable word. */
export type VexProblem = { place: string; rule: string; message: string };

/** A document that was read; `doubts` break a rule of the format, and what it says is clear all the same. */
export type VexFile = { format: VexFormat | 'sbom'; reading: VexReading; doubts: VexProblem[] };

/** So many bytes of a file with statements are read. */
export const vexBytes = 16 * 1024 * 1024;

/** So many places that are wrong are told. */
const mostProblems = 20;

/**
 * Reads a file with statements in whichever of the formats it is: OpenVEX, CSAF, CycloneDX (JSON, XML), SPDX 3, and the
 * report of a Yocto build.
 * @returns what it says, or every place that is wrong; 'unknown-format' for what is none of them
 */
export async function readVex(bytes: Uint8Array): Promise<VexFile | { problems: VexProblem[] }> {
  const limits = { ...jsonLimits, bytes: vexBytes };
  if (bytes.length > vexBytes) return wrong('file', 'too-large', `At most ${vexBytes} bytes are read`);
  const head = new TextDecoder()
    .decode(bytes.subarray(0, 65_536))
    .replace(/^\ufeff/, '')
    .trimStart();
  if (head.startsWith('<')) return ofCycloneDx(bytes, limits, readCycloneDxXml);
  if (/"csaf_version"\s*:/.test(head)) return ofCsaf(bytes);
  if (/"https:\/\/openvex\.dev\/ns/.test(head)) return ofOpenVex(bytes);
  if (/"bomFormat"\s*:/.test(head)) return ofCycloneDx(bytes, limits, readCycloneDxJson);
  const context = /"@context"\s*:\s*\[?\s*"([^"]*)"/.exec(head)?.[1];
  if (context !== undefined && officialContext.test(context)) return ofSpdx3(bytes, limits);
  if (/"package"\s*:\s*\[/.test(head)) return ofYocto(bytes);
  return wrong('file', 'unknown-format', 'This is none of OpenVEX, CSAF, CycloneDX, SPDX 3 and a report of Yocto');
}

const wrong = (place: string, rule: string, message: string) => ({ problems: [{ place, rule, message }] });

const told = (problems: readonly { path: string; rule: string; message: string }[]): VexProblem[] =>
  problems.slice(0, mostProblems).map(({ path, rule, message }) => ({ place: path, rule, message }));

function ofOpenVex(bytes: Uint8Array): VexFile | { problems: VexProblem[] } {
  const read = readOpenVex(bytes);
  if ('problems' in read) return { problems: told(read.problems) };
  const doubts = told(obstaclesOfOpenVex(read.document));
  return { format: 'openvex', reading: fromOpenVex(read.document), doubts };
}

function ofCsaf(bytes: Uint8Array): VexFile | { problems: VexProblem[] } {
  const read = readCsaf(bytes);
  if ('problems' in read) return { problems: told(read.problems) };
  return { format: 'csaf', reading: fromCsaf(read.document), doubts: told(obstaclesOfCsafVex(read.document)) };
}

function ofYocto(bytes: Uint8Array): VexFile | { problems: VexProblem[] } {
  const read = readCveCheck(bytes);
  if ('problems' in read) return { problems: told(read.problems) };
  return { format: 'yocto', reading: fromYocto(read.document), doubts: [] };
}

async function ofCycloneDx(
  bytes: Uint8Array,
  limits: CdxLimits,
  read: (source: AsyncIterable<Uint8Array>, limits: CdxLimits) => AsyncIterable<CdxItem>,
): Promise<VexFile | { problems: VexProblem[] }> {
  try {
    const items = await Array.fromAsync(read(inOnePiece(bytes), limits));
    const found = items.flatMap((item) => (item.is === 'problem' ? [item.problem] : []));
    const errors = found.filter(({ level }) => level === 'error');
    if (errors.length > 0) return { problems: errors.slice(0, mostProblems) };
    return { format: 'cyclonedx', reading: fromCycloneDx(items), doubts: found.slice(0, mostProblems) };
  } catch (fault) {
    if (fault instanceof CdxFault) return wrong(fault.place, fault.rule, fault.message);
    if (fault instanceof JsonFault) return wrong(`${fault.path} (line ${fault.line})`, fault.rule, fault.message);
    throw fault;
  }
}

async function ofSpdx3(
  bytes: Uint8Array,
  limits: { bytes: number; depth: number },
): Promise<VexFile | { problems: VexProblem[] }> {
  const items: Spdx3Item[] = await Array.fromAsync(readSpdx3(inOnePiece(bytes), limits));
  const problems = items.flatMap((item) => (item.is === 'problem' ? [item.problem] : []));
  if (problems.some(({ refuses }) => refuses)) return { problems: told(problems) };
  const elements = items.flatMap((item) => (item.is === 'element' ? [item] : []));
  return { format: 'spdx', reading: fromSpdx3(elements), doubts: told(problems) };
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
