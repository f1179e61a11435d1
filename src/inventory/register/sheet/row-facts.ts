import type { RegisterName } from '../../model/registers.ts';
import type { ColumnKey } from './columns.ts';
import type { Find } from './find-named.ts';
import type { SaidRow } from './parse-rows.ts';

type Facts = Record<string, unknown>;
const ownRelease = { model: 'model', version: 'version', hardware: 'hardware' } as const;
const partRelease = { model: 'partModel', version: 'partVersion', hardware: 'partHardware' } as const;

/** The facts that are the text of a column, and what an empty cell says of them; undefined: it says nothing. */
const plain: Partial<Record<ColumnKey, { fact: string; empty: unknown }>> = {
  soc: { fact: 'soc', empty: '' },
  board: { fact: 'board', empty: '' },
  state: { fact: 'state', empty: undefined },
  releasedOn: { fact: 'releasedOn', empty: null },
  endedOn: { fact: 'endedOn', empty: null },
  firmwareName: { fact: 'firmwareName', empty: '' },
  firmwareSha256: { fact: 'firmwareSha256', empty: null },
  tags: { fact: 'tags', empty: [] },
  contactPost: { fact: 'contactPost', empty: '' },
  email: { fact: 'email', empty: '' },
  phone: { fact: 'phone', empty: '' },
  direction: { fact: 'direction', empty: undefined },
  soldName: { fact: 'name', empty: undefined },
  partNumbers: { fact: 'partNumbers', empty: [] },
  markets: { fact: 'markets', empty: [] },
  sinceOn: { fact: 'sinceOn', empty: null },
  untilOn: { fact: 'untilOn', empty: null },
  month: { fact: 'month', empty: undefined },
  region: { fact: 'region', empty: undefined },
  units: { fact: 'units', empty: undefined },
  note: { fact: 'note', empty: '' },
};

/** What each register's rows name, and under which name they are known. */
const named: Record<RegisterName, (row: SaidRow, find: Find) => Facts> = {
  hardware: (row, find) => ({ modelId: find.model(row, 'model'), name: row.said.hardware }),
  releases: (row, find) => {
    const modelId = find.model(row, 'model');
    return { modelId, hardwareId: find.hardware(row, 'hardware', modelId), version: row.said.version };
  },
  parts: (row, find) => ({ releaseId: find.release(row, ownRelease), partId: find.release(row, partRelease) }),
  dependencies: (row, find) => ({ modelId: find.model(row, 'model'), onModelId: find.model(row, 'onModel') }),
  partners: (row) => ({ name: row.said.partner }),
  'sold-as': (row, find) => ({ modelId: find.model(row, 'model'), partnerId: find.partner(row, 'partner') }),
  shipments: (row, find) => ({ releaseId: find.release(row, ownRelease) }),
  tags: (row) => ({ name: row.said.tag }),
};

/** The facts that a row tells: those of its columns; a column that the file has not tells nothing. */
export function factsOfRow(register: RegisterName, row: SaidRow, find: Find): Facts {
  const facts = named[register](row, find);
  for (const [key, value] of Object.entries(row.said)) {
    const told = plain[key as ColumnKey];
    if (!told) continue;
    const said = value ?? told.empty;
    if (said !== undefined) facts[told.fact] = said;
  }
  return facts;
}

/** The column that tells a fact, where it is to be put right. */
export function columnOfFact(register: RegisterName, fact: string): ColumnKey {
  const own: Record<string, ColumnKey> = {
    modelId: 'model',
    hardwareId: 'hardware',
    releaseId: 'version',
    partId: 'partVersion',
    onModelId: 'onModel',
    partnerId: 'partner',
    version: 'version',
  };
  if (fact === 'name') return nameColumns[register] ?? 'soldName';
  const found = Object.entries(plain).find(([, told]) => told.fact === fact);
  return own[fact] ?? (found?.[0] as ColumnKey | undefined) ?? 'model';
}

const nameColumns: Partial<Record<RegisterName, ColumnKey>> = {
  hardware: 'hardware',
  partners: 'partner',
  tags: 'tag',
};
