import { people, seededId } from './callers.ts';
import type { Seed, Seeder } from './seeders.ts';
import { beginning } from './world.ts';

// Files come first of all that is planted, so that their ids are known: two a round, then a line of each.
const filesPerRound = 2;

/** The file that a line stands in: planted just before it. */
function fileOf({ at, wallId, number }: Seed): string {
  const line = Math.floor((number % 1_000) / 2);
  const file = `vex_import ${Math.floor(number / 1_000)} ${line - filesPerRound} ${wallId !== null}`;
  return seededId(at.subtract({ milliseconds: filesPerRound }), file);
}

/** One file behind a wall of each round. */
export const walledFiles = [0, 1, 2].map((round) =>
  seededId(beginning.add({ minutes: round * 10 + 5 }), `vex_import ${round} 0 true`),
);

export const vexFileSeeders: Record<string, Seeder> = {
  vex_import: {
    each: 'wall',
    row: ({ id, at, wallId, personId, word }) => ({
      ...{ id, scope: 'model', scope_id: people[0]?.personId ?? id, file_name: `${word('file_name')}.json` },
      ...{ sha256: '\\x00', format: 'openvex', document_id: word('document_id') },
      ...{ author: word('author'), stated_at: at, imported_at: at, imported_by: personId, wall_id: wallId },
    }),
    plain: ['scope', 'format', 'sha256'],
    showsIn: ['matching.listVexImports'],
  },
  vex_line: {
    each: 'wall',
    row: (seed) => ({
      ...{ import_id: fileOf(seed), ordinal: 1, vulnerability: seed.word('vulnerability') },
      ...{ product: seed.word('product'), part: seed.word('part'), status: 'fixed', justification: null },
      ...{ outcome: 'ignored', reason: 'other-product', places: 0, wall_id: seed.wallId },
    }),
    plain: ['status', 'justification', 'outcome', 'reason'],
    showsIn: ['matching.listVexLines'],
  },
};
