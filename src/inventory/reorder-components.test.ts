import { beforeEach, expect, test } from 'vitest';
import { versionKey } from '#versions/version-key';
import { freshDatabase } from '../../test/database.ts';
import { reorderComponents } from './reorder-components.ts';
import { resolveComponents } from './store/components.ts';

const { db, reset } = await freshDatabase();
beforeEach(reset);

const aComponent = (purlType: string, version: string, qualifiers = '') => ({
  ...{ name: `a ${purlType}`, version, purl: `pkg:${purlType}/a/b@${version}${qualifiers}`, purlType, cpes: [] },
  ...{ supplier: null, distribution: null, epoch: qualifiers.split('=')[1] ?? null, isIdentified: true },
});

test('what was kept in the order of another type is put into its own, once', async () => {
  const facts = [
    aComponent('nuget', '1.0.0-BETA'),
    aComponent('alpm', '1.0-1', '?epoch=2'),
    aComponent('rpm', '1.0-1', '?epoch=2'),
    aComponent('github', '1.0'),
  ];
  const [nuget = 0, alpm = 0] = await resolveComponents(db, facts);
  const kept = await rows();
  await db
    .updateTable('component')
    .set({ scheme: 'semver', version_key: null })
    .where('id', 'in', [nuget, alpm])
    .execute();

  await reorderComponents({ db });

  expect(await rows()).toEqual(kept);
  const keyByScheme = new Map(kept.map(({ scheme, version_key: key }) => [scheme, key]));
  expect([...keyByScheme.keys()].sort()).toEqual(['alpm', 'generic', 'nuget', 'rpm']);
  expect(keyByScheme.get('nuget')).toEqual(Buffer.from(versionKey('nuget', '1.0.0-beta') ?? []));
  expect(keyByScheme.get('alpm')).toEqual(Buffer.from(versionKey('alpm', '2:1.0-1') ?? []));
});

const rows = () => db.selectFrom('component').select(['id', 'scheme', 'version_key']).orderBy('id').execute();
