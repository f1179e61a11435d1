import { fold } from '#platform/browser/fold';
import type { Db } from '#platform/database';
import { slugOf } from '../../model.ts';
import * as store from '../store/lookups.ts';
import type { ColumnKey } from './columns.ts';
import type { SaidRow } from './parse-rows.ts';

/** Finds what a row names; what is not found is noted as wrong in its cell, and is null. */
export type Find = {
  model: (row: SaidRow, key: ColumnKey) => string | null;
  partner: (row: SaidRow, key: ColumnKey) => string | null;
  /** Null also where the cell is empty: any hardware. */
  hardware: (row: SaidRow, key: ColumnKey, modelId: string | null) => string | null;
  release: (row: SaidRow, keys: { model: ColumnKey; version: ColumnKey; hardware: ColumnKey }) => string | null;
};

const own = { model: 'model', version: 'version' } as const;
const part = { model: 'partModel', version: 'partVersion' } as const;
const textsOf = (rows: SaidRow[], key: ColumnKey, form: (text: string) => string): string[] => [
  ...new Set(rows.flatMap(({ said }) => (typeof said[key] === 'string' ? [form(said[key])] : []))),
];

/** Reads all that the rows of a file name, in four statements at most, however many rows there are. */
export async function findNamed(db: Db, rows: SaidRow[], names: 'releases' | 'no-releases'): Promise<Find> {
  const slugs = (['model', 'partModel', 'onModel'] as const).flatMap((key) => textsOf(rows, key, slugOf));
  const models = slugs.length > 0 ? await store.listModelsAt(db, slugs) : [];
  const modelBySlug = new Map(models.map(({ id, slug }) => [slug, id]));
  const folded = textsOf(rows, 'partner', fold);
  const partners = folded.length > 0 ? await store.listPartnersCalled(db, folded) : [];
  const partnerByName = new Map(partners.map(({ id, folded: name }) => [name, id]));
  const hasHardware = rows.some(({ said }) => said.hardware || said.partHardware);
  const hardware = hasHardware ? await store.listHardwareOf(db, [...modelBySlug.values()]) : [];
  const hardwareByName = new Map(hardware.map(({ id, modelId, folded: name }) => [`${modelId} ${name}`, id]));
  const wanted = names === 'releases' ? releasesNamed(rows, modelBySlug) : [];
  const releases = wanted.length > 0 ? await store.listReleasesAt(db, wanted) : [];
  const releasesByVersion = Map.groupBy(releases, ({ modelId, versionSlug }) => `${modelId} ${versionSlug}`);

  const find: Find = {
    model: (row, key) => modelBySlug.get(slugOf(String(row.said[key] ?? ''))) ?? noted(row, key, 'model-unknown'),
    partner: (row, key) => partnerByName.get(fold(String(row.said[key] ?? ''))) ?? noted(row, key, 'partner-unknown'),
    hardware: (row, key, modelId) => {
      const name = row.said[key];
      if (typeof name !== 'string' || modelId === null) return null;
      return hardwareByName.get(`${modelId} ${fold(name)}`) ?? noted(row, key, 'hardware-unknown');
    },
    release: (row, keys) => {
      const modelId = find.model(row, keys.model);
      if (modelId === null) return null;
      const version = slugOf(String(row.said[keys.version]));
      const all = releasesByVersion.get(`${modelId} ${version}`) ?? [];
      const revision = row.said[keys.hardware];
      const slug = typeof revision === 'string' ? `${version}@${slugOf(revision)}` : version;
      const exact = all.find((one) => one.slug === slug);
      if (exact) return exact.id;
      if (all.length === 0) return noted(row, keys.version, 'release-unknown');
      if (typeof revision === 'string') return noted(row, keys.hardware, 'release-unknown');
      // A file that does not tell hardware apart means the one release there is.
      return all.length === 1 ? (all[0]?.id ?? null) : noted(row, keys.version, 'release-ambiguous');
    },
  };
  return find;
}

function noted(row: SaidRow, key: ColumnKey, rule: Parameters<SaidRow['wrong']>[1]['rule']): null {
  row.wrong(key, { rule });
  return null;
}

function releasesNamed(rows: SaidRow[], modelBySlug: Map<string, string>) {
  const wanted = new Map<string, { modelId: string; versionSlug: string }>();
  for (const { said } of rows)
    for (const { model, version } of [own, part]) {
      const modelId = modelBySlug.get(slugOf(String(said[model] ?? '')));
      if (modelId === undefined || typeof said[version] !== 'string') continue;
      const versionSlug = slugOf(said[version]);
      wanted.set(`${modelId} ${versionSlug}`, { modelId, versionSlug });
    }
  return [...wanted.values()];
}
