import type { JobBoard } from './job-board.ts';
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
  /** The jobs of the running server; absent where no server runs, in commands and in tests of use cases. */
  jobs?: JobBoard;
  /** Which database runs: the packaged one, an installed one on our own data, or one that somebody else keeps. */
  database?: 'embedded' | 'system' | 'elsewhere';
};
