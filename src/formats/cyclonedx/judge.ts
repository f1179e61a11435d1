import type { CdxRule } from './fault.ts';
import type { CdxItem, CdxProblem } from './item.ts';
import { pickComponent, pickDependency, pickMetadata, pickVulnerability } from './pick.ts';
import { type Broken, checkShape, isObject, type Minor, minors, type Shape } from './shape.ts';
import { component, dependency, metadata, service, vulnerability } from './shapes.ts';

/** One element as it was read, from JSON or turned into the same form from XML. */
export type Element = {
  name: 'subject' | 'component' | 'service' | 'dependency' | 'metadata' | 'vulnerability';
  value: unknown;
  at: string;
  within: string | null;
  /** Where a break of a rule is, for the person who looks for it. */
  placeOf: (broken: Broken | null) => string;
};

const shapeByName: Record<Element['name'], Shape> = {
  subject: component,
  component,
  service,
  dependency,
  metadata,
  vulnerability,
};

const MOST_PROBLEMS = 1_000;

/** Judges elements by the version of their document, which may be named after them. */
export class Judge {
  #minor: Minor | null = null;
  #waiting = new Map<Minor, CdxItem[]>(minors.map((minor) => [minor, []]));
  #refs = new Set<string>();
  #subjectRef: string | null = null;
  #told = 0;

  /** @returns what was broken before the version was known */
  settle(minor: Minor): CdxItem[] {
    this.#minor = minor;
    const waiting = this.#waiting.get(minor) ?? [];
    this.#waiting.clear();
    return waiting;
  }

  *take(element: Element): Generator<CdxItem> {
    for (const minor of this.#minor ? [this.#minor] : minors) {
      const found = checkShape(element.value, shapeByName[element.name], minor).map((broken) =>
        problem(element, broken, levelOf(broken.rule, minor)),
      );
      if (this.#minor) yield* this.#atMost(found);
      else if ((this.#waiting.get(minor)?.length ?? 0) < MOST_PROBLEMS) this.#waiting.get(minor)?.push(...found);
    }
    if (!isObject(element.value)) return;
    yield* this.#atMost(this.#repeatedRef(element, element.value));
    yield* itemOf(element, element.value);
  }

  #repeatedRef(element: Element, value: Record<string, unknown>): CdxItem[] {
    const ref = value['bom-ref'];
    if (typeof ref !== 'string' || ref === '') return [];
    if (element.name === 'subject') this.#subjectRef = ref;
    if (!this.#refs.has(ref)) {
      this.#refs.add(ref);
      return [];
    }
    const message = `the bom-ref "${ref.slice(0, 80)}" stands twice`;
    // Merging tools name the subject again among the parts; that leaves no doubt.
    const level = ref === this.#subjectRef ? 'warning' : 'error';
    return [problem(element, { path: '["bom-ref"]', rule: 'duplicate-ref', message, owner: value }, level)];
  }

  *#atMost(problems: CdxItem[]): Generator<CdxItem> {
    for (const one of problems) if (this.#told++ < MOST_PROBLEMS) yield one;
  }
}

// The list of licences grows faster than any reader of it, so what is new there must not refuse a document (decision 007).
const levelOf = (rule: CdxRule, minor: Minor): CdxProblem['level'] =>
  rule === 'licence-spelling' || (rule === 'licence-id' && minor >= 6) ? 'warning' : 'error';

const problem = (element: Element, broken: Broken, level: CdxProblem['level']): CdxItem => ({
  is: 'problem',
  problem: { level, place: element.placeOf(broken), rule: broken.rule, message: broken.message },
});

function* itemOf({ name, at, within, placeOf }: Element, value: Record<string, unknown>): Generator<CdxItem> {
  const place = placeOf(null);
  switch (name) {
    case 'subject':
    case 'component':
      yield {
        is: 'component',
        role: name === 'subject' ? 'subject' : 'part',
        component: pickComponent(value),
        at,
        within,
        place,
      };
      return;
    case 'dependency':
      yield { is: 'dependency', ...pickDependency(value), place };
      return;
    case 'metadata':
      yield { is: 'metadata', metadata: pickMetadata(value), place };
      return;
    case 'vulnerability':
      yield { is: 'vulnerability', vulnerability: pickVulnerability(value), place };
      return;
    case 'service':
      // Runs elsewhere: judged, but no part of what is shipped.
      return;
  }
}
