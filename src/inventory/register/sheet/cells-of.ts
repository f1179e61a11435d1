import type { XlsxCell } from '#formats/xlsx';
import type { Language } from '#platform/browser/texts';
import type { RegisterName } from '../../model/registers.ts';
import { registersText } from '../../registers-text.ts';
import type { References } from '../store/references.ts';
import type { ColumnKey } from './columns.ts';
import type { Facts } from './plan.ts';

const day = (value: unknown) => (typeof value === 'string' ? Temporal.PlainDate.from(value) : null);
const list = (value: unknown) => (Array.isArray(value) ? value.join(', ') : '');
const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** How the facts of an entry stand in the cells of a file. */
export function cellsOf(
  register: RegisterName,
  { models, releases, hardware, partners }: References,
  language: Language,
): Record<ColumnKey, (facts: Facts) => XlsxCell> {
  const { states, directions } = registersText[language];
  const named = <Row>(byId: Map<string, Row>, id: unknown) => byId.get(String(id ?? ''));
  const own = (facts: Facts) => named(releases, facts.releaseId);
  const part = ({ partId }: Facts) => named(releases, partId);
  const hardwareOf = (facts: Facts) => named(hardware, own(facts)?.hardwareId ?? facts.hardwareId)?.name ?? '';
  return {
    model: (facts) => named(models, own(facts)?.modelId ?? facts.modelId)?.name ?? '',
    version: (facts) => own(facts)?.version ?? text(facts.version),
    hardware: (facts) => (register === 'hardware' ? text(facts.name) : hardwareOf(facts)),
    soc: ({ soc }) => text(soc),
    board: ({ board }) => text(board),
    state: ({ state }) => states[state as keyof typeof states] ?? '',
    releasedOn: ({ releasedOn }) => day(releasedOn),
    endedOn: ({ endedOn }) => day(endedOn),
    firmwareName: ({ firmwareName }) => text(firmwareName),
    firmwareSha256: ({ firmwareSha256 }) => text(firmwareSha256),
    tags: ({ tags }) => list(tags),
    tag: ({ name }) => text(name),
    partModel: (facts) => named(models, part(facts)?.modelId)?.name ?? '',
    partVersion: (facts) => part(facts)?.version ?? '',
    partHardware: (facts) => named(hardware, part(facts)?.hardwareId)?.name ?? '',
    onModel: ({ onModelId }) => named(models, onModelId)?.name ?? '',
    partner: ({ partnerId, name }) => named(partners, partnerId)?.name ?? text(name),
    contactPost: ({ contactPost }) => text(contactPost),
    email: ({ email }) => text(email),
    phone: ({ phone }) => text(phone),
    direction: ({ direction }) => directions[direction as keyof typeof directions] ?? '',
    soldName: ({ name }) => text(name),
    partNumbers: ({ partNumbers }) => list(partNumbers),
    markets: ({ markets }) => list(markets),
    sinceOn: ({ sinceOn }) => day(sinceOn),
    untilOn: ({ untilOn }) => day(untilOn),
    month: ({ month }) => text(month).replace('-', '/'),
    region: ({ region }) => text(region),
    units: ({ units }) => Number(units),
    note: ({ note }) => text(note),
  };
}
