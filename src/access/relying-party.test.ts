import { expect, test } from 'vitest';
import { relyingPartyOf } from './relying-party.ts';

test.each([
  ['https://mamori.mihari.example', { id: 'mamori.mihari.example', origins: ['https://mamori.mihari.example'] }],
  [
    'https://mamori.mihari.example:8443',
    { id: 'mamori.mihari.example', origins: ['https://mamori.mihari.example:8443'] },
  ],
  ['http://127.0.0.1:8420', { id: 'localhost', origins: ['http://localhost:8420'] }],
  ['http://[::1]:8420', { id: 'localhost', origins: ['http://localhost:8420'] }],
  ['http://localhost:8420', { id: 'localhost', origins: ['http://localhost:8420'] }],
  ['https://192.0.2.7', { obstacle: 'address-is-a-number' }],
  ['http://mamori.mihari.example', { obstacle: 'not-encrypted' }],
])('%s', (baseUrl, party) => {
  expect(relyingPartyOf(baseUrl)).toEqual(party);
});
