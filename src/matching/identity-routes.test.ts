import { expect, test } from 'vitest';
import { aHouse } from '../../test/house.ts';
import { aRelease } from '../../test/products.ts';
import { aDocument, aPart } from '../../test/sbom-bytes.ts';
import { inventory } from '../inventory/contract.ts';
import { matching } from './contract.ts';

const house = await aHouse();
const callsAs = async (role: 'analyst' | 'developer' | 'reader') => {
  const { cookie } = await house.aSignedIn([role]);
  return { said: house.callsOf(matching, cookie), products: house.callsOf(inventory, cookie) };
};
const word = { subject: 'wifimod', vendor: 'acme', product: 'wireless_module', answer: 'is' as const };

test('who may change what is known of vulnerabilities says what components are; everybody who sees them sees that', async () => {
  const [analyst, developer, reader] = await Promise.all([callsAs('analyst'), callsAs('developer'), callsAs('reader')]);

  const said = await analyst.said.sayIdentity(word);

  await expect(developer.said.sayIdentity({ ...word, answer: 'is-not' })).rejects.toMatchObject({
    code: 'not-allowed',
  });
  await expect(developer.said.revokeIdentity({ id: said.id })).rejects.toMatchObject({ code: 'not-allowed' });
  const file = new File(['[]'], 'none.json');
  await expect(developer.said.importIdentifications({ file })).rejects.toMatchObject({ code: 'not-allowed' });
  expect((await reader.said.listIdentifications({})).items).toMatchObject([{ ...word, note: '', releases: 0 }]);
  expect(await (await reader.said.exportIdentifications({ format: 'csv', language: 'en' })).text()).toContain(
    'Confirmed',
  );
  await expect(house.callsOf(matching).listIdentifications({})).rejects.toMatchObject({ code: 'not-signed-in' });
});

test('what is said reaches releases that stand, by the event', async () => {
  const analyst = await callsAs('analyst');
  const releases = await Promise.all(['1.0', '1.1'].map((version) => aRelease(house.db, { version })));
  for (const { id, version } of releases)
    await analyst.products.uploadSbom({
      id,
      file: new File([JSON.stringify(aDocument([aPart('gearbox', version)]))], 'bom.json'),
    });
  await house.drain();

  const { id } = await analyst.said.sayIdentity({ ...word, subject: 'pkg:generic/gearbox@3' });
  await house.drain();
  const keys = () =>
    house.db
      .selectFrom('component_key as c')
      .innerJoin('product_key as k', 'k.id', 'c.product_key_id')
      .select('c.component_id')
      .where('k.key', '=', 'cpe:a:acme:wireless_module')
      .execute();
  const held = await keys();
  await analyst.said.revokeIdentity({ id });
  await house.drain();

  expect(held).toHaveLength(2);
  expect(await keys()).toEqual([]);
});
