import nodemailer from 'nodemailer';

/** The mail server and the sender, as MAMORI_SMTP_URL and MAMORI_MAIL_FROM give them. */
export type MailSettings = {
  smtpUrl: string;
  from: { name: string; address: string };
};

/** One mail to one person, in plain text. The id is ours and unique; sending it again gives the same Message-ID. */
export type Mail = {
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
};

/**
 * What became of a mail. 'refused': the server will never take it; 'deferred': this one not now;
 * 'unreachable': the server does not answer or does not let us in, so that others would fail the same way.
 */
export type MailOutcome = { kind: 'sent' } | { kind: 'refused' | 'deferred' | 'unreachable'; error: string };

export type Mailer = { send: (mail: Mail) => Promise<MailOutcome>; close: () => void };

// One line, one address, nothing that a header could be made of.
const address = /^[^\s@<>,;:"()[\]\\\p{Cc}]+@[^\s@<>,;:"()[\]\\\p{Cc}]+$/u;

/** Whether a mail can be addressed to it; stricter than RFC 5321, which nobody's customers use to the full. */
export const isMailAddress = (text: string): boolean => address.test(text) && text.length <= 254;

export const isSmtpUrl = (text: string): boolean => /^smtps?:$/.test(URL.parse(text)?.protocol ?? '');

/**
 * Who a mail is from.
 * @param from  "psirt@example.jp" or "製品セキュリティ <psirt@example.jp>"
 * @returns null when it does not hold exactly one address
 */
export function senderOf(from: string): MailSettings['from'] | null {
  const parts = /^\s*(?:"?(?<name>[^"<>]*?)"?\s*<(?<inner>[^<>]+)>|(?<bare>[^<>\s]+))\s*$/.exec(from)?.groups;
  const sender = { name: oneLine(parts?.name ?? ''), address: (parts?.inner ?? parts?.bare ?? '').trim() };
  return isMailAddress(sender.address) ? sender : null;
}

/** The settings of mail; null when one of the two is missing or wrong, as then nothing can be sent. */
export function readMailSettings(smtpUrl: string | undefined, from: string | undefined): MailSettings | null {
  const sender = senderOf(from ?? '');
  return smtpUrl !== undefined && isSmtpUrl(smtpUrl) && sender ? { smtpUrl, from: sender } : null;
}

/** Text that fits into a header: control characters and line breaks of any script become blanks. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** Opens the way to the mail server; connections are made when they are needed. */
export function openMailer({ smtpUrl, from }: MailSettings): Mailer {
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 1,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // A mail is text that we have written: it may neither read files nor fetch addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  return {
    async send(mail) {
      if (!isMailAddress(mail.to.address)) return { kind: 'refused', error: 'This is not a mail address.' };
      try {
        await transport.sendMail({
          from,
          to: { name: oneLine(mail.to.name), address: mail.to.address },
          subject: oneLine(mail.subject),
          text: mail.text,
          messageId: `<${mail.id}@${domain}>`,
          headers: {
            // RFC 3834 and RFC 2919: no holiday replies, and one filter catches all.
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
            'List-Id': `<notices.mamori.${domain}>`,
          },
        });
        return { kind: 'sent' };
      } catch (problem) {
        return outcomeOf(problem as SmtpProblem);
      }
    },
    close: () => transport.close(),
  };
}

type SmtpProblem = Error & { code?: string; command?: string; responseCode?: number; response?: string };

const aboutTheMail = new Set(['EENVELOPE', 'EMESSAGE']);

function outcomeOf({ code = '', response, responseCode = 0, message }: SmtpProblem): MailOutcome {
  const error = oneLine(response ?? `${code} ${message}`).slice(0, 500);
  if (!aboutTheMail.has(code)) return { kind: 'unreachable', error };
  return { kind: responseCode >= 500 ? 'refused' : 'deferred', error };
}
