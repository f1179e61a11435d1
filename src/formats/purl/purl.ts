/** A package URL in its parts, decoded and in the case that its type asks for. What is absent is null or empty. */
export type Purl = {
  type: string;
  namespace: string | null;
  name: string;
  version: string | null;
  /** In the order of their keys. */
  qualifiers: Record<string, string>;
  subpath: string | null;
};

export type PurlRule =
  | 'no-scheme'
  | 'bad-type'
  | 'no-name'
  | 'bad-qualifier'
  | 'duplicate-qualifier'
  | 'bad-encoding'
  | 'bad-subpath'
  | 'namespace-missing'
  | 'namespace-not-allowed';

/** The text, or the parts, are no package URL. */
export class PurlFault extends Error {
  readonly rule: PurlRule;

  constructor(rule: PurlRule, message: string) {
    super(message);
    this.name = 'PurlFault';
    this.rule = rule;
  }
}
