import type { Receiver } from '#access';
import { textOf } from '#platform/browser/texts';
import { oneLine } from '#platform/mail';
import type { Told } from './model.ts';
import { text } from './text.ts';

/**
 * The words of a mail to a person who has an account: plain text in their language, with the way to the matter.
 * Mail travels open. Of what stands behind a wall it says only that a notice waits.
 */
export function composeMail(
  { name, locale }: Pick<Receiver, 'name' | 'locale'>,
  { told, path, isWalled, baseUrl }: { told: Told; path: string; isWalled: boolean; baseUrl: string },
): { subject: string; body: string } {
  const words = textOf(text, locale).mail;
  const { title, body } = isWalled ? { title: words.walledTitle, body: words.walledBody } : told[locale];
  const link = `${baseUrl}${isWalled ? '/notices' : path}`;
  return {
    subject: `[Mamori] ${oneLine(title)}`,
    body: `${words.greeting(name)}\n\n${body}\n\n${link}\n\n-- \n${words.foot}\n`,
  };
}
