import { useQueryClient } from '@tanstack/react-query';
import { useToast } from '#kit/Toast';
import { useText } from '#platform/browser/language';
import type { Identification } from '../../contract/identities.ts';
import { pairText } from '../../identity/product-pair.ts';
import { everything, matches } from '../queries.ts';
import { text } from '../text.ts';

type Words = Pick<Identification, 'subject' | 'vendor' | 'product' | 'answer' | 'note'>;

/** The job that matches anew takes a moment; what hangs on it is asked for again then. */
const settledAfterMs = 4_000;

/** Says what a component is or takes that back, tells so, and offers the way back. */
export function useSaying(): { say: (words: Words) => Promise<void>; revoke: (said: Identification) => Promise<void> } {
  const words = useText(text).identity;
  const toast = useToast();
  const queries = useQueryClient();
  const changed = async () => {
    setTimeout(() => void queries.invalidateQueries({ queryKey: everything }), settledAfterMs);
    await queries.invalidateQueries({ queryKey: everything });
  };
  async function say({ subject, vendor, product, answer, note }: Words): Promise<void> {
    const said = await matches.sayIdentity({ subject, vendor, product, answer, note });
    const told = answer === 'is' ? words.confirmed : words.ruledOut;
    toast(told(said.subject, pairText(said)), { undo: () => void revoke(said) });
    await changed();
  }
  async function revoke(said: Identification): Promise<void> {
    await matches.revokeIdentity({ id: said.id });
    toast(words.revoked(said.subject, pairText(said)), { undo: () => void say(said) });
    await changed();
  }
  return { say, revoke };
}
