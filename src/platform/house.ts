import type { Log } from './log.ts';
import type { MailSettings } from './mail.ts';

/** What the running house is made of, the same for every call. */
export type House = {
  /** Where people reach it, without a trailing slash, e.g. "https://mamori.example.jp". */
  baseUrl: string;
  version: string;
  log: Log;
  /** 32 random bytes kept with the state: signs the audit's seals and what else must be recognised as ours. */
  secret: Uint8Array;
  stateFolder: string;
  /** Through which server mail goes out; without it mail waits and is shown as waiting. */
  mail?: MailSettings | null;
};
