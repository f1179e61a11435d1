import pino from 'pino';

export type Log = pino.Logger;

/**
 * Structured lines on standard error. Only what a caller names is written: no bodies, no headers, no query strings;
 * what could carry a secret by its name is removed all the same.
 * @param destination  elsewhere, for tests that read what is written
 */
export function openLog(
  level: string,
  destination: pino.DestinationStream = pino.destination({ fd: 2, sync: true }),
): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: [
          'password',
          'token',
          'secret',
          'key',
          'url',
          'cookie',
          'authorization',
          '*.password',
          '*.token',
          '*.secret',
          '*.key',
        ],
        censor: '[removed]',
      },
    },
    destination,
  );
}
