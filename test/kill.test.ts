import { expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { cloneDatabase } from './database.ts';
import { type Acknowledged, check, killRounds } from './kill-rounds.ts';
import { ask } from './processes.ts';
import { randomOf, seedOfRun } from './random.ts';

// ./mamori prove kill: two hundred.
test('ten kills at random moments of writing lose nothing that was acknowledged, and double nothing', {
  timeout: 300_000,
}, async () => {
  const figures = await killRounds({ rounds: 10, random: randomOf(seedOfRun(10)) });

  expect(figures.acknowledged).toBeGreaterThan(10);
});

test('a lost line, and a line without its deed in the trail, would be seen', async () => {
  const url = await cloneDatabase();
  const id = newId();
  const said = (name: string): Acknowledged => ({ lines: new Map([[name, id]]), models: new Map() });
  const audit = `insert into audit (ref, at, actor_kind, actor_name, action, subject_kind, subject_id, salt)
    values (gen_random_uuid(), now(), 'system', 'test', 'product-line.create', 'product-line', '${id}', '\\x00112233445566778899aabbccddeeff')`;
  await ask(
    url,
    `insert into product_line (id, name, name_folded, revision, changed_at, changed_by) values ('${id}', 'a', 'a', 1, now(), 'test')`,
  );

  await expect(check(url, said('a'))).rejects.toThrow();
  await ask(url, audit);
  await check(url, said('a'));
  await expect(check(url, said('b'))).rejects.toThrow();
  await ask(url, audit);
  await expect(check(url, said('a'))).rejects.toThrow();
});
