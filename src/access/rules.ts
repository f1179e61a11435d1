/** How long a session lives, and when its person must show again who they are. */
export const sessionRules = {
  /** from signing in to the end, whatever happens */
  hours: 12,
  /** without any call */
  idleMinutes: 120,
  /** since the last proof, for changing how somebody signs in, keys and roles */
  proofMinutes: 10,
  /** how long before the end the pages warn */
  warnMinutes: 2,
} as const;

/** Counted in characters after NFKC. Long enough to be the only factor (NIST SP 800-63B-4, 3.1.1.2). */
export const passwordRules = { minLength: 15, maxLength: 256 } as const;

/** How long something made once may live. */
export const lifetimes = { keyDays: 365, invitationDays: 30, firstRunHours: 24, deviceDays: 180 } as const;
