import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { access } from '#access/contract';
import { roles } from '#access/model';
import { clientOf, problemOf } from '#platform/browser/client';
import type { Language } from '#platform/browser/texts';

/** What the frame around the pages shows. */
export interface ShellData {
  person: {
    name: string;
    roles: Record<Language, string>[];
    permissions: string[];
    divisions: Record<string, string[]>;
    locale: Language;
  } | null;
  /** When this browser's session ends; null for outsiders. */
  session: { endsAt: string; idleMinutes: number } | null;
}

const client = clientOf(access);

async function loadShellData(): Promise<ShellData> {
  const me = await client.me();
  const person = me.person && {
    name: me.person.name,
    locale: me.person.locale,
    roles: me.roles.map((role) => ({ ja: roles[role].ja, en: roles[role].en })),
    permissions: [...me.permissions],
    divisions: me.divisions,
  };
  return { person, session: me.session };
}

/** Who is signed in; asked once, and again after signing in or out. Its key is 'me' for everybody. */
export const shellQuery = queryOptions({
  queryKey: ['me'],
  queryFn: loadShellData,
  staleTime: Number.POSITIVE_INFINITY,
});

/** Whether a call failed because nobody is signed in any more. */
export function isSignedOut(thrown: unknown): boolean {
  return problemOf(thrown)?.status === 401;
}

/** Keeps the language with the person, for mails and other devices; an outsider's choice stays on this device. */
export async function keepLanguage(locale: Language): Promise<void> {
  await client.changeMe({ locale });
}

/**
 * Signs out here and shows the sign-in page, loaded anew: what was loaded and opened is gone with the page, so that the
 * next person at this browser sees nothing of it, and nothing of the old page asks the server once more.
 */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await queries.cancelQueries();
    await client.signOut();
    sessionStorage.clear();
    globalThis.location.assign('/sign-in');
  };
}
