import { expect, test, vi } from 'vitest';
import { now } from '#platform/clock';
import { aStage } from './stage.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

// The ten minutes in which a manager decides, as far as what they show stands: 0:00 to 2:45, and the next morning.
let hoursLater = 0;
const { house, open } = await aStage('demonstration', { now: () => now().add({ hours: hoursLater }) });
await house.drain();
const { cookie } = await house.aSignedIn(['analyst'], { name: '佐藤 美咲' });
const page = await open('/today', { cookie, language: 'ja' });
const main = page.getByRole('main');
/** The first line of a list. */
const firstOf = (name: string) => main.getByRole('table', { name }).getByRole('row').nth(1);

test('0:00 what waits today is told in one sentence, with its units, the source that stopped and the parts without identity', async () => {
  await main.getByText(/新しく該当した脆弱性が3件あります。.*情報源が1つ止まっています。/).waitFor();
  await main.getByText('JVN iPedia').first().waitFor();
  await main.getByText(/31時間前/).waitFor();
  const lacking = main.getByRole('region', { name: '照合不能と、情報の足りないもの' });
  expect(await lacking.textContent()).toMatch(/7身元の分からない部品/);
  expect(await lacking.textContent()).toMatch(/1読み取れない版の表記/);
  expect(await firstOf('新しい照合結果').textContent()).toMatch(
    /CVE-2021-3711.*MR-1167 1\.4\.7.*openssl 1\.1\.1k.*31,650.*該当/s,
  );
  // What came before stands apart and in the same order: what is exploited leads there.
  expect(await firstOf('以前からの照合結果').textContent()).toMatch(/CVE-\d+-\d+悪用確認/);
  await main.getByText('新しい該当 1、新しい要確認 1、該当しなくなったもの 1').waitFor();
  // English words only in ids, names of products and the words of sources.
  const words = ((await main.textContent()) ?? '').match(
    /\b(?:the|and|of|is|new|match|today|error|unknown|undefined|null)\b/gi,
  );
  expect(words).toBeNull();
});

test('0:45 the line of OpenSSL says why in one sentence, and that the release beside it does not match', async () => {
  await firstOf('新しい照合結果').getByRole('link', { name: 'MR-1167 1.4.7' }).click();
  const why = page.getByRole('region', { name: '根拠 CVE-2021-3711' });
  await why
    .getByText('openssl 1.1.1k は、1.1.1 以上 1.1.1l 未満に含まれます。opensslとNVDの記録が一致しています。')
    .waitFor();
  expect(await why.textContent()).toMatch(/MR-1167 1\.5\.0.*openssl 1\.1\.1l.*非該当/s);
});

test('1:30 curl with the range that contradicts itself is never told as not matching', async () => {
  await page.goto(`${house.url}/vulnerabilities/CVE-2023-38545`);
  const sides = page.getByRole('region', { name: '情報源の比較' });
  await sides.getByText('範囲が矛盾しているため、照合に使いません').waitFor();
  expect(await sides.textContent()).toMatch(/8\.4\.0 以上 8\.4\.0 未満.*7\.69\.0 以上 8\.4\.0 未満/s);
  // A day is told as a day, what CISA decided as words, and what to do next as a sentence.
  expect(await sides.textContent()).toMatch(/悪用・SSVC実証コードあり.*公表2023年10月18日2023年10月18日更新/s);
  await page
    .getByRole('region', { name: '次にすること' })
    .getByText(/MR-1167 1\.4\.7 の根拠を確かめてください。curl 7\.83\.0 は、/)
    .waitFor();
  const row = page.getByRole('row', { name: /curl 7\.83\.0/ });
  expect(await row.textContent()).toMatch(/(?:該当|要確認)未判定$/);
  expect(await row.textContent()).not.toContain('非該当');
});

test('2:00 most of what is known of the kernel is not built in the gateway, and each says which file', async () => {
  await page.goto(`${house.url}/products/mg-10/3.2.0@lan`);
  const [, all = '0', unbuilt = '0'] = /(\d+)件中(\d+)件は未ビルド/.exec(
    (await main
      .getByText(/件は未ビルド/)
      .first()
      .textContent()) ?? '',
  ) as RegExpExecArray;
  expect(Number(unbuilt)).toBeGreaterThan(Number(all) / 2);
  expect(await page.getByRole('row').nth(1).textContent()).toMatch(/CVE-2024-1086.*悪用確認/s);
  await page.getByRole('link', { name: 'CVE-2024-1086' }).click();
  await page
    .getByText(
      /記録に対象のファイルが書かれていないため、組み込んだものでは絞り込めません。登録済みの構成情報：ビルド対象の一覧 /,
    )
    .waitFor();
  await page.goto(`${house.url}/products/mg-10/3.2.0@lan?row=CVE-2024-26982`);
  await page.getByText(/^fs\/squashfs\/inode\.c を組み込んでいます。根拠：ビルド対象の一覧 /).waitFor();
  await page.goto(`${house.url}/products/mg-10/3.2.0@lan`);
  await main
    .getByText(/件は未ビルド/)
    .first()
    .click();
  await page.getByText('非該当の理由').waitFor();
  expect(new URL(page.url()).search).toBe('?reason=not-built');
  const results = page.getByRole('table', { name: 'このリリースの照合結果' });
  await expect.poll(() => results.getByText('非該当').count()).toBe(Number(unbuilt));
  expect(await results.getByRole('row').count()).toBe(Number(unbuilt) + 1);
  await page
    .getByRole('row', { name: /非該当/ })
    .nth(1)
    .click();
  await page
    .getByText(/はこのリリースで組み込んでいません。/)
    .first()
    .waitFor();
});

test('製品 tells by severity what touches a line and a model, and each number leads to what it counts', async () => {
  for (const name of ['Wi-Fiルーター', 'MR-1167']) {
    await page.goto(`${house.url}/products`);
    const number = page.getByRole('link', { name: new RegExp(`（${name}の該当・緊急）$`) });
    const count = Number(await number.textContent());
    expect(count).toBeGreaterThan(0);
    await number.click();
    await main.getByText(`${count}件を表示`).waitFor();
    await main.getByRole('button', { name: new RegExp(`^(シリーズ|機種) ?${name}`) }).waitFor();
    expect(await main.getByRole('row').filter({ hasText: '緊急' }).filter({ hasText: '該当' }).count()).toBe(count);
  }
  const sums = page.locator('tfoot');
  await page.goto(`${house.url}/products`);
  await expect.poll(() => sums.locator('[data-severity="critical"]').textContent()).toMatch(/^[1-9]/);
  const all = Number(await sums.locator('[data-severity="critical"]').textContent());
  await page.goto(`${house.url}/vulnerabilities?match=applies&severity=critical`);
  await main.getByText(`${all}件を表示`).waitFor();
});

test('9:40 the next morning without a network the sources are red, never “0 new”', async () => {
  hoursLater = 40;
  // Who signed in yesterday signs in anew.
  const { cookie: next } = await house.aSignedIn(['analyst'], { name: '高橋 健' });
  const morning = await open('/today', { cookie: next, language: 'ja' });
  await morning.getByText(/情報源が5つ止まっています/).waitFor();
  await expect.poll(() => morning.getByText('取り込みが止まっています').count()).toBe(5);
});
