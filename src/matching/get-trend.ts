import type { Tools } from '#access';
import { severities } from '#intelligence/model';
import type { Trend } from './contract.ts';
import * as store from './store/history.ts';
import { mondayOf, mondaysUntil, weekFrom, weeksShown } from './weeks.ts';

type Reading = Pick<Tools, 'db' | 'viewer' | 'now'>;

/**
 * What came to touch releases in the field week by week, and how much applied at the end of each. Counted back from what
 * is open now, so that it is right for as long as changes are known, and said for no time before.
 */
export async function getTrend({ db, viewer, now }: Reading): Promise<Trend> {
  const at = now();
  const mondays = mondaysUntil(at, weeksShown);
  const [first = mondayOf(at)] = mondays;
  const since = await store.historyBegins(db, viewer);
  const rows = Map.groupBy(await store.countByWeek(db, viewer, weekFrom(first).from), ({ monday }) => monday);
  const open = openBySeverity(await store.countOpen(db, viewer));
  const begins = since && mondayOf(since);
  const weeks: Trend['weeks'] = [];
  for (const monday of mondays.toReversed()) {
    const changes = rows.get(monday.toString()) ?? [];
    const isKnown = begins !== null && Temporal.PlainDate.compare(monday, begins) >= 0;
    const sum = (of: (row: store.WeekRow) => number) => changes.reduce((total, row) => total + of(row), 0);
    weeks.unshift({
      monday: monday.toString(),
      known: isKnown
        ? {
            applies: sum(({ newApplies }) => newApplies),
            mayApply: sum(({ newMayApply }) => newMayApply),
            still: sum(({ still }) => still),
            open: { ...open },
          }
        : null,
    });
    for (const { severity, growth } of changes) open[severities[severity] ?? 'none'] -= growth;
  }
  return { at: at.toString(), since: since?.toString() ?? null, weeks };
}

type Open = NonNullable<Trend['weeks'][number]['known']>['open'];

function openBySeverity(rows: readonly { severity: number; count: number }[]): Open {
  const open: Open = { none: 0, low: 0, medium: 0, high: 0, critical: 0 };
  for (const { severity, count } of rows) open[severities[severity] ?? 'none'] += count;
  return open;
}
