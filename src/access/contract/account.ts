import { z } from 'zod';
import { endpoint, Locale, permissions } from '../model.ts';
import { lifetimes } from '../rules.ts';
import { Name, NewPasskeyAnswer, NewPasskeyQuestion, PasskeyAnswer, PasskeyQuestion, Password } from './shapes.ts';

const tags = ['account'];
const Done = z.object({});
const Id = z.object({ id: z.uuid() });
const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
const Code = z.string().min(1).max(64);
const Scope = z.enum(permissions);

const Passkey = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Kept by the maker of the device too, so that a lost device loses nothing. */
  backedUp: z.boolean(),
  createdAt: z.string(),
  usedAt: z.string().nullable(),
});

const Session = z.object({
  id: z.uuid(),
  method: z.enum(['first-run', 'password', 'passkey', 'oidc', 'invitation']),
  createdAt: z.string(),
  seenAt: z.string(),
  expiresAt: z.string(),
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  /** This very browser. */
  current: z.boolean(),
});

const Key = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The first characters, to tell keys apart. */
  hint: z.string(),
  scopes: z.array(Scope),
  createdAt: z.string(),
  expiresAt: z.string(),
  usedAt: z.string().nullable(),
});

export const accountEndpoints = {
  changeMe: endpoint('signed-in')
    .route({ method: 'PATCH', path: '/me', summary: 'Change your own name or language', tags })
    .input(z.object({ name: Name.optional(), locale: Locale.optional() }))
    .output(Done),
  describeMySignIn: endpoint('signed-in')
    .route({ method: 'GET', path: '/me/sign-in', summary: 'How you can sign in', tags })
    .output(
      z.object({
        password: z.object({ changedAt: z.string() }).nullable(),
        passkeys: z.array(Passkey),
        totp: z.boolean(),
        recoveryCodesLeft: z.int(),
        identities: z.array(z.object({ slug: z.string(), name: z.string() })),
        /** Until then changes here need no new proof. */
        provedUntil: z.string().nullable(),
      }),
    ),

  checkProof: endpoint('signed-in')
    .route({ method: 'GET', path: '/me/proof', summary: 'Whether a change would need a new proof', tags })
    .output(Done),
  proveByPassword: endpoint('signed-in')
    .route({ method: 'POST', path: '/me/proof/password', summary: 'Show again who you are, by password', tags })
    .input(z.object({ password: Password }))
    .output(Done),
  askPasskeyProof: endpoint('signed-in')
    .route({
      method: 'POST',
      path: '/me/proof/passkey/question',
      summary: 'A challenge for one of your passkeys',
      tags,
    })
    .output(PasskeyQuestion),
  proveByPasskey: endpoint('signed-in')
    .route({ method: 'POST', path: '/me/proof/passkey', summary: 'Show again who you are, by passkey', tags })
    .input(z.object({ answer: PasskeyAnswer }))
    .output(Done),

  changePassword: endpoint('signed-in')
    .route({ method: 'PUT', path: '/me/password', summary: 'Set a password; your other sessions end', tags })
    .input(z.object({ password: Password }))
    .output(Done),
  askMyPasskey: endpoint('signed-in')
    .route({ method: 'POST', path: '/me/passkeys/question', summary: 'A challenge for a new passkey', tags })
    .output(NewPasskeyQuestion),
  addPasskey: endpoint('signed-in')
    .route({ method: 'POST', path: '/me/passkeys', summary: 'Add a passkey', tags })
    .input(z.object({ answer: NewPasskeyAnswer, name: Name }))
    .output(Id),
  renamePasskey: endpoint('signed-in')
    .route({ method: 'PATCH', path: '/me/passkeys/{id}', summary: 'Rename a passkey', tags })
    .input(z.object({ id: z.uuid(), name: Name }))
    .output(Done),
  removePasskey: endpoint('signed-in')
    .route({ method: 'DELETE', path: '/me/passkeys/{id}', summary: 'Remove a passkey', tags })
    .input(Id)
    .output(Done),

  startTotp: endpoint('signed-in')
    .route({ method: 'POST', path: '/me/totp', summary: 'A new secret for your authenticator app', tags })
    .output(z.object({ secret: z.string(), uri: z.string(), qr: z.object({ size: z.int(), path: z.string() }) })),
  confirmTotp: endpoint('signed-in')
    .route({ method: 'PUT', path: '/me/totp', summary: 'Confirm the app by its code', tags })
    .input(z.object({ code: Code }))
    .output(RecoveryCodes),
  removeTotp: endpoint('signed-in')
    .route({ method: 'DELETE', path: '/me/totp', summary: 'Remove the app and its recovery codes', tags })
    .output(Done),
  renewRecoveryCodes: endpoint('signed-in')
    .route({ method: 'POST', path: '/me/recovery-codes', summary: 'Ten new recovery codes', tags })
    .output(RecoveryCodes),

  listSessions: endpoint('signed-in')
    .route({ method: 'GET', path: '/me/sessions', summary: 'Where you are signed in', tags })
    .output(z.object({ items: z.array(Session) })),
  endMySession: endpoint('signed-in')
    .route({ method: 'DELETE', path: '/me/sessions/{id}', summary: 'End one of your sessions', tags })
    .input(Id)
    .output(Done),
  endMyOtherSessions: endpoint('signed-in')
    .route({ method: 'DELETE', path: '/me/sessions', summary: 'End all your sessions but this one', tags })
    .output(z.object({ ended: z.int() })),

  listKeys: endpoint('signed-in')
    .route({ method: 'GET', path: '/me/keys', summary: 'Your API keys', tags })
    .output(z.object({ items: z.array(Key) })),
  makeKey: endpoint('signed-in')
    .route({ method: 'POST', path: '/me/keys', summary: 'Make an API key; it is shown this once', tags })
    .input(
      z.object({
        name: Name,
        scopes: z.array(Scope).min(1),
        days: z.int().min(1).max(lifetimes.keyDays),
      }),
    )
    .output(z.object({ id: z.uuid(), key: z.string() })),
  revokeKey: endpoint('signed-in')
    .route({ method: 'DELETE', path: '/me/keys/{id}', summary: 'Revoke an API key', tags })
    .input(Id)
    .output(Done),
};
