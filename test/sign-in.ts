import { addPerson, type Grant, hashToken, personViewer, type Tools, type Viewer } from '#access';
import { newId, newToken } from '#platform/ids';
import type { freshDatabase } from './database.ts';

type House = Awaited<ReturnType<typeof freshDatabase>>;

/** A password that may be used by everybody in the tests. */
export const goodPassword = '春はあけぼのやうやう白くなりゆく';

/** A browser that nobody has signed in with: what it was given is in `cookie` and, for the device, in `device`. */
export function aBrowser(
  house: House,
  viewer: Viewer,
): { tools: Tools; cookie: () => string | null; device: () => string | null } {
  let device: string | null = null;
  let token: string | null = null;
  const tools = house.toolsOf(viewer);
  const session = {
    get token() {
      return token;
    },
    start: (next: string) => {
      token = next;
    },
    end: () => {
      token = null;
    },
    get device() {
      return device;
    },
    keepDevice: (word: string) => {
      device = word;
    },
  };
  return { tools: { ...tools, session }, cookie: () => token, device: () => device };
}

/** Somebody with a password, signed in just now with a session that exists. */
export async function aSignedInPerson(
  house: House,
  {
    grants = [],
    name = '高橋 直人',
    password = goodPassword as string | null,
    provedMinutesAgo = 0,
  }: {
    grants?: Grant[];
    name?: string;
    password?: string | null;
    provedMinutesAgo?: number;
  } = {},
) {
  const person = { name, email: `${newId()}@example.jp`, locale: 'ja' as const };
  const id = await addPerson(house.system, { ...person, password, grants });
  const sessionId = newId();
  const token = newToken();
  const at = house.system.now();
  await house.db
    .insertInto('session')
    .values({
      id: sessionId,
      token_hash: hashToken(token),
      person_id: id,
      method: 'password',
      created_at: at,
      seen_at: at,
      proved_at: at.subtract({ minutes: provedMinutesAgo }),
      expires_at: at.add({ hours: 12 }),
    })
    .execute();
  const viewer = personViewer({ ...person, id }, grants, { sessionId });
  return { person: { ...person, id }, sessionId, viewer, ...aBrowser(house, viewer) };
}

/** The audit lines of these actions, oldest first. */
export async function auditOf(house: House, ...actions: string[]) {
  let query = house.db
    .selectFrom('audit')
    .select([
      'action',
      'actor_kind as actorKind',
      'actor_name as actorName',
      'subject_id as subjectId',
      'before',
      'after',
    ]);
  if (actions.length > 0) query = query.where('action', 'in', actions);
  return query.orderBy('id').execute();
}
