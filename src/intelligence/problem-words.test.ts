import { expect, test } from 'vitest';
import { sharedData } from '../../test/shared.ts';
import { problemWords } from './problem-words.ts';
import { readPaths } from './reading/read-paths.ts';

const folders = ['cve', 'osv', 'jvn'].flatMap((set) => sharedData(set) ?? []);

test.runIf(folders.length === 3)('whatever cannot be read of the shared sets says why in Japanese', async () => {
  const rules = new Set<string>();
  for await (const one of readPaths(folders)) {
    if (one.kind === 'refused') rules.add(one.rule);
    if (one.kind !== 'record') continue;
    const reading = one.read();
    if ('problems' in reading) for (const { rule } of reading.problems) rules.add(rule);
  }

  expect(rules.size).toBeGreaterThan(2);
  expect([...rules].filter((rule) => problemWords({ rule, message: 'why' }, 'ja') === 'why')).toEqual([]);
  expect(problemWords({ rule: 'wrong-shape', message: 'why' }, 'en')).toBe('why');
});
