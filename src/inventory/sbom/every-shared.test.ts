import { createReadStream, globSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inPieces } from '../../../test/sbom-reading.ts';
import { sharedData } from '../../../test/shared.ts';
import { checkSbom } from './check-sbom.ts';
import { ruleWords } from './rule-text.ts';

// What is by its name a bill of materials and refused all the same, and by which rule.
const refused: [RegExp, string][] = [
  [/cyclonedx-tests\/.*\/(?:skip_)?invalid-/, '*'],
  [/regressions\/unit\/bom-invalid\.json$/, 'truncated'],
  [/regressions\/unit\/cyclonedx\/valid-bom-1\.[01]\.xml$/, 'version'],
  [/\.rdf(?:\.xml)?$/, 'spdx-rdf-xml'],
  [/SPDXX(?:ML|ml)Example.*\.xml$/, 'spdx-xml'],
  [/missing_component_name\/.*\.(?:json|yaml)$/, 'spdx-older-shape'],
  [/missing_unique_identifiers\/|spdx3\/missing_unique_identifiers/, 'spdx-id-missing'],
  [/spdx-spec-2\.3\/examples\/.*\.yaml$/, 'spdx-not-yaml'],
  [/SPDXSpreadsheetExample.*\.xlsx$/, 'no-known-header'],
  // What scanners and the tools beside them write; no bills of materials.
  [/yocto\/tests\/.*\/(?:invalid|grype|time_estimates|yocto)[^/]*\.json$/, 'unknown-format'],
  [/docfest\/.*\/nexB\/[^/]*\.json$|esp-idf\/report_schema\.json$|sarif\/|policy\//, 'unknown-format'],
];
const noBill =
  /(?:\.md|\.xsd|\.txt|\.toml|schema\.json|defs\.json|\.jsonld|LICENSE|COPYING|CODEOWNERS|-3\.0-only|pull_request\.yml)$/;

const folder = sharedData('sbom');
if (folder) {
  const files = globSync('**/*', { cwd: folder, withFileTypes: false }).filter((file) =>
    statSync(path.join(folder, file)).isFile(),
  );

  test('every shared file is read, or refused with a place and in both languages; none makes a reader fall over', async () => {
    const counts = { accepted: 0, refused: 0 };
    const unexpected: string[] = [];

    for (const file of files.filter((name) => !noBill.test(name))) {
      const full = path.join(folder, file);
      const source = { name: path.basename(file), sizeBytes: statSync(full).size, read: () => createReadStream(full) };
      const { isAccepted, problems } = await checkSbom(source);
      const expected = refused.find(([like]) => like.test(file))?.[1];
      const [first] = problems;
      const rule = isAccepted ? undefined : first?.rule;
      if (expected === '*' ? isAccepted : rule !== expected) unexpected.push(`${file}: ${rule}, not ${expected}`);
      if (problems.some((problem) => problem.place === '' || ruleWords(problem, 'ja') === problem.message)) {
        unexpected.push(`${file}: a problem without place or words`);
      }
      counts[isAccepted ? 'accepted' : 'refused']++;
    }

    expect(unexpected).toEqual([]);
    expect(counts).toEqual({ accepted: 530, refused: 230 });
  }, 60_000);

  test('cut off anywhere, every shared file is still read or refused', async () => {
    for (const file of files.filter((name) => /\.(?:json|xml|spdx|tag|ya?ml|csv|xlsx)$/.test(name))) {
      const full = path.join(folder, file);
      const whole = Buffer.concat(await Array.fromAsync(createReadStream(full)));
      const bytes = whole.subarray(0, Math.floor(whole.length * 0.7));
      const { problems } = await checkSbom({
        name: path.basename(file),
        sizeBytes: bytes.length,
        read: () => inPieces(bytes),
      });

      expect(problems.every(({ place }) => place !== '')).toBe(true);
    }
  }, 60_000);
}
