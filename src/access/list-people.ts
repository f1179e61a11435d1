import { z } from 'zod';
import { textOf } from '#platform/browser/texts';
import { readAllRows } from '#platform/export-rows';
import { decodeCursor, pageOf } from '#platform/keyset';
import { type TableColumn, type TableFormat, tableFile } from '#platform/table-file';
import { roles } from './model.ts';
import { exportText } from './people/export-text.ts';
import { recordAudit } from './record-audit.ts';
import * as store from './store/people.ts';
import { type GrantRow, listGrantsOf } from './store/role-grant.ts';
import type { Tools } from './tools.ts';

const mostExported = 50_000;
const Place = z.tuple([z.string(), z.uuid()]);

type ReadTools = Pick<Tools, 'db' | 'now'>;

/** One page of the people, by name, with their roles and how they can sign in. */
export async function listPeople(
  { db, now }: ReadTools,
  { after, limit, ...filter }: store.PeopleFilter & { after?: string | undefined; limit: number },
) {
  const place = after === undefined ? null : placeOf(after);
  const rows = await store.listPeople(db, filter, { at: now(), after: place, limit: limit + 1 });
  const { items, next } = pageOf(rows, limit, (row) => [row.name, row.id]);
  return { items: await withRoles({ db, now }, items), next, total: await store.countPeople(db, filter, now()) };
}

function placeOf(after: string) {
  const [name, id] = decodeCursor(after, Place);
  return { name, id };
}

/** All people of the filter as a file; the trail says who took it. @throws Refusal 'too-large' */
export async function exportPeople(
  { db, now, viewer, origin }: Pick<Tools, 'db' | 'now' | 'viewer' | 'origin'>,
  { format, ...filter }: store.PeopleFilter & { format: TableFormat },
): Promise<File> {
  const rows = await readAllRows(mostExported, (limit) =>
    store.listPeople(db, filter, { at: now(), after: null, limit }),
  );
  const deed = {
    action: 'person.export',
    subjectKind: 'house',
    subjectId: 'people',
    after: { format, ...filter },
  } as const;
  await db.transaction().execute((transaction) => recordAudit(transaction, { viewer, now, origin }, deed));
  const language = viewer.person?.locale ?? 'ja';
  const words = textOf(exportText, language);
  const people = await withRoles({ db, now }, rows);
  const columns: TableColumn<(typeof people)[number]>[] = [
    { title: words.name, kind: 'text', width: 20, value: ({ name }) => name },
    { title: words.email, kind: 'text', width: 32, value: ({ email }) => email },
    {
      title: words.roles,
      kind: 'text',
      width: 40,
      value: ({ grants }) =>
        grants
          .filter(({ ended }) => !ended)
          .map(({ role }) => roles[role][language])
          .join(words.comma),
    },
    {
      title: words.secondFactor,
      kind: 'text',
      value: ({ signIn }) => (signIn.totp || signIn.passkey ? words.yes : words.no),
    },
    { title: words.seenAt, kind: 'instant', width: 20, value: ({ seenAt }) => seenAt && Temporal.Instant.from(seenAt) },
    { title: words.state, kind: 'text', value: ({ disabledAt }) => (disabledAt ? words.disabled : words.active) },
    { title: words.id, kind: 'text', width: 38, value: ({ id }) => id },
  ];
  const day = now().toZonedDateTimeISO('Asia/Tokyo').toPlainDate().toString().replaceAll('-', '');
  return tableFile(`${words.file}_${day}`, format, columns, people);
}

type PersonRow = Awaited<ReturnType<typeof store.listPeople>>[number];

async function withRoles({ db, now }: ReadTools, rows: PersonRow[]) {
  const grants = await listGrantsOf(
    db,
    rows.map(({ id }) => id),
  );
  const byPerson = Map.groupBy(grants, ({ personId }) => personId);
  return rows.map(
    ({ hasPassword, hasTotp, hasPasskey, hasSingleSignOn, createdAt, disabledAt, seenAt, ...person }) => ({
      ...person,
      createdAt: `${createdAt}`,
      disabledAt: disabledAt && `${disabledAt}`,
      /** The last use of a session that is still remembered. */
      seenAt: seenAt && `${seenAt}`,
      signIn: { password: hasPassword, totp: hasTotp, passkey: hasPasskey, singleSignOn: hasSingleSignOn },
      grants: (byPerson.get(person.id) ?? []).filter(({ role }) => role in roles).map((grant) => shown(grant, now())),
    }),
  );
}

const shown = ({ id, role, divisionId, until, grantedAt, source }: GrantRow, at: Temporal.Instant) => ({
  id,
  role,
  divisionId,
  until: until && `${until}`,
  grantedAt: `${grantedAt}`,
  source,
  ended: until !== null && Temporal.Instant.compare(until, at) <= 0,
});
