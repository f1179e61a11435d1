import { newToken } from '#platform/ids';
import { lifetimes } from './rules.ts';
import { readSignedWord, signWord } from './signed-word.ts';
import type { Tools } from './tools.ts';

type DeviceTools = Pick<Tools, 'now' | 'house' | 'session'>;

/**
 * Marks this browser as one that the person has signed in with, anew at each signing in. It opens nothing: it has its own
 * count of wrong passwords, so that others who guess do not shut its person out.
 * @source OWASP, Slow Down Online Guessing Attacks with Device Cookies
 */
export function markDevice({ now, house, session }: DeviceTools, personId: string): void {
  const expiresAt = now().add({ hours: 24 * lifetimes.deviceDays });
  const text = `${newToken()}.${expiresAt.epochMilliseconds}`;
  // Whose it is stands in the signature alone: the cookie tells nobody.
  session.keepDevice(signWord(house.secret, 'access.device', text, personId), expiresAt);
}

/** What this browser is counted as for this person; null when they have not signed in with it, or long ago. */
export function knownDevice({ now, house, session }: DeviceTools, personId: string): string | null {
  const text = session.device && readSignedWord(house.secret, 'access.device', session.device, personId);
  if (!text) return null;
  const expiresAt = Number(text.split('.')[1]);
  return expiresAt > now().epochMilliseconds ? `${personId} ${text}` : null;
}
