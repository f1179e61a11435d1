import { expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { noon } from './database.ts';
import { aHouse } from './house.ts';

test('an export has every row, also when others export at the same time; one that would be cut is refused', async () => {
  const house = await aHouse();
  const { fetch, person } = await house.aSignedIn();
  const tell = (count: number) => {
    const notices = Array.from({ length: count }, () => {
      const id = newId();
      const about = { kind: 'test', subject_kind: 'test', subject_id: id, title: '通知', body: '', path: '/' };
      return { id, person_id: person.id, ...about, dedupe_key: id, created_at: noon };
    });
    return house.db.insertInto('notice').values(notices).execute();
  };
  for (let filled = 0; filled < 10_000; filled += 2_500) await tell(2_500);

  const files = await Promise.all([1, 2, 3].map(() => fetch('/api/notices/export?format=csv')));
  await tell(1);
  const refused = await fetch('/api/notices/export?format=csv');

  for (const file of files) expect((await file.text()).trim().split('\r\n').length).toBe(1 + 10_000);
  expect([refused.status, await refused.json()]).toMatchObject([
    413,
    { code: 'too-large', details: { mostRows: 10_000 } },
  ]);
}, 60_000);
