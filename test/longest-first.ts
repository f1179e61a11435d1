import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes minutes, the longest first. */
const longest = [
  ...['leak/leak', 'journey/axe', 'journey/layout', 'journey/palette', 'journey/products', 'journey/first-steps'],
  ...['journey/release', 'kill', 'journey/people', 'journey/matching', 'journey/house', 'journey/views'],
].map((name) => path.join(import.meta.dirname, `${name}.test.ts`));

/** Begins with what takes longest, so that nothing long runs on alone at the end while a core is idle. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      longest.includes(moduleId) ? longest.indexOf(moduleId) : longest.length;
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}
