import { expect, test } from 'vitest';
import { aMailCatcher } from '../../test/mail-catcher.ts';
import { readConfig } from './config.ts';
import { isMailAddress, openMailer, senderOf } from './mail.ts';

const catcher = await aMailCatcher({
  answer: (address) => {
    if (address.startsWith('nobody@')) return { code: 550, message: '5.1.1 No such user' };
    return address.startsWith('busy@') ? { code: 451, message: '4.7.1 Greylisted' } : null;
  },
});

const toSato = { name: '佐藤 美咲', address: 'sato@mihari.example.jp' };

test('a Japanese subject, sender, receiver and body survive', async () => {
  const mailer = openMailer(catcher.settings);
  const text = 'カメラ事業部の担当が変わりました。\n\nhttps://mamori.example.jp/settings/organization\n';

  const outcome = await mailer.send({ id: 'd-1', to: toSato, subject: '【通知】髙橋さん・～①', text });
  mailer.close();

  expect(outcome).toEqual({ kind: 'sent' });
  const { parsed, raw } = catcher.mails.at(-1) ?? expect.fail('nothing came');
  expect(parsed.subject).toBe('【通知】髙橋さん・～①');
  expect(parsed.from?.value[0]).toMatchObject({ name: '製品セキュリティ窓口', address: 'psirt@mihari.example.jp' });
  expect(parsed.to).toMatchObject({ value: [toSato] });
  expect(parsed.text?.trim()).toBe(text.trim());
  expect(parsed.messageId).toBe('<d-1@mihari.example.jp>');
  expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
  expect(raw).toContain('List-ID: <notices.mamori.mihari.example.jp>\r\n');
  expect(parsed.html).toBe(false);
});

test.each([
  ['subject', { subject: 'こんにちは\r\nBcc: thief@example.com\r\n\r\nbody' }],
  ['name', { to: { name: 'a\r\nBcc: thief@example.com', address: toSato.address } }],
  ['name with quotes', { to: { name: '" <thief@example.com>, "', address: toSato.address } }],
])('a %s cannot become a header or another receiver', async (_name, part) => {
  const mailer = openMailer(catcher.settings);

  const outcome = await mailer.send({ id: 'd-2', to: toSato, subject: 'x', text: 'y', ...part });
  mailer.close();

  expect(outcome).toEqual({ kind: 'sent' });
  const { parsed } = catcher.mails.at(-1) ?? expect.fail('nothing came');
  expect(parsed.bcc).toBeUndefined();
  expect(parsed.to).toMatchObject({ value: [{ address: toSato.address }] });
  expect(parsed.text?.trim()).toBe('y');
});

test.each([
  'a@b@c',
  'a b@example.jp',
  'a@example.jp\r\nBcc: x@example.jp',
  'a@example.jp, b@example.jp',
  '<a@example.jp>',
  '',
])('nothing is sent to %j', async (address) => {
  const before = catcher.mails.length;
  const mailer = openMailer(catcher.settings);

  expect(isMailAddress(address)).toBe(false);
  expect(await mailer.send({ id: 'd-3', to: { name: '', address }, subject: 'x', text: 'y' })).toMatchObject({
    kind: 'refused',
  });
  mailer.close();
  expect(catcher.mails.length).toBe(before);
});

test.each([
  ['nobody@example.jp', 'refused', /5\.1\.1 No such user/],
  ['busy@example.jp', 'deferred', /Greylisted/],
])('the server says about %s that it is %s', async (address, kind, error) => {
  const mailer = openMailer(catcher.settings);

  const outcome = await mailer.send({ id: 'd-4', to: { name: '', address }, subject: 'x', text: 'y' });
  mailer.close();

  expect(outcome).toMatchObject({ kind, error: expect.stringMatching(error) });
});

test('a server that does not answer is unreachable, and its error holds no password', async () => {
  const gone = await aMailCatcher();
  await gone.stop();
  const mailer = openMailer({ ...catcher.settings, smtpUrl: `smtp://user:s3cret@127.0.0.1:${gone.port}` });

  const outcome = await mailer.send({ id: 'd-5', to: toSato, subject: 'x', text: 'y' });
  mailer.close();

  expect(outcome).toMatchObject({ kind: 'unreachable' });
  expect(JSON.stringify(outcome)).not.toContain('s3cret');
});

test('the sender is read with or without a name', () => {
  expect(senderOf('psirt@example.jp')).toEqual({ name: '', address: 'psirt@example.jp' });
  expect(senderOf('"製品セキュリティ" <psirt@example.jp>')).toEqual({
    name: '製品セキュリティ',
    address: 'psirt@example.jp',
  });
});

test('without a server or a sender there are no settings, and a wrong one is refused by its name', () => {
  const smtp = { MAMORI_SMTP_URL: 'smtps://mail.example.jp:465' };
  const from = { MAMORI_MAIL_FROM: 'psirt@example.jp' };

  expect(readConfig({ ...smtp, ...from }).mail?.from.address).toBe('psirt@example.jp');
  expect(readConfig(smtp).mail).toBeNull();
  expect(readConfig(from).mail).toBeNull();
  expect(() => readConfig({ MAMORI_SMTP_URL: 'mail.example.jp' })).toThrow(/MAMORI_SMTP_URL/);
  expect(() => readConfig({ MAMORI_SMTP_URL: 'http://mail.example.jp' })).toThrow(/MAMORI_SMTP_URL/);
  expect(() => readConfig({ MAMORI_MAIL_FROM: 'psirt' })).toThrow(/MAMORI_MAIL_FROM/);
  expect(() => readConfig({ MAMORI_MAIL_FROM: 'a@example.jp, b@example.jp' })).toThrow(/MAMORI_MAIL_FROM/);
});
