const MINUTE_MS = 60_000;

/** How long before its end a session is announced to end. */
export const WARNING_MS = 2 * MINUTE_MS;

/** When a session ends if nothing more is done, and whether doing something would help. */
export interface SessionEnd {
  at: number;
  /** False when the session ends whatever happens, and only signing in again helps. */
  canGoOn: boolean;
}

/**
 * The end of the session as the browser can know it: a while after the last call, at the latest at its fixed end.
 * @param lastCallAt  when the server last answered, in milliseconds since 1970, like the result
 */
export function sessionEnd(session: { endsAt: string; idleMinutes: number }, lastCallAt: number): SessionEnd {
  const fixed = Date.parse(session.endsAt);
  const idle = lastCallAt + session.idleMinutes * MINUTE_MS;
  return idle < fixed ? { at: idle, canGoOn: true } : { at: fixed, canGoOn: false };
}
