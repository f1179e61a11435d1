import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Bench, Figure } from '../../src/cli/run-benches.ts';
import { type LargeForm, writeLargeSbom } from '../large-sbom.ts';
import { checkInChild } from '../sbom-child.ts';

const MIB = 1024 * 1024;
// A component and its relation take some 550 bytes: these hold about 5,000 of them.
const ofFiveThousand = Math.floor(2.6 * MIB);

/** `./mamori sbom check` in a process of its own, its start included. */
export const bench: Bench = {
  title: 'Reading bills of materials',
  async measure() {
    const folder = mkdtempSync(path.join(tmpdir(), 'mamori-bench-'));
    try {
      const figures: Figure[] = [];
      for (const form of ['json', 'xml', 'spdx', 'spdx3', 'spdx-tags'] as const) {
        figures.push(...(await figuresOf(form, path.join(folder, 'bom'))));
      }
      return figures;
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

const names: Record<LargeForm, string> = {
  json: 'CycloneDX JSON',
  xml: 'CycloneDX XML',
  spdx: 'SPDX 2.3 JSON',
  spdx3: 'SPDX 3 JSON-LD',
  'spdx-tags': 'SPDX 2.3 tag-value',
};

async function figuresOf(form: LargeForm, file: string): Promise<Figure[]> {
  const small = writeLargeSbom(file, form, ofFiveThousand);
  const { ms } = await checkInChild(file);
  const large = writeLargeSbom(file, form, 64 * MIB);
  const whole = await checkInChild(file);
  return [
    { what: `${names[form]}, ${small} components`, value: Math.round(ms), unit: 'ms' },
    { what: `${names[form]}, 64 MiB with ${large} components`, value: Math.round(whole.ms / 100) / 10, unit: 's' },
    {
      what: `${names[form]}, 64 MiB, peak memory`,
      value: Math.round(whole.peakBytes / 1_000_000),
      unit: 'MB',
      ...(form === 'spdx-tags' ? {} : { limit: 512 }),
    },
  ];
}
