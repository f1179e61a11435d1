import type { z } from 'zod';
import { parseDay } from '#formats/csv';
import { fold } from '#platform/browser/fold';
import { readMarkets } from '../../markets.ts';
import { directions, mostUnits, PartnerFacts, PartnerNumbers, releaseStates, Sha256 } from '../../model/registers.ts';
import { betweenTags, line, Note, ProductName, TagName, Tags, Version } from '../../model.ts';
import { registersText } from '../../registers-text.ts';
import { writtenAs } from '../../well-known-tags.ts';
import type { ColumnKey } from './columns.ts';
import { readRegion } from './read-region.ts';

export type Rule = keyof typeof registersText.en.wrong;
/** Why a cell cannot be used, with the facts for the sentence that says what to write instead. */
export type CellFault = { rule: Rule; details?: Record<string, string | number> };
/** Understands one cell that is not empty. */
type Understand = (cell: string) => { value: unknown } | CellFault;

/** What each column can say; `tags` are the technologies as their list writes them, by their folded form. */
export function understandingOf(tags: ReadonlyMap<string, string>): Record<ColumnKey, Understand> {
  const name = shaped(ProductName, 'text-refused');
  const words = shaped(line(200), 'text-refused');
  return {
    model: name,
    version: shaped(Version, 'text-refused'),
    hardware: name,
    soc: words,
    board: words,
    state: oneOf(releaseStates, 'states', alsoStates, 'state-unknown'),
    releasedOn: understandDay,
    endedOn: understandDay,
    firmwareName: shaped(line(300), 'text-refused'),
    firmwareSha256: (cell) => sha256(cell.normalize('NFKC').replace(/[\s:]/g, '')),
    tags: (cell) => listed(Tags, cell, (names) => writtenAs(names, tags)),
    tag: shaped(
      TagName.transform((said) => writtenAs([said], tags)[0]),
      'tag-refused',
    ),
    partModel: name,
    partVersion: shaped(Version, 'text-refused'),
    partHardware: name,
    onModel: name,
    partner: name,
    contactPost: words,
    email: shaped(PartnerFacts.shape.email, 'email-unreadable'),
    phone: shaped(line(50), 'text-refused'),
    direction: oneOf(directions, 'directions', alsoDirections, 'direction-unknown'),
    soldName: name,
    partNumbers: (cell) => listed(PartnerNumbers, cell, (numbers) => numbers),
    markets: (cell) => {
      const { codes, unknown } = readMarkets(cell);
      return unknown === null ? { value: codes } : { rule: 'market-unknown', details: { country: unknown } };
    },
    sinceOn: understandDay,
    untilOn: understandDay,
    month: (cell) => orFault(readMonth(cell), 'month-unreadable'),
    region: (cell) => orFault(readRegion(cell), 'region-unknown'),
    units: (cell) => orFault(readUnits(cell), 'units-unreadable'),
    note: shaped(Note, 'text-refused'),
  };
}

const alsoStates: Record<string, string> = {
  開発: 'in-development',
  development: 'in-development',
  出荷中: 'shipped',
  販売中: 'shipped',
  released: 'shipped',
  出荷停止: 'shipment-stopped',
  stopped: 'shipment-stopped',
  サポート終了: 'ended',
  提供終了: 'ended',
  eol: 'ended',
};
const alsoDirections: Record<string, string> = {
  OEM: 'ours-under-theirs',
  OEM供給: 'ours-under-theirs',
  ODM: 'theirs-under-ours',
  ODM調達: 'theirs-under-ours',
};

function shaped<T>(shape: z.ZodType<T, unknown>, rule: Rule): (cell: string) => { value: T } | CellFault {
  return (cell) => {
    const read = shape.safeParse(cell.trim());
    return read.success ? { value: read.data } : { rule };
  };
}
const sha256 = shaped(Sha256, 'sha256-unreadable');

function oneOf(
  codes: readonly string[],
  part: 'states' | 'directions',
  also: Record<string, string>,
  rule: Rule,
): Understand {
  const words = (language: 'ja' | 'en') => Object.entries(registersText[language][part]);
  const codeByName = new Map([
    ...codes.map((code) => [fold(code), code] as const),
    ...[...words('ja'), ...words('en')].map(([code, word]) => [fold(word), code] as const),
    ...Object.entries(also).map(([word, code]) => [fold(word), code] as const),
  ]);
  return (cell) => orFault(codeByName.get(fold(cell)) ?? null, rule);
}

const understandDay: Understand = (cell) => {
  const day = parseDay(cell);
  return typeof day === 'string' ? { rule: 'day-unreadable', details: { why: day } } : { value: day.toString() };
};

function listed<T>(shape: z.ZodType<T, unknown>, cell: string, use: (names: T) => unknown) {
  const names = cell.split(betweenTags).filter((name) => fold(name) !== '');
  const read = shape.safeParse(names);
  return read.success ? { value: use(read.data) } : { rule: 'text-refused' as const };
}

const orFault = <T>(value: T | null, rule: Rule) => (value === null ? { rule } : { value });

/** A month as files write it: 2026/11, 2026年11月, 202611, 令和8年11月分, or a day of it. */
export function readMonth(cell: string): string | null {
  const plain = cell.normalize('NFKC').replace(/\s/g, '').replace(/分$/, '');
  const firstDays = [
    plain,
    `${plain}1日`,
    `${plain}/1`,
    `${plain}-1`,
    `${plain}.1`,
    /^\d{6}$/.test(plain) ? `${plain}01` : '',
  ];
  for (const text of firstDays) {
    const day = parseDay(text);
    if (typeof day !== 'string') return day.toPlainYearMonth().toString();
  }
  return null;
}

/** Units as files write them: 1,200 / １２００台. */
export function readUnits(cell: string): number | null {
  const plain = cell
    .normalize('NFKC')
    .replace(/[\s,、]/g, '')
    .replace(/(台|個|units|pcs)$/i, '')
    .replace(/\.0+$/, '');
  const units = /^\d{1,10}$/.test(plain) ? Number(plain) : Number.NaN;
  return units <= mostUnits ? units : null;
}
