import type { Tools } from '#access';
import { roles } from '#access/model';
import { listSources } from '#intelligence';
import { listReleases } from '#inventory';
import { nameMaker } from '#organization';
import { todayInJapan } from '#platform/browser/calendar';
import { afternoonOf, momentOf } from './moment.ts';
import { loadOrganization } from './organization.ts';
import { loadProducts } from './products.ts';
import { arrivals, loadArrival, readSources } from './records.ts';
import { bringParts, loadReleases } from './releases.ts';
import { playWorkingDay } from './working-day.ts';

/** Since when みはり電機 uses Mamori. */
const begunDaysAgo = 91;

/**
 * Fills a state with what the fictional maker みはり電機 has done with Mamori in three months; again: adds only what is
 * missing, and reads its sources once more when they have become old.
 * @param password  of everybody in it; nothing for people who are there already
 * @returns who can sign in, in the order in which they are worth trying
 */
export async function loadDemo(
  tools: Tools,
  password: string,
): Promise<{ accounts: { email: string; label: string }[] }> {
  const today = todayInJapan(tools.now());
  const beginning = momentOf(tools, afternoonOf(today, begunDaysAgo));
  await nameMaker(beginning.tools, { nameJa: 'みはり電機', nameEn: 'Mihari Electric' });
  const { accounts, ...organization } = await loadOrganization(beginning.tools, password, today);
  const modelIds = await loadProducts(beginning.tools, organization, today);
  if ((await listReleases(tools, { sort: 'name', limit: 1 })).items.length === 0)
    await playThreeMonths(tools, { ...organization, modelIds }, today);
  if ((await listSources(tools)).some(({ source }) => source === 'jvn')) await readSources(tools);
  return {
    accounts: accounts.map(({ name, email, role }) => ({ email, label: `${roles[role].ja} ${name}` })),
  };
}

/** Releases first, then what they consist of and what the world knows, as both came. */
async function playThreeMonths(
  tools: Tools,
  ids: Parameters<typeof playWorkingDay>[1]['ids'] & { modelIds: ReadonlyMap<string, string> },
  today: Temporal.PlainDate,
): Promise<void> {
  const beginning = momentOf(tools, afternoonOf(today, begunDaysAgo));
  const loaded = await loadReleases(beginning.tools, ids.modelIds, today);
  await beginning.match();
  // Whoever has brought in records themselves keeps to those.
  const withRecords = (await listSources(tools)).length === 0;
  const steps = [
    ...(withRecords
      ? arrivals.map(({ daysAgo }, number) => ({ daysAgo, act: (then: Tools) => loadArrival(then, number) }))
      : []),
    ...loaded.map((release) => ({ daysAgo: release.partsDaysAgo, act: (then: Tools) => bringParts(then, release) })),
  ];
  const days = [...Map.groupBy(steps, ({ daysAgo }) => daysAgo)].sort(([one], [other]) => other - one);
  for (const [daysAgo, ofDay] of days) {
    const moment = momentOf(tools, afternoonOf(today, daysAgo));
    for (const { act } of ofDay) await act(moment.tools);
    await moment.match();
  }
  await playWorkingDay(tools, { ids, loaded, withRecords });
}
