import { personViewer, type Tools } from '#access';
import { comingFile, correctComponent, listReleaseComponents, takeSbom } from '#inventory';
import { handOver } from '#organization';
import { todayInJapan } from '#platform/browser/calendar';
import { newId } from '#platform/ids';
import { momentOf, workingHoursBefore } from './moment.ts';
import { people } from './organization.ts';
import { loadLate } from './records.ts';
import type { LoadedRelease } from './releases.ts';
import { writeSbom } from './write-sbom.ts';

type Ids = {
  personIds: ReadonlyMap<string, string>;
  divisionIds: ReadonlyMap<string, string>;
  postIds: ReadonlyMap<string, string>;
};
type Played = { ids: Ids; loaded: readonly LoadedRelease[]; withRecords: boolean };

/** What was done in the last hours of work, by whom: all of it lies within the last 24 hours. */
export async function playWorkingDay(tools: Tools, { ids, loaded, withRecords }: Played): Promise<void> {
  const release = (model: string, version: string) =>
    loaded.find((one) => one.model === model && one.release.version === version) as LoadedRelease;
  const deeds: { hoursAgo: number; by: string | null; act: (then: Tools) => Promise<unknown> }[] = [
    { hoursAgo: 8.2, by: 'ishii', act: (then) => appointDeputy(then, ids) },
    { hoursAgo: 6.6, by: 'nakamura', act: (then) => sendSbomAgain(then, release('MC-230', '1.8.2')) },
    ...(withRecords ? [{ hoursAgo: 4.9, by: null, act: loadLate }] : []),
    { hoursAgo: 3.3, by: 'sato', act: (then) => identifyWebServer(then, release('MR-1167', '1.4.7')) },
  ];
  for (const { hoursAgo, by, act } of deeds) {
    const moment = momentOf(tools, workingHoursBefore(tools.now(), hoursAgo));
    await act(by === null ? moment.tools : actingAs(moment.tools, by, ids));
    await moment.match();
  }
}

/** The tools in the hands of one of the people. */
function actingAs(tools: Tools, mail: string, { personIds, divisionIds }: Ids): Tools {
  const { name, role, division, locale = 'ja' } = people.find(({ email }) => email === mail) as (typeof people)[number];
  const person = { id: personIds.get(mail) ?? '', name, email: mail, locale };
  const divisionId = division ? (divisionIds.get(division) ?? null) : null;
  return { ...tools, viewer: personViewer(person, [{ role, divisionId }], { sessionId: newId() }) };
}

/** 中村 stands in for 藤井 from now on. */
async function appointDeputy(tools: Tools, { personIds, postIds }: Ids): Promise<void> {
  const postId = postIds.get('ネットワーク事業部 事業部窓口') ?? '';
  const moves = [{ postId, kind: 'deputy' as const, toPersonId: personIds.get('nakamura') ?? null }];
  await handOver(tools, { moves, effectiveOn: todayInJapan(tools.now()).toString(), reason: '出張の多い時期に備えて' });
}

/** The build had written an old version of libpng into its bill of materials. */
async function sendSbomAgain(tools: Tools, { id, model, release }: LoadedRelease): Promise<void> {
  const sbom = writeSbom(model, release);
  if (sbom) await takeSbom(tools, { releaseId: id, file: comingFile(sbom), origin: 'page' });
}

/** The bill of materials calls it by a name of the house. */
async function identifyWebServer(tools: Tools, { id: releaseId, release }: LoadedRelease): Promise<void> {
  const q = release.first?.hidden?.lighttpd ?? '';
  const [found] = (await listReleaseComponents(tools, { id: releaseId, q, sort: 'name', limit: 1 })).items;
  if (!found) throw new Error(`The release has no ${q}`);
  await correctComponent(tools, {
    ...{ id: found.id, releaseId, reason: `開発課に確認。${q}の中身はlighttpd 1.4.50` },
    ...{ name: 'lighttpd', version: '1.4.50', supplier: 'lighttpd', purl: null },
    cpe: 'cpe:2.3:a:lighttpd:lighttpd:1.4.50:*:*:*:*:*:*:*',
  });
}
