import { type IdpAccount, openIdProvider } from '../openid-provider.ts';

// An OpenID Provider in a process of its own, until it is ended: node provider-process.ts REDIRECT_URI ACCOUNTS_AS_JSON
const [redirectUri = '', accounts = '{}'] = process.argv.slice(2);
const provider = await openIdProvider(redirectUri);
for (const [login, account] of Object.entries(JSON.parse(accounts) as Record<string, IdpAccount>))
  provider.accounts.set(login, account);
console.log(provider.issuer);
