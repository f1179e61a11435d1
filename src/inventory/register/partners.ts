import type { PartnerFacts } from '../model/registers.ts';
import type { Register } from './register.ts';
import { partnerTable } from './store/tables.ts';
import { listSoldByPartners } from './store/uses.ts';

/** Companies that sell ours, or whose models we sell; they belong to no division. One that still sells cannot be removed. */
export const partners: Register<PartnerFacts> = {
  name: 'partners',
  subject: 'partner',
  table: partnerTable,
  refers: () => ({}),
  modelIdOf: () => null,
  titleOf: ({ name }) => name,
  faultOf: () => null,
  usesOf: listSoldByPartners,
  afterwards: async () => {},
};
