import type { Archive } from './archive.ts';
import type { NumberMeaning } from './number-format.ts';
import { Unreadable } from './problems.ts';
import { readSharedStrings } from './strings.ts';
import { readStyles } from './styles.ts';
import { RELATIONSHIPS, readXml, SPREADSHEET } from './xml.ts';

type Relation = { id: string; type: string; target: string };
type ListedSheet = { id: string; name: string; isHidden: boolean };
type SheetEntry = { name: string; part: string; isHidden: boolean };

/** What all sheets of a workbook share. */
export type Workbook = {
  sheets: SheetEntry[];
  strings: string[];
  meanings: NumberMeaning[];
  system: 1900 | 1904;
};

const WITHOUT_CELLS = new Set(['chartsheet', 'dialogsheet', 'xlMacrosheet', 'xlIntlMacrosheet']);

/** Follows the relations from the package to its sheets. @throws Unreadable when this is no workbook */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  if (!archive.has('_rels/.rels')) throw notAWorkbook();
  const main = (await readRelations(archive, '')).find(({ type }) => type === 'officeDocument');
  if (!main || !archive.has(main.target)) throw notAWorkbook();
  if (main.target.toLowerCase().endsWith('.bin')) {
    throw new Unreadable(
      'old-format',
      'The workbook has the binary format .xlsb: open it in Excel and save it as .xlsx',
    );
  }
  const relations = await readRelations(archive, main.target);
  const { listed, system } = await readSheetList(archive, main.target);
  const sheets = listed.flatMap((sheet) => worksheetOf(sheet, relations));
  if (sheets.length === 0) throw new Unreadable('malformed', 'The workbook has no sheet with cells');
  const targetOf = (wanted: string) => relations.find(({ type }) => type === wanted)?.target;
  const strings = targetOf('sharedStrings');
  const styles = targetOf('styles');
  return {
    system,
    sheets,
    strings: strings === undefined ? [] : await readSharedStrings(archive.read(strings), strings),
    meanings: styles === undefined ? [] : await readStyles(archive.read(styles), styles),
  };
}

function worksheetOf({ id, name, isHidden }: ListedSheet, relations: Relation[]): SheetEntry[] {
  const relation = relations.find((candidate) => candidate.id === id);
  if (relation?.type === 'worksheet') return [{ name, isHidden, part: relation.target }];
  if (relation && WITHOUT_CELLS.has(relation.type)) return [];
  throw new Unreadable('malformed', `The sheet ${name} has no part`);
}

async function readSheetList(archive: Archive, part: string) {
  const listed: ListedSheet[] = [];
  let system: 1900 | 1904 = 1900;
  let isWorkbook = false;
  await readXml(archive.read(part), part, SPREADSHEET, {
    open: (name, attributes) => {
      if (name === 'workbook') isWorkbook = true;
      if (name === 'workbookPr' && /^(1|true)$/.test(attributes('date1904') ?? '')) system = 1904;
      // Macro modules of old files are listed as sheets without a relation.
      if (name !== 'sheet' || attributes('id') === '') return;
      const isHidden = (attributes('state') ?? 'visible') !== 'visible';
      listed.push({ id: attributes('id') ?? '', name: attributes('name') ?? '', isHidden });
    },
  });
  if (!isWorkbook) throw notAWorkbook();
  return { listed, system };
}

/** The relations of a part (the package itself is ''), with targets as names from the root of the package. */
async function readRelations(archive: Archive, source: string): Promise<Relation[]> {
  const folder = source.slice(0, source.lastIndexOf('/') + 1);
  const part = `${folder}_rels/${source.slice(folder.length)}.rels`;
  const relations: Relation[] = [];
  await readXml(archive.read(part), part, RELATIONSHIPS, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes('TargetMode') === 'External') return;
      const type = (attributes('Type') ?? '').split('/').at(-1) ?? '';
      relations.push({ id: attributes('Id') ?? '', type, target: resolve(folder, attributes('Target') ?? '') });
    },
  });
  return relations;
}

function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function notAWorkbook(): Unreadable {
  return new Unreadable('not-a-workbook', 'This is no Excel workbook: save the table as .xlsx or .csv');
}
