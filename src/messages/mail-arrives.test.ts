import { expect, test } from 'vitest';
import { openLog } from '#platform/log';
import { noon } from '../../test/database.ts';
import { aHouse } from '../../test/house.ts';
import { aMailCatcher } from '../../test/mail-catcher.ts';
import { messages } from './contract.ts';

const { mails, settings } = await aMailCatcher();
const house = await aHouse({
  now: () => noon,
  house: {
    baseUrl: 'http://mamori.mihari.example.jp',
    version: 'test',
    log: openLog('silent'),
    secret: new Uint8Array(32).fill(7),
    stateFolder: '/nonexistent',
    mail: settings,
  },
});

test('what a person asks for over HTTP goes through the queue and the mail server to their mailbox', async () => {
  const { person, cookie } = await house.aSignedIn(['administrator']);
  const api = house.callsOf(messages, cookie);

  await api.sendTestMail();
  await house.drain();

  const [mail] = mails;
  expect(mail?.parsed.subject).toBe('[Mamori] メールは届いています');
  expect(mail?.parsed.to).toMatchObject({ value: [{ name: person.name, address: person.email }] });
  expect(mail?.parsed.text).toMatch(
    /^佐藤 美咲さん\n[\s\S]*http:\/\/mamori\.mihari\.example\.jp\/settings\/deliveries/,
  );
  expect((await api.listDeliveries({})).items).toMatchObject([{ state: 'sent', attempts: 1 }]);
  expect(await api.describeMail()).toMatchObject({ server: settings.smtpUrl.replace('smtp://', ''), failed: 0 });
});
