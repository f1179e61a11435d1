/**
 * What a reader found wrong in outside data, in the place where it is wrong.
 * `rule` is a stable word that callers translate, `details` are the facts for that sentence, `message` is plain English.
 */
export type Problem<Rule extends string = string> = {
  path: string;
  rule: Rule;
  message: string;
  details: Record<string, string | number>;
};

/** Thrown where a value cannot be expressed in a format. Carries every place that is wrong, never only the first. */
export class FormatProblem extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const [first] = problems;
    super(first ? `${first.path}: ${first.message}` : 'The value cannot be expressed in this format');
    this.name = 'FormatProblem';
    this.problems = problems;
  }
}
