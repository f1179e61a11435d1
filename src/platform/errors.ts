/** Why a caller is refused; each has one HTTP status and one sentence in the pages' texts. */
export type RefusalCode =
  | 'invalid'
  | 'not-signed-in'
  | 'not-allowed'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'too-many'
  | 'unavailable';

/**
 * The caller can act on it. Everything else that is thrown is a bug.
 * `message` is for developers and API users (English); pages turn `code` and `details` into their own words.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: Record<string, unknown>;

  constructor(code: RefusalCode, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}
