import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll } from 'vitest';
import type { MailSettings } from '#platform/mail';

type Answer = { code: number; message: string } | null;

/**
 * A mail server on this machine that keeps what it is given in `mails`, as parsed and as raw text.
 * @param options.port  to come back where an earlier one was
 * @param options.answer  what it says to a receiver; null takes the mail
 */
export async function aMailCatcher(options: { port?: number; answer?: (address: string) => Answer } = {}) {
  const mails: { parsed: ParsedMail; raw: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const answer = options.answer?.(address) ?? null;
      done(answer ? Object.assign(new Error(answer.message), { responseCode: answer.code }) : undefined);
    },
    async onData(stream, _session, done) {
      const pieces: Buffer[] = [];
      for await (const piece of stream) pieces.push(piece as Buffer);
      const raw = Buffer.concat(pieces);
      mails.push({ parsed: await simpleParser(raw), raw: raw.toString('latin1') });
      done();
    },
  });
  // A client that goes away in the middle is the client's matter.
  server.on('error', () => {});
  await new Promise<void>((listening) => server.listen(options.port ?? 0, '127.0.0.1', listening));
  const { port } = server.server.address() as AddressInfo;
  let open = true;
  const stop = () =>
    new Promise<void>((closed) => {
      if (!open) return closed();
      open = false;
      server.close(() => closed());
    });
  afterAll(stop);

  const settings: MailSettings = {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    from: { name: '製品セキュリティ窓口', address: 'psirt@mihari.example.jp' },
  };
  return { mails, port, settings, stop };
}
