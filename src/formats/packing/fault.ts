export type PackingRule =
  | 'too-large'
  | 'broken-archive'
  | 'password-protected'
  | 'unsafe-name'
  | 'link'
  | 'too-many-files'
  | 'no-file';

/** What is packed cannot be unpacked within the limits. */
export class PackingFault extends Error {
  readonly rule: PackingRule;
  readonly details: Record<string, string | number>;

  constructor(rule: PackingRule, message: string, details: Record<string, string | number> = {}) {
    super(message);
    this.name = 'PackingFault';
    this.rule = rule;
    this.details = details;
  }
}
