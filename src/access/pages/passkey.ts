import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

// Whoever signs in by password need not load it.
const browser = () => import('@simplewebauthn/browser');

/** Why the browser gave no passkey: the person stopped, the device has one already, or it cannot at all. */
export type PasskeyProblem = 'stopped' | 'known' | 'unsupported';

export class NoPasskey extends Error {
  readonly reason: PasskeyProblem;

  constructor(reason: PasskeyProblem) {
    super(reason);
    this.name = 'NoPasskey';
    this.reason = reason;
  }
}

/** Asks the device for a new passkey. @throws NoPasskey */
export async function makePasskey(question: PublicKeyCredentialCreationOptionsJSON) {
  const { startRegistration } = await browser();
  return startRegistration({ optionsJSON: question }).catch(explain);
}

/** Asks the person to choose a passkey now. @throws NoPasskey */
export async function choosePasskey(question: PublicKeyCredentialRequestOptionsJSON) {
  const { startAuthentication } = await browser();
  return startAuthentication({ optionsJSON: question }).catch(explain);
}

/** Lets the browser offer passkeys in the field for the mail address, until one is chosen or another way is taken. */
export async function offerPasskeys(question: PublicKeyCredentialRequestOptionsJSON) {
  const { startAuthentication } = await browser();
  return startAuthentication({ optionsJSON: question, useBrowserAutofill: true }).catch(explain);
}

export async function canOfferPasskeys(): Promise<boolean> {
  if (!('PublicKeyCredential' in globalThis)) return false;
  const { browserSupportsWebAuthnAutofill } = await browser();
  return browserSupportsWebAuthnAutofill();
}

export const canUsePasskeys = () => 'PublicKeyCredential' in globalThis;

function explain(thrown: unknown): never {
  const name = thrown instanceof Error ? thrown.name : '';
  if (name === 'InvalidStateError') throw new NoPasskey('known');
  if (name === 'NotAllowedError' || name === 'AbortError') throw new NoPasskey('stopped');
  throw new NoPasskey('unsupported');
}
