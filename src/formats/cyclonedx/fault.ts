/** Ends the reading of a document; `place` is a JSON path or a line. Faults of JSON itself are a JsonFault. */
export class CdxFault extends Error {
  readonly rule: string;
  readonly place: string;

  constructor(rule: string, message: string, place: string) {
    super(message);
    this.name = 'CdxFault';
    this.rule = rule;
    this.place = place;
  }
}
