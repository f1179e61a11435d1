import { createReadStream, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedData } from '../../../test/shared.ts';
import { CdxFault, type CdxItem, type CdxLimits, readCycloneDxJson, readCycloneDxXml } from './index.ts';

const limits: CdxLimits = { bytes: 64 * 1024 * 1024, depth: 200, values: 1_000_000 };

async function problemsOf(file: string): Promise<{ place: string; rule: string; message: string }[]> {
  const read = file.endsWith('.xml') ? readCycloneDxXml : readCycloneDxJson;
  try {
    const items: CdxItem[] = await Array.fromAsync(read(createReadStream(file), limits));
    return items.flatMap((item) => (item.is === 'problem' && item.problem.level === 'error' ? [item.problem] : []));
  } catch (fault) {
    if (!(fault instanceof CdxFault)) throw fault;
    return [{ place: fault.place, rule: fault.rule, message: fault.message }];
  }
}

const folder = sharedData('sbom/cyclonedx-tests');
if (folder) {
  const files = readdirSync(folder).flatMap((version) =>
    readdirSync(path.join(folder, version)).map((name) => `${version}/${name}`),
  );

  describe('the official documents', () => {
    test.each(files.filter((file) => file.includes('/valid-')))('%s is accepted', async (file) => {
      expect(await problemsOf(path.join(folder, file))).toEqual([]);
    });

    test.each(files.filter((file) => file.includes('/invalid-')))('%s is refused with its place', async (file) => {
      const problems = await problemsOf(path.join(folder, file));

      expect(problems).not.toEqual([]);
      for (const { place } of problems) expect(place).toMatch(/line \d+/);
    });

    // The suite itself skips these two: the JSON schema of 1.2 gives `type`, `name` and `version` a default instead of asking
    // for them. XML and every later version ask, and without them a component says nothing, so they are refused.
    test('the ledger: where the official schema is silent', async () => {
      const silent = files.filter((file) => !/\/(?:in)?valid-/.test(file));

      expect(silent.toSorted()).toEqual([
        '1.2/skip_invalid-empty-component-1.2.json',
        '1.2/skip_invalid-missing-component-type-1.2.json',
      ]);
      for (const file of silent) {
        const rules = (await problemsOf(path.join(folder, file))).map(({ rule }) => rule);
        expect(new Set(rules)).toEqual(new Set(['required']));
      }
    });
  });
}
