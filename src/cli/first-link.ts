import { makeFirstRunLink, type Tools } from '#access';
import { answer } from './print.ts';

/** Prints the one-time link that makes the first administrator; nothing when there is one already. */
export async function printFirstLink(tools: Tools): Promise<void> {
  const link = await makeFirstRunLink(tools);
  if (link) answer(`\nMake the administrator with this link, once, within a day:\n  ${link}\n`);
}
