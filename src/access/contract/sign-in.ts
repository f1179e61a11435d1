import { z } from 'zod';
import { endpoint, Locale } from '../model.ts';
import {
  Email,
  FirstFactor,
  Name,
  NewPasskeyQuestion,
  PasskeyAnswer,
  PasskeyQuestion,
  Password,
  Token,
} from './shapes.ts';

const tags = ['sign-in'];
const Done = z.object({});

export const signInEndpoints = {
  describeSignIn: endpoint('public')
    .route({ method: 'GET', path: '/sign-in', summary: 'The ways to sign in to this house', tags })
    .output(
      z.object({
        passkeys: z.union([
          /** The pages at these addresses can ask for passkeys. */
          z.object({ origins: z.array(z.string()) }),
          z.object({ obstacle: z.enum(['address-is-a-number', 'not-encrypted']) }),
        ]),
        providers: z.array(z.object({ slug: z.string(), name: z.string() })),
        /** Nobody administers this house yet: the server's log has the link for the first one. */
        firstRun: z.boolean(),
      }),
    ),
  signInWithPassword: endpoint('public')
    .route({ method: 'POST', path: '/sign-in/password', summary: 'Sign in by mail address and password', tags })
    .input(z.object({ email: z.string().max(320), password: Password }))
    .output(z.object({ secondStep: Token.nullable() })),
  signInWithCode: endpoint('public')
    .route({
      method: 'POST',
      path: '/sign-in/code',
      summary: 'The second step: a code of the app, or a recovery code',
      tags,
    })
    .input(z.object({ ticket: Token, code: z.string().min(1).max(64) }))
    .output(Done),
  askPasskeySignIn: endpoint('public')
    .route({ method: 'POST', path: '/sign-in/passkey/question', summary: 'A challenge for any passkey', tags })
    .output(PasskeyQuestion),
  signInWithPasskey: endpoint('public')
    .route({ method: 'POST', path: '/sign-in/passkey', summary: 'Sign in by passkey', tags })
    .input(z.object({ answer: PasskeyAnswer }))
    .output(Done),
  signOut: endpoint('public')
    .route({ method: 'POST', path: '/sign-out', summary: 'End this session', tags })
    .output(Done),

  checkFirstRun: endpoint('public')
    .route({ method: 'POST', path: '/first-run/check', summary: 'Whether a first-run link works', tags })
    .input(z.object({ token: Token }))
    .output(Done),
  askFirstPasskey: endpoint('public')
    .route({
      method: 'POST',
      path: '/first-run/passkey/question',
      summary: "A challenge for the first administrator's passkey",
      tags,
    })
    .input(z.object({ token: Token, name: Name, email: Email }))
    .output(NewPasskeyQuestion),
  createAdministrator: endpoint('public')
    .route({ method: 'POST', path: '/first-run', summary: 'Create the first administrator and sign in', tags })
    .input(z.object({ token: Token, name: Name, email: Email, locale: Locale, factor: FirstFactor }))
    .output(Done),
};
