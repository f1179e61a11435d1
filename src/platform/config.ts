import { z } from 'zod';
import { isSmtpUrl, type MailSettings, readMailSettings, senderOf } from './mail.ts';

const Port = z.coerce.number().int().min(0).max(65_535);

// Sign-in, cookies and links all stand at the root of one host.
function isOrigin(url: string): boolean {
  const { protocol, pathname, search, hash } = new URL(url);
  return /^https?:$/.test(protocol) && /^\/*$/.test(pathname) && search === '' && hash === '';
}

/** Everything that can be set, each as an environment variable; what is set by flags wins. Documented in docs/guides/configuration.md. */
const Settings = z.object({
  MAMORI_HOST: z.string().default('127.0.0.1'),
  MAMORI_PORT: Port.default(8420),
  MAMORI_BASE_URL: z.url().refine(isOrigin, 'is http:// or https:// with a host, without a path').optional(),
  MAMORI_METRICS_PORT: Port.optional(),
  MAMORI_METRICS_HOST: z.string().default('127.0.0.1'),
  MAMORI_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  MAMORI_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  MAMORI_MAX_BODY_BYTES: z.coerce
    .number()
    .int()
    .min(1024)
    .default(66 * 1024 * 1024),
  MAMORI_SMTP_URL: z.string().refine(isSmtpUrl, 'begins with smtp:// or smtps://').optional(),
  MAMORI_MAIL_FROM: z
    .string()
    .refine((from) => senderOf(from) !== null, 'holds one mail address')
    .optional(),
  MAMORI_SECRET_FILE: z.string().optional(),
  DATABASE_URL: z.string().optional(),
});

export type Config = {
  host: string;
  port: number;
  /** null: follows from the address that it listens on */
  baseUrl: string | null;
  /** Where Prometheus reads; null: nowhere */
  metrics: { host: string; port: number } | null;
  logLevel: string;
  trustedProxies: number;
  maxBodyBytes: number;
  /** null: mail waits until both the server and the sender are set */
  mail: MailSettings | null;
  /** null: in the state folder */
  secretFile: string | null;
  databaseUrl: string | null;
};

/**
 * Reads the environment.
 * @throws ZodError naming the variable
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const filled = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const settings = Settings.parse(filled);
  return {
    host: settings.MAMORI_HOST,
    port: settings.MAMORI_PORT,
    baseUrl: settings.MAMORI_BASE_URL ? new URL(settings.MAMORI_BASE_URL).origin : null,
    metrics:
      settings.MAMORI_METRICS_PORT === undefined
        ? null
        : { host: settings.MAMORI_METRICS_HOST, port: settings.MAMORI_METRICS_PORT },
    logLevel: settings.MAMORI_LOG_LEVEL,
    trustedProxies: settings.MAMORI_TRUSTED_PROXIES,
    maxBodyBytes: settings.MAMORI_MAX_BODY_BYTES,
    mail: readMailSettings(settings.MAMORI_SMTP_URL, settings.MAMORI_MAIL_FROM),
    secretFile: settings.MAMORI_SECRET_FILE ?? null,
    databaseUrl: settings.DATABASE_URL ?? null,
  };
}
