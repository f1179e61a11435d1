import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser';
import { z } from 'zod';

/** A name as people see it; half-width kana and full-width letters in their usual form. */
export const Name = z.string().normalize('NFKC').trim().min(1).max(100);

export const Email = z.string().normalize('NFKC').trim().max(254).pipe(z.email());

/** Anything that may be typed into a password field; whether it is good is judged elsewhere. */
export const Password = z.string().min(1).max(4096);

export const Token = z.string().regex(/^[\w-]{43}$/);

const base64url = z.string().regex(/^[\w-]+$/);
const credential = { id: base64url, rawId: base64url, type: z.literal('public-key') };
const made = z.object({
  ...credential,
  response: z.object({ clientDataJSON: base64url, attestationObject: base64url }),
});
const shown = z.object({
  ...credential,
  response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
});

/** What a browser answers to the question for a new passkey. */
export const NewPasskeyAnswer = z.custom<RegistrationResponseJSON>((value) => made.safeParse(value).success);

/** What a browser answers to the question for a passkey. */
export const PasskeyAnswer = z.custom<AuthenticationResponseJSON>((value) => shown.safeParse(value).success);

export const NewPasskeyQuestion = z.custom<PublicKeyCredentialCreationOptionsJSON>();
export const PasskeyQuestion = z.custom<PublicKeyCredentialRequestOptionsJSON>();

/** How somebody new wants to sign in. */
export const FirstFactor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('password'), password: Password }),
  z.object({ kind: z.literal('passkey'), passkey: NewPasskeyAnswer, passkeyName: Name }),
]);
