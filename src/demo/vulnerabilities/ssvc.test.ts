import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readCve5 } from '#formats/cve5';
import { statementOfCve5 } from '#intelligence/pure';
import { sharedData } from '../../../test/shared.ts';
import { vulnerabilities } from './all.ts';
import { cveRecord } from './cve-record.ts';

const shared = sharedData('cve/cve5');

/** What a record says of SSVC, in small letters: some are written "PoC". */
function decisionIn(bytes: Uint8Array): string | null {
  const read = readCve5(bytes);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const ssvc = statementOfCve5(read.document).ssvc;
  return ssvc && [ssvc.exploitation, ssvc.automatable, ssvc.technicalImpact].join(' ').toLowerCase();
}

test.runIf(shared)('what CISA decided is what the real records say', () => {
  const wrong: string[] = [];
  let compared = 0;
  for (const { id, cve } of vulnerabilities) {
    const file = path.join(shared ?? '', id.slice(4, 8), `${id}.json`);
    if (!cve || !existsSync(file)) continue;
    compared += 1;
    const ours = decisionIn(new TextEncoder().encode(JSON.stringify(cveRecord(id, cve))));
    const theirs = decisionIn(readFileSync(file));
    if (ours !== theirs) wrong.push(`${id}: ${ours}, but ${theirs}`);
  }

  expect(wrong).toEqual([]);
  expect(compared).toBeGreaterThan(130);
});
