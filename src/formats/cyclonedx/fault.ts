import type { JsonRule } from '../json/index.ts';

/** What can be wrong in a CycloneDX document beside the rules of JSON. Stable words that callers translate. */
export type CdxRule =
  | JsonRule
  | 'not-cyclonedx'
  | 'version'
  | 'type'
  | 'required'
  | 'word'
  | 'pattern'
  | 'one-of'
  | 'repeated'
  | 'duplicate-ref'
  | 'licence-id'
  | 'licence-spelling'
  | 'licence-choice'
  | 'hash-content'
  | 'date-time'
  | 'mime-type'
  | 'serial-number'
  | 'doctype'
  | 'encoding';

/** Ends the reading of a document; `place` is a JSON path or a line. Faults of JSON itself are a JsonFault. */
export class CdxFault extends Error {
  readonly rule: CdxRule;
  readonly place: string;

  constructor(rule: CdxRule, message: string, place: string) {
    super(message);
    this.name = 'CdxFault';
    this.rule = rule;
    this.place = place;
  }
}
