import { help as access } from '#access/help';
import { help as intelligence } from '#intelligence/help';
import { help as inventory } from '#inventory/help';
import { help as matching } from '#matching/help';
import { help as messages } from '#messages/help';
import { help as operations } from '#operations/help';
import { help as organization } from '#organization/help';
import type { Help } from '#platform/browser/help';
import { help as own } from './own-help.ts';

const parts: Help[] = [access, messages, operations, organization, inventory, intelligence, matching, own];

/** The help of every page, by its address in the router, and every word that it explains. */
export const everyHelp: Help = {
  words: Object.assign({}, ...parts.map(({ words }) => words)),
  pages: Object.assign({}, ...parts.map(({ pages }) => pages)),
};
