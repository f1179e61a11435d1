import { relyingPartyOf } from './relying-party.ts';
import { listOpenProviders } from './store/oidc.ts';
import { countAdministrators } from './store/person.ts';
import type { Tools } from './tools.ts';

/** The ways to sign in to this house, for somebody nobody knows yet. */
export async function describeSignIn({ db, house }: Pick<Tools, 'db' | 'house'>) {
  const party = relyingPartyOf(house.baseUrl);
  return {
    passkeys: 'obstacle' in party ? { obstacle: party.obstacle } : { origins: party.origins },
    providers: await listOpenProviders(db),
    firstRun: (await countAdministrators(db, null)) === 0,
  };
}
