import type { Tools } from '#access';
import type { Language } from '#platform/browser/texts';
import { readAllRows } from '#platform/export-rows';
import { decodeCursor, pageOf } from '#platform/keyset';
import { type TableColumn, type TableFormat, tableFile } from '#platform/table-file';
import type {
  ComponentFilter,
  ComponentIdentity,
  ComponentSort,
  ReleaseComponent,
} from './contract/release-components.ts';
import { getRelease } from './place-release.ts';
import { type ReleaseParts, readReleaseParts, type SaidOfPart } from './read-release-parts.ts';
import { isShipped } from './sbom/parts.ts';
import { text } from './sbom-text.ts';
import type { KeptComponent } from './store/components.ts';
import * as store from './store/release-components.ts';
import type { PlacedRelease } from './store/release-refs.ts';

type Asked = { id: string; sort: ComponentSort } & ComponentFilter;

/** One page of what a release consists of, each with where it comes from and what documents say of it. */
export async function listReleaseComponents(
  { db }: Pick<Tools, 'db'>,
  { id, sort, after, limit, ...filter }: Asked & { after?: string | undefined; limit: number },
): Promise<{ items: ReleaseComponent[]; next: string | null }> {
  const place = after === undefined ? null : decodeCursor(after, store.ComponentPlace);
  const release = await getRelease(db, id);
  const parts = await readReleaseParts(db, release.key);
  const rows = await store.listReleaseComponents(db, askedOf(release, parts, filter), {
    sort,
    place,
    limit: limit + 1,
  });
  const page = pageOf(rows, limit, ({ key1, key2, id: componentId }) => [key1, key2, componentId]);
  return { items: page.items.map((row) => describeComponent(row, release, parts)), next: page.next };
}

const mostRows = 200_000;

/** The same as a file. @throws Refusal 'conflict' for CP932, 'too-large' */
export async function exportReleaseComponents(
  { db }: Pick<Tools, 'db'>,
  { id, sort, format, language, ...filter }: Asked & { format: TableFormat; language: Language },
): Promise<File> {
  const release = await getRelease(db, id);
  const parts = await readReleaseParts(db, release.key);
  const asked = askedOf(release, parts, filter);
  const rows = await readAllRows(mostRows, (limit) =>
    store.listReleaseComponents(db, asked, { sort, place: null, limit }),
  );
  const described = rows.map((row) => describeComponent(row, release, parts));
  const name = [text[language].fileNames.components, release.model.slug, release.slug].join('_').replaceAll('/', '-');
  return tableFile(name, format, columnsOf(language), described);
}

function columnsOf(language: Language): TableColumn<ReleaseComponent>[] {
  const { columns, origins, purposes, yes } = text[language];
  const column = (title: string, width: number, value: (row: ReleaseComponent) => string) =>
    ({ title, kind: 'text', width, value }) as const;
  const moduleName = ({ model, version }: ReleaseComponent['modules'][number]) => `${model.name} ${version}`;
  return [
    column(columns.name, 28, ({ name }) => name),
    column(columns.version, 14, ({ version }) => version ?? ''),
    column(columns.supplier, 20, ({ supplier }) => supplier ?? ''),
    column(columns.licence, 20, ({ licences }) => licences.join('; ')),
    column(columns.purl, 36, ({ purl }) => purl ?? ''),
    column(columns.cpe, 36, ({ cpes }) => cpes.join(' ')),
    column(columns.distribution, 14, ({ distribution }) => distribution ?? ''),
    column(columns.identified, 10, ({ isIdentified }) => (isIdentified ? yes : '')),
    column(columns.purpose, 12, ({ purpose }) => purposes[purpose]),
    column(columns.origin, 20, ({ isOwn, handPartId, modules }) =>
      [isOwn && origins.own, handPartId && origins.hand, modules.length > 0 && origins.module]
        .filter(Boolean)
        .join('; '),
    ),
    column(columns.modules, 28, ({ modules }) => modules.map(moduleName).join('; ')),
  ];
}

/** What is asked of the database: what only documents know is answered with ids. */
function askedOf(release: PlacedRelease, parts: ReleaseParts, filter: ComponentFilter): store.AskedComponents {
  const { q, identified, purpose, licence, origin } = filter;
  const asked = { releaseKey: release.key, q, identified };
  if (!purpose?.length && licence === undefined && !origin?.length) return { ...asked, shipped: null, others: [] };
  const purposes = new Set<string>(purpose?.length ? purpose : ['shipped', 'optional']);
  const found = [...parts.saidById].filter(
    ([, said]) =>
      purposes.has(said.purpose) &&
      (licence === undefined || said.licences.has(licence)) &&
      (!origin?.length || origin.some((one) => comesFrom[one](said, release.key))),
  );
  return {
    ...asked,
    shipped: found.flatMap(([id, said]) => (isShipped(said) ? [id] : [])),
    others: found.flatMap(([id, said]) => (isShipped(said) ? [] : [id])),
  };
}

const comesFrom = {
  own: ({ owners }: SaidOfPart, key: number) => owners.has(key),
  module: ({ owners }: SaidOfPart, key: number) => [...owners].some((owner) => owner !== key),
  hand: ({ handPartId }: SaidOfPart) => handPartId !== null,
};

/** A component with what documents and people say of it in this release. */
export function describeComponent(row: KeptComponent, release: PlacedRelease, parts: ReleaseParts): ReleaseComponent {
  const said = parts.saidById.get(row.id);
  const owners = [...(said?.owners ?? [])].filter((key) => key !== release.key).sort((a, b) => a - b);
  return {
    ...describeIdentity(row),
    purpose: said?.purpose ?? 'shipped',
    licences: [...(said?.licences ?? [])],
    isOwn: said?.owners.has(release.key) ?? false,
    modules: owners.flatMap((key) => parts.refByKey.get(key) ?? []),
    handPartId: said?.handPartId ?? null,
    isCorrected: parts.corrected.has(row.id),
  };
}

/** What a component is known by, as callers see it. */
export const describeIdentity = ({
  id,
  name,
  version,
  purl,
  cpes,
  supplier,
  distribution,
  isIdentified,
}: KeptComponent): ComponentIdentity => ({
  ...{ id, name, version, purl, cpes, supplier, distribution, isIdentified },
});
