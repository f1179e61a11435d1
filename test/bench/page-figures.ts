import type { Figure } from '../../src/cli/run-benches.ts';
import { getVulnerability } from '../../src/intelligence/get-vulnerability.ts';
import { listVulnerabilities } from '../../src/intelligence/list-vulnerabilities.ts';
import { countTouched, countTouchedField } from '../../src/matching/count-touched.ts';
import { getTrend } from '../../src/matching/get-trend.ts';
import { listChanges } from '../../src/matching/list-changes.ts';
import { countExposures, listExposures, listUnmatched } from '../../src/matching/list-exposures.ts';
import { getToday, listAffectedModels, listAffectedReleases, listTouching } from '../../src/matching/list-touching.ts';
import { todayInJapan } from '../../src/platform/browser/calendar.ts';
import { idOf } from './bench-records.ts';
import type { Measured } from './on-server.ts';
import { listPages, p95 } from './p95.ts';

/** What the pages about matches ask for, four people at once. */
export async function pageFigures({ tools }: Measured): Promise<Figure[]> {
  const name = idOf(1);
  const {
    id,
    model_id: modelId,
    line_id: lineId,
  } = await tools.db
    .selectFrom('release')
    .innerJoin('model', 'model.id', 'release.model_id')
    .select(['release.id', 'release.model_id', 'model.line_id'])
    .where('release.key', '=', 5_000)
    .executeTakeFirstOrThrow();
  const shown = {
    line: await idsOf(tools, 'product_line', 10),
    model: await idsOf(tools, 'model', 50),
    release: await idsOf(tools, 'release', 50),
  };
  const page = { limit: 50 };
  return [
    await p95('today: its numbers', 100, [() => getToday(tools)]),
    await p95('what is new and what is open, week by week', 300, [() => getTrend(tools)]),
    await p95('what is otherwise than yesterday, first page', 300, [() => listChanges(tools, page)]),
    await p95('what came to touch us in a week, first page', 300, [
      () => listTouching(tools, { releases: 'field', week: todayInJapan(tools.now()).toString(), ...page }),
    ]),
    await p95('today: what is new, the most urgent first', 100, [
      () => listTouching(tools, { releases: 'field', newDays: 7, limit: 10 }),
    ]),
    await p95('one vulnerability with its models and releases', 300, [
      () =>
        Promise.all([
          getVulnerability(tools, { name }),
          listAffectedModels(tools, { name, ...page }),
          listAffectedReleases(tools, { name, ...page }),
        ]),
    ]),
    await p95('what touches a release, and what of it cannot be compared', 300, [
      () =>
        Promise.all([
          countExposures(tools, { id }),
          listExposures(tools, { id, ...page }),
          listUnmatched(tools, { id, ...page }),
        ]),
    ]),
    await p95('numbers beside the tree of products: ten lines, fifty models, fifty releases, all', 300, [
      ...(['line', 'model', 'release'] as const).map((of) => () => countTouched(tools, { of, id: shown[of] })),
      () => countTouchedField(tools),
    ]),
    ...(await listPages({
      'vulnerabilities that touch releases in the field': [
        (asked) => listTouching(tools, { releases: 'field', ...asked }),
        (asked) => listTouching(tools, { releases: 'field', severity: ['critical'], ...asked }),
        (asked) => listTouching(tools, { releases: 'field', match: ['applies'], ...asked }),
        (asked) => listTouching(tools, { releases: 'field', q: 'busybox', ...asked }),
      ],
      'vulnerabilities that touch a line, a model, any release': [
        (asked) => listTouching(tools, { releases: 'field', line: [lineId], ...asked }),
        (asked) => listTouching(tools, { releases: 'field', model: [modelId], ...asked }),
        (asked) => listTouching(tools, { releases: 'all', ...asked }),
      ],
      'all vulnerabilities': [
        (asked) => listVulnerabilities(tools, { sort: 'urgency', ...asked }),
        (asked) => listVulnerabilities(tools, { sort: 'published', ...asked }),
        (asked) => listVulnerabilities(tools, { sort: 'urgency', severity: ['critical'], ...asked }),
        (asked) => listVulnerabilities(tools, { sort: 'urgency', q: 'openssl', ...asked }),
      ],
      'models and releases that a vulnerability touches': [
        (asked) => listAffectedModels(tools, { name, ...asked }),
        (asked) => listAffectedReleases(tools, { name, ...asked }),
      ],
      'what touches a release': [
        (asked) => listExposures(tools, { id, ...asked }),
        (asked) => listUnmatched(tools, { id, ...asked }),
      ],
    })),
  ];
}

async function idsOf({ db }: Measured['tools'], table: 'product_line' | 'model' | 'release', limit: number) {
  return (await db.selectFrom(table).select('id').limit(limit).execute()).map(({ id }) => id);
}
