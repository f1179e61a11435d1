import type { Line } from '#edges/dependency-track';

/** How many projects ended how; a project whose components were refused counts as refused. */
export function countsOf(lines: readonly Line[]) {
  const counts = { taken: 0, unchanged: 0, groups: 0, refused: 0, decisions: 0, unplaced: 0 };
  for (const line of lines) {
    if (!('outcome' in line) || typeof line.outcome.sbom === 'object') counts.refused++;
    else if (line.outcome.project === 'group') counts.groups++;
    else counts[line.outcome.project]++;
    if ('outcome' in line) {
      counts.decisions += line.outcome.decisions;
      counts.unplaced += line.outcome.unplaced.length;
    }
  }
  return counts;
}

/** What a person should know of one project: where it went, what was refused, what could not be placed. */
export function sayLine(line: Line): string[] {
  const { project, place } = line;
  const name = [project.name, project.version].filter(Boolean).join(' ');
  if (!('outcome' in line)) return [`  refused    ${name}: ${line.refused}`];
  const { outcome } = line;
  if (outcome.project === 'unchanged' && outcome.unplaced.length === 0) return [];
  if (outcome.project === 'group') return [`  group      ${name}`];
  const where = place ? ` → ${place.lineName} / ${place.modelName} ${place.version}` : '';
  const parts =
    typeof outcome.sbom === 'object' ? `components refused: ${outcome.sbom.refused}` : sbomWords[outcome.sbom];
  return [
    `  ${outcome.project.padEnd(9)}  ${name}${where}: ${outcome.components} components (${parts}), ${outcome.decisions} decisions`,
    ...outcome.unplaced.map((what) => `             not in the release any more: ${what}`),
  ];
}

const sbomWords = {
  taken: 'taken',
  unchanged: 'unchanged',
  kept: 'the release has its own',
  none: 'there are none',
} as const;
