import { createHash } from 'node:crypto';
import type { Statement } from '#intelligence/pure';
import { keepStatements } from '../../src/intelligence/keep-statements.ts';
import { addHandParts } from '../../src/inventory/change-hand-parts.ts';
import type { freshDatabase } from '../database.ts';
import { aRelease } from '../dependency-track.ts';

type House = Awaited<ReturnType<typeof freshDatabase>>;
type Part = { name: string; version: string; cpe?: string };

/** openssl as a component that its CPE names. */
export const openssl = (version: string): Part => ({
  ...{ name: 'openssl', version, cpe: `cpe:2.3:a:openssl:openssl:${version}:*:*:*:*:*:*:*` },
});

/** Builders on a house: shipped releases of 1,000 units with parts entered by hand, and records that come in. */
export function aShippingHouse(house: House) {
  const keyOf = async (id: string) =>
    (await house.db.selectFrom('release').select('key').where('id', '=', id).executeTakeFirstOrThrow()).key;

  async function aReleaseOfModel(model: string, version: string, ...parts: Part[]) {
    const release = await aRelease(
      { systemTools: () => house.system, db: house.db },
      { line: 'ルーター', model, version },
    );
    await house.db.updateTable('release').set({ state: 'shipped' }).where('id', '=', release.id).execute();
    if (parts.length > 0)
      await addHandParts(house.system, {
        id: release.id,
        parts: parts.map(({ name, version: of, cpe }) => ({
          ...{ name, version: of, purl: '', cpe: cpe ?? '', supplier: '', licence: '', note: '' },
        })),
      } as never);
    const key = await keyOf(release.id);
    await house.db
      .updateTable('release_tally')
      .set({ state: 'shipped', units: 1_000 })
      .where('release_key', '=', key)
      .execute();
    return { ...release, key };
  }

  const aReleaseOf = (version: string, ...parts: Part[]) => aReleaseOfModel('MR-1167', version, ...parts);

  /** @returns the numbers of the vulnerabilities that the statements are about */
  async function comesIn(...statements: Statement[]): Promise<number[]> {
    await house.db.transaction().execute((transaction) =>
      keepStatements(
        transaction,
        house.system,
        statements.map((statement) => {
          const original = new TextEncoder().encode(JSON.stringify(statement));
          return { statement, original, sha256: createHash('sha256').update(original).digest() };
        }),
      ),
    );
    const told = house.told.filter(({ event }) => event === 'vulnerabilities.changed').at(-1);
    return (told as { payload: { vulnerabilityIds: number[] } }).payload.vulnerabilityIds;
  }

  return { aReleaseOf, aReleaseOfModel, comesIn };
}
