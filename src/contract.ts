import { access } from '#access/contract';
import { intelligence } from '#intelligence/contract';
import { inventory } from '#inventory/contract';
import { matching } from '#matching/contract';
import { messages } from '#messages/contract';
import { operations } from '#operations/contract';
import { organization } from '#organization/contract';
import { verdicts } from '#verdicts/contract';

/** Every endpoint of Mamori, by step: what the server serves and every client calls. */
export const contract = { access, messages, operations, organization, inventory, intelligence, verdicts, matching };
